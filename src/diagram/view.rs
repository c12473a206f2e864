//! The chain as a picture.

use super::layout::{
    Anchor, Band, Layout, Line, NodeBox, Orientation, Power, Rect, Role, layout, px,
};
use crate::content::LinkId;
use crate::library::document::{Diagram, FlowLine};
use crate::library::{href, use_words};
use crate::markup::{Content, Markup, markup};
use crate::routes::Route;

/// The chain as a picture whose nodes are links to the chain's pages, with its
/// legend and caption.
///
/// It is drawn twice, lying and standing; the style sheet shows the one that
/// fits, so the right one is there before any script.
pub fn chain_diagram(diagram: Diagram, chosen: Option<LinkId>) -> Markup {
    let words = &use_words().chain;
    let draw = |orientation| {
        let layout = layout(&diagram, orientation, words.electricity);
        drawing(layout, orientation, &diagram, chosen)
    };
    let legend = diagram
        .flows
        .iter()
        .map(|flow| entry(flow.kind.as_str(), flow.name.clone()))
        .chain([entry("power", words.electricity.to_owned())])
        .collect::<Vec<_>>();
    markup! {
        <figure class="diagram">
            <div class="diagram__bar">
                <p class="diagram__title">{diagram.title.clone()}</p>
                <ul class="diagram__legend" role="list">{legend}</ul>
            </div>
            {draw(Orientation::Horizontal)}
            {draw(Orientation::Vertical)}
            <figcaption class="diagram__caption">{diagram.caption.clone()}</figcaption>
        </figure>
    }
}

fn drawing(
    layout: Layout,
    orientation: Orientation,
    diagram: &Diagram,
    chosen: Option<LinkId>,
) -> Markup {
    let view_box = format!("0 0 {} {}", px(layout.width), px(layout.height));
    let (class, runs) = match orientation {
        Orientation::Horizontal => ("diagram__drawing diagram__drawing--lying", "right"),
        Orientation::Vertical => ("diagram__drawing diagram__drawing--standing", "down"),
    };
    let label = format!("{}: {}", diagram.title, use_words().chain.title);
    let bands = layout
        .bands
        .into_iter()
        .map(|drawn| {
            let line = diagram.flows.iter().find(|flow| flow.kind == drawn.flow);
            band(drawn, line)
        })
        .collect::<Vec<_>>();
    let nodes = layout
        .nodes
        .into_iter()
        .map(|drawn| {
            let node = diagram.nodes.iter().find(|node| node.id == drawn.id);
            let open = node.is_some_and(|node| !node.local);
            node_view(drawn, open, chosen)
        })
        .collect::<Vec<_>>();
    markup! {
        <svg
            class={class}
            viewBox={view_box}
            width={px(layout.width)}
            height={px(layout.height)}
            role="group"
            aria-label={label}
            data-runs={runs}
        >
            {power(layout.power)}
            {bands}
            {nodes}
        </svg>
    }
}

/// A flow: the band, a grain that tells it apart without colour, its head and
/// its label.
fn band(band: Band, line: Option<&FlowLine>) -> Markup {
    let label = line
        .map(|line| format!("{} {}", line.name, line.amount))
        .unwrap_or_default();
    markup! {
        <g class={flow_class(band.flow.as_str())} role="img" aria-label={label}>
            <path class="diagram__band" d={band.path.clone()} stroke-width={px(band.width)} />
            <path class="diagram__grain" d={band.path} />
            <path class="diagram__head" d={band.head} />
            {texts(band.label)}
        </g>
    }
}

/// The electricity: a thin line from the water power into the cell.
fn power(power: Power) -> Markup {
    let [(x, y), (to_x, to_y)] = power.points;
    let line = format!("M{} {}L{} {}", px(x), px(y), px(to_x), px(to_y));
    markup! {
        <g class={flow_class("power")}>
            <path class="diagram__grain" d={line} />
            <circle class="diagram__source" cx={px(x)} cy={px(y)} r="4" />
            {texts(power.label)}
        </g>
    }
}

/// A link: a frame with three lines of text, and an anchor around it.
fn node_view(node: NodeBox, open: bool, chosen: Option<LinkId>) -> Markup {
    let word = node.id.as_str();
    let mut class = format!("diagram__node diagram__node--{word}");
    if open {
        class.push_str(" diagram__node--open");
    }
    let label = node
        .lines
        .iter()
        .map(|line| line.text.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    markup! {
        <a
            class={class}
            href={href(Route::Chain(Some(node.id)))}
            data-link={word}
            aria-label={label}
            aria-current={(chosen == Some(node.id)).then_some("page")}
        >
            {frame("diagram__ring", node.rect, 50)}
            {frame("diagram__frame", node.rect, 0)}
            {texts(node.lines)}
        </a>
    }
}

/// A frame around a link, so far out.
fn frame(class: &'static str, rect: Rect, out: i32) -> Markup {
    markup! {
        <rect
            class={class}
            x={px(rect.x - out)}
            y={px(rect.y - out)}
            width={px(rect.width + 2 * out)}
            height={px(rect.height + 2 * out)}
            rx="3"
        />
    }
}

/// Lines of text. The spaces between them are not drawn: they keep the words
/// apart for whoever reads the text rather than the drawing.
fn texts(lines: Vec<Line>) -> Vec<Content> {
    let text = |line: Line| {
        let class = match line.role {
            Role::Name => "diagram__name",
            Role::Detail => "diagram__detail",
            Role::Remark => "diagram__remark",
            Role::Label => "diagram__label",
            Role::Amount => "diagram__amount",
        };
        let anchor = match line.anchor {
            Anchor::Start => None,
            Anchor::Middle => Some("middle"),
            Anchor::End => Some("end"),
        };
        markup! {
            <text
                class={class}
                x={px(line.x)}
                y={px(line.y)}
                font-size={px(line.size)}
                text-anchor={anchor}
            >
                {line.text}
            </text>
        }
    };
    lines
        .into_iter()
        .flat_map(|line| [text(line).into(), " ".into()])
        .collect()
}

/// An entry of the legend: a piece of the band, and what it is.
fn entry(word: &'static str, name: String) -> Markup {
    markup! {
        <li class="diagram__entry">
            <svg
                class="diagram__swatch"
                viewBox="0 0 28 10"
                width="28"
                height="10"
                aria-hidden="true"
            >
                <g class={flow_class(word)}>
                    <path class="diagram__band" d="M0 5H28" stroke-width="10" />
                    <path class="diagram__grain" d="M0 5H28" />
                </g>
            </svg>
            {name}
        </li>
    }
}

fn flow_class(word: &str) -> String {
    let mut class = String::from("diagram__flow diagram__flow--");
    class.push_str(word);
    class
}
