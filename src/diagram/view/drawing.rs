//! One drawing: frames and bands where the layout puts them.

use crate::diagram::layout::{
    Anchor, Band, Layout, Line, NodeBox, Orientation, Power, Rect, Role, outlines, px,
};
use crate::diagram::scene::{Scene, connected};
use chain::{Pin, Quantity};
use markup::{Content, Markup, markup};
use model::Flow;
use model::routes::{Address, Route};
use model::{Lang, StageId};

/// What the drawing looks like besides its geometry.
pub struct Look {
    /// The language of the page.
    pub lang: Lang,
    /// Whether pointer and keys are followed.
    pub live: bool,
    /// The stage that the page is about.
    pub chosen: Option<StageId>,
    /// What is held on to.
    pub pinned: Option<Pin>,
    /// What is looked at: what is not connected with it steps back.
    pub lit: Option<Pin>,
    /// Where Tab leads.
    pub stop: Pin,
    /// Whether there are stages only: flows are drawn without words on them.
    pub bare: bool,
}

/// The address of a stage's page.
pub fn to_stage(lang: Lang, stage: StageId) -> String {
    Address::new(lang, Route::Chain(Some(stage))).path()
}

/// A drawing.
pub fn drawing(layout: Layout, orientation: Orientation, scene: &Scene, look: &Look) -> Markup {
    let mut view_box = String::from("0 0 ");
    view_box.push_str(&px(layout.width));
    view_box.push(' ');
    view_box.push_str(&px(layout.height));
    let (class, runs) = match orientation {
        Orientation::Horizontal => ("diagram__drawing diagram__drawing--lying", "right"),
        Orientation::Compact => (
            "diagram__drawing diagram__drawing--lying diagram__drawing--compact",
            "right",
        ),
        Orientation::Strip => ("diagram__drawing diagram__drawing--strip", "right"),
        Orientation::Vertical => ("diagram__drawing diagram__drawing--standing", "down"),
        Orientation::Small => ("diagram__drawing diagram__drawing--small", "right"),
    };
    let mut label = scene.title.clone();
    label.push_str(": ");
    label.push_str(look.lang.words().chain.title);
    let mut bands = layout.bands;
    let highs: Vec<Markup> = bands.iter().filter_map(|band| high(band, look)).collect();
    let bands: Vec<Markup> = Flow::ALL
        .into_iter()
        .map(|flow| {
            let place = bands.iter().position(|band| band.flow == flow);
            band(
                flow,
                place.map(|place| bands.swap_remove(place)),
                scene,
                look,
            )
        })
        .collect();
    let nodes: Vec<Markup> = layout
        .nodes
        .into_iter()
        .map(|node| node_view(node, scene, look))
        .collect();
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
            {(!look.bare).then(|| power(layout.power, scene, look))}
            {(!look.bare).then(|| markup! { <g aria-hidden="true">{highs}</g> })}
            {bands}
            {(!look.bare).then(|| outline(scene, orientation))}
            {nodes}
        </svg>
    }
}

/// What the scene is compared with: dashed, cut out of what it lies on.
fn outline(scene: &Scene, orientation: Orientation) -> Markup {
    let edges: Vec<Content> = outlines(scene, orientation)
        .into_iter()
        .flat_map(|outline| {
            [
                markup! { <path class="diagram__cut" d={outline.edges.clone()} /> }.into(),
                markup! { <path class="diagram__outline" d={outline.edges} /> }.into(),
            ]
        })
        .collect();
    markup! { <g aria-hidden="true">{edges}</g> }
}

/// As wide as the high end of what is known of a flow: under all bands, so that
/// none is covered.
fn high(band: &Band, look: &Look) -> Option<Markup> {
    let (_, high) = band.ends;
    (high > band.width).then(|| {
        let mut class = String::from("diagram__high diagram__flow--");
        class.push_str(band.flow.as_str());
        dim(&mut class, Pin::Flow(band.flow), look);
        markup! { <path class={class} d={band.path.clone()} stroke-width={px(high)} /> }
    })
}

/// A flow: the band, a grain that tells it apart without colour, its head and
/// its label. One that carries nothing keeps its place.
fn band(flow: Flow, band: Option<Band>, scene: &Scene, look: &Look) -> Markup {
    let mut class = flow_class(flow.as_str());
    let pin = Pin::Flow(flow);
    let Some(band) = band else {
        class.push_str(" diagram__flow--none");
        return markup! {
            <g class={class}>
                <path class="diagram__band" />
                <path class="diagram__grain" />
                <path class="diagram__head" />
            </g>
        };
    };
    if band.widened {
        class.push_str(" diagram__flow--widened");
    }
    let (low, high) = band.ends;
    let low = (high > 0).then(|| {
        class.push_str(" diagram__flow--banded");
        markup! {
            <path class="diagram__low" d={band.path.clone()} stroke-width={px(low)} />
        }
    });
    dim(&mut class, pin, look);
    if look.bare {
        return markup! {
            <g class={class} aria-hidden="true">
                <path class="diagram__band" d={band.path} stroke-width={px(band.width)} />
                <path class="diagram__head" d={band.head} />
            </g>
        };
    }
    let mut group = markup! {
        <g
            class={class}
            aria-label={scene.describe(pin, &look.lang.words().picture)}
            data-pin={pin.word()}
        >
            <path class="diagram__band" d={band.path.clone()} stroke-width={px(band.width)} />
            {low}
            <path class="diagram__grain" d={band.path} />
            <path class="diagram__head" d={band.head} />
            {texts(band.label)}
        </g>
    };
    if look.live {
        press(&mut group, pin, look);
    } else {
        group.set("role", "img");
    }
    group
}

/// What comes into the cell: a thin line, or a band where the widths show it. Where
/// nothing comes, it keeps its place.
fn power(power: Option<Power>, scene: &Scene, look: &Look) -> Markup {
    let mut class = flow_class(power_word(scene));
    let Some(power) = power else {
        class.push_str(" diagram__flow--none");
        return markup! {
            <g class={class}>
                <path class="diagram__band" />
                <path class="diagram__grain" />
                <circle class="diagram__source" />
            </g>
        };
    };
    let [(x, y), _] = power.points;
    let line = power.path();
    dim(&mut class, Pin::Stage(StageId::Electrolytic), look);
    markup! {
        <g class={class}>
            <path class="diagram__band" d={line.clone()} stroke-width={px(power.width)} />
            <path class="diagram__grain" d={line} />
            <circle class="diagram__source" cx={px(x)} cy={px(y)} r="4" />
            {texts(power.label)}
        </g>
    }
}

/// The word in class names for what comes into the cell.
fn power_word(scene: &Scene) -> &'static str {
    match scene.quantity {
        Quantity::Co2 => "co2",
        Quantity::Mass | Quantity::Electricity => "power",
    }
}

/// A stage: a frame with lines of text, and an anchor around it.
fn node_view(node: NodeBox, scene: &Scene, look: &Look) -> Markup {
    let word = node.id.as_str();
    let pin = Pin::Stage(node.id);
    let mut class = String::from("diagram__node diagram__node--");
    class.push_str(word);
    let shown = scene.nodes.iter().find(|shown| shown.id == node.id);
    if shown.is_some_and(|shown| shown.open) {
        class.push_str(" diagram__node--open");
    }
    dim(&mut class, pin, look);
    let mut label = String::new();
    for line in &node.lines {
        label.push_str(&line.text);
        label.push(' ');
    }
    let words = &look.lang.words().picture;
    let here = shown.is_some_and(|shown| shown.here);
    if here {
        class.push_str(" diagram__node--here");
        label.push_str(words.here);
    }
    if !look.bare {
        let mut flows = String::new();
        scene.describe_flows(node.id, words, &mut flows);
        label.push_str(&flows);
    }
    let label = label.trim_end().to_owned();
    let mut anchor = markup! {
        <a
            class={class}
            href={to_stage(look.lang, node.id)}
            data-pin={word}
            aria-label={label}
            aria-current={(look.chosen == Some(node.id)).then_some("page")}
        >
            {frame("diagram__ring", node.rect, 50)}
            {frame("diagram__frame", node.rect, 0)}
            {texts(node.lines)}
        </a>
    };
    if look.live {
        press(&mut anchor, pin, look);
    }
    anchor
}

/// What can be held on to by pointer and key.
fn press(element: &mut Markup, pin: Pin, look: &Look) {
    element.set("role", "button");
    let held = look.pinned == Some(pin);
    element.set("aria-pressed", if held { "true" } else { "false" });
    element.set("tabindex", if look.stop == pin { "0" } else { "-1" });
}

/// What is not connected with what is looked at steps back.
fn dim(class: &mut String, pin: Pin, look: &Look) {
    if look.lit.is_some_and(|lit| !connected(lit, pin)) {
        class.push_str(" diagram__dim");
    }
}

/// A frame around a stage, so far out.
pub fn frame(class: &'static str, rect: Rect, out: i32) -> Markup {
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
pub fn texts(lines: Vec<Line>) -> Vec<Content> {
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

/// The classes of a flow.
fn flow_class(word: &str) -> String {
    let mut class = String::from("diagram__flow diagram__flow--");
    class.push_str(word);
    class
}
