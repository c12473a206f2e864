//! The drawing of the chain: nothing overlaps, widths are masses, stages are
//! links, keys lead where they point.
#![allow(clippy::unwrap_used)]

#[path = "diagram/example_city.rs"]
mod example_city;
#[path = "../crates/publish/tests/common/publication.rs"]
mod publication;
#[path = "diagram/stages.rs"]
mod stages;

use std::path::Path;
use std::sync::LazyLock;

use alliance::diagram::keyboard::{Move, step};
use alliance::diagram::layout::{Band, Layout, Orientation, Rect, Role, layout, outlines, px};
use alliance::diagram::scene;
use alliance::diagram::scene::{Scene, connected};
use alliance::diagram::{chain_diagram, text};
use alliance::library::Library;
use chain::{Balance, Inputs, Pin, Quantity, slide};
use content::chain_inputs::inputs;
use content::load::load;
use leptos::prelude::*;
use model::document::Embedded;
use model::document::{Diagram, Document, Lever};
use model::{Flow, Input};
use model::{Lang, StageId};

use publication::{Publication, publication};

const ORIENTATIONS: [Orientation; 4] = [
    Orientation::Horizontal,
    Orientation::Compact,
    Orientation::Vertical,
    Orientation::Strip,
];

/// The site as it is published now, built once for all tests.
fn published() -> &'static Publication {
    static PUBLISHED: LazyLock<Publication> = LazyLock::new(|| {
        let bundle = load(Path::new("public/content")).unwrap();
        publication(&bundle)
    });
    &PUBLISHED
}

/// The site's own picture in a language.
fn diagram(lang: Lang) -> Diagram {
    home_diagram(published(), lang)
}

fn home_diagram(publication: &Publication, lang: Lang) -> Diagram {
    let edition = publication
        .editions
        .iter()
        .find(|edition| edition.lang == lang);
    let home = edition
        .unwrap()
        .pages
        .iter()
        .find_map(|page| match &page.document {
            Document::Home(home) => Some(home.diagram.clone()),
            _ => None,
        });
    home.unwrap()
}

/// The same as a scene.
fn scene(lang: Lang) -> Scene {
    Scene::published(diagram(lang), lang.words())
}

/// What readers may ask for, from a can to a world's year, and the ends of the
/// levers that change the widths most.
fn scenarios() -> Vec<(String, Inputs)> {
    let bundle = load(Path::new("public/content")).unwrap();
    let tonne = inputs(&bundle).unwrap();
    let mut scenarios = Vec::new();
    for product in [1.5e-5, 0.0099, 1.0, 615_000.0, 1_500_000.0, 1e9] {
        for (what, input, value) in [
            ("default", Input::Product, product),
            ("all primary", Input::RecycledShare, 0.0),
            ("little recycled", Input::RecycledShare, 0.01),
            ("nearly all recycled", Input::RecycledShare, 99.99),
            ("all recycled", Input::RecycledShare, 100.0),
            ("low yield", Input::RollingYield, 35.0),
            ("no power", Input::Grid, 0.0),
        ] {
            let inputs = tonne.with(Input::Product, product).with(input, value);
            scenarios.push((format!("{product} t, {what}"), inputs));
        }
    }
    scenarios
}

fn of_balance(lang: Lang, inputs: &Inputs, quantity: Quantity) -> Scene {
    let balance = Balance::new(inputs).unwrap();
    scene::scene(&diagram(lang), &balance, None, quantity, lang)
}

/// What readers compare, each as the picture beside the other.
fn beside(lang: Lang, pair: &[Inputs; 2], quantity: Quantity) -> [Scene; 2] {
    let balances = pair.map(|inputs| Balance::new(&inputs).unwrap());
    let of = |one: usize| {
        let (balance, other) = (&balances[one], &balances[1 - one]);
        scene::scene(&diagram(lang), balance, Some(other), quantity, lang)
    };
    [of(0), of(1)]
}

/// Scenarios whose widths tell something beside each other.
fn pairs() -> Vec<[Inputs; 2]> {
    let bundle = load(Path::new("public/content")).unwrap();
    let now = inputs(&bundle).unwrap();
    let with = |input, value| now.with(input, value);
    vec![
        [now, with(Input::Product, 2.4 * now.get(Input::Product))],
        [now, with(Input::RecycledShare, 0.0)],
        [
            with(Input::RecycledShare, 0.0),
            with(Input::RecycledShare, 100.0),
        ],
        [now, with(Input::Grid, 0.0)],
        [now, with(Input::RollingYield, 40.0)],
    ]
}

/// The published pictures, and those of every scenario, in both languages, for
/// the three quantities, lying and standing.
fn drawings() -> &'static [(String, Scene, Layout)] {
    static DRAWINGS: LazyLock<Vec<(String, Scene, Layout)>> = LazyLock::new(|| {
        let mut scenes = Vec::new();
        for lang in Lang::ALL {
            scenes.push((format!("{lang:?}, published"), scene(lang)));
            for (name, inputs) in scenarios() {
                for quantity in Quantity::ALL {
                    let scene = of_balance(lang, &inputs, quantity);
                    scenes.push((format!("{lang:?}, {name}, {quantity:?}"), scene));
                }
            }
            for (index, pair) in pairs().iter().enumerate() {
                for quantity in Quantity::ALL {
                    for scene in beside(lang, pair, quantity) {
                        let name = format!("{lang:?}, pair {index}, {quantity:?}");
                        scenes.push((name, scene));
                    }
                }
            }
        }
        let mut drawings = Vec::new();
        for (name, scene) in scenes {
            for orientation in ORIENTATIONS {
                let layout = layout(&scene, orientation);
                drawings.push((format!("{name}, {orientation:?}"), scene.clone(), layout));
            }
        }
        drawings
    });
    &DRAWINGS
}

/// Every lever at both of its ends, with no, hardly any, most and all metal recycled,
/// of nothing, a can and a works; those that are possible.
fn extremes() -> impl Iterator<Item = (String, Balance)> {
    let bundle = load(Path::new("public/content")).unwrap();
    let tonne = inputs(&bundle).unwrap();
    let ends = levers().into_iter().flat_map(|lever| {
        let range = lever.slider.map(|slider| match slider.decades {
            true => [10_f64.powf(slider.from), 10_f64.powf(slider.to)],
            false => [slider.from, slider.to],
        });
        let values = range.into_iter().flatten();
        values.map(move |value| (lever.input, value))
    });
    let ends: Vec<(Input, f64)> = ends.collect();
    [0.0, 1.3e-5, 615_000.0]
        .into_iter()
        .flat_map(move |product| {
            let ends = ends.clone();
            let shares = [0.0, 0.01, 1.0, 30.0, 99.0, 100.0];
            shares.into_iter().flat_map(move |share| {
                let ends = ends.clone();
                ends.into_iter().filter_map(move |(input, value)| {
                    let inputs =
                        (tonne.with(Input::Product, product)).with(Input::RecycledShare, share);
                    let inputs = slide::with(&inputs, input, value);
                    let name = format!("{product} t, {share} % recycled, {input:?} {value}");
                    Some((name, Balance::new(&inputs).ok()?))
                })
            })
        })
}

/// The levers of the chain's page.
fn levers() -> Vec<Lever> {
    let page = (published().editions[0].pages.iter()).find_map(|page| match &page.document {
        Document::Chain(page) => Some(page.levers.clone()),
        _ => None,
    });
    page.unwrap()
        .groups
        .into_iter()
        .flat_map(|group| group.levers)
        .collect()
}

#[test]
fn the_least_and_the_most_is_drawn_apart_and_nothing_not_at_all() {
    let mut seen = 0;
    let mut faults = Vec::new();
    let names = [Lang::ZhHans, Lang::En].map(|lang| (lang, diagram(lang)));
    for (name, balance) in extremes() {
        for (lang, names) in &names {
            for quantity in Quantity::ALL {
                let scene = scene::scene(names, &balance, None, quantity, *lang);
                for orientation in ORIENTATIONS {
                    let layout = layout(&scene, orientation);
                    let name = format!("{name}, {lang:?}, {quantity:?}, {orientation:?}");
                    faults.extend(
                        on_top_of_each_other(&layout)
                            .into_iter()
                            .map(|what| format!("{name}: {what}")),
                    );
                    for flow in Flow::ALL {
                        let band = layout.bands.iter().find(|band| band.flow == flow);
                        let carried = balance.carried(flow, quantity);
                        assert_eq!(band.is_some(), carried > 0.0, "{name}: {flow:?} {carried}");
                        assert!(band.is_none_or(|band| band.width >= 15), "{name}: {flow:?}");
                    }
                    let power = balance.arising(
                        StageId::Electrolytic,
                        match quantity {
                            Quantity::Mass => Quantity::Electricity,
                            other => other,
                        },
                    );
                    assert_eq!(layout.power.is_some(), power > 0.0, "{name}: {power}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 5000, "only {seen} drawings");
    assert!(
        faults.is_empty(),
        "{} of {seen}:\n{}",
        faults.len(),
        faults[..faults.len().min(20)].join("\n")
    );
}

/// What lies on something else in a drawing, or beyond its edge.
fn on_top_of_each_other(layout: &Layout) -> Vec<String> {
    let sheet = Rect {
        x: 0,
        y: 0,
        width: layout.width,
        height: layout.height,
    };
    let mut faults = Vec::new();
    let labels = labels(layout);
    for (index, (text, rect)) in labels.iter().enumerate() {
        if !within(*rect, sheet) {
            faults.push(format!("{text} beyond the edge"));
        }
        for node in layout.nodes.iter().filter(|node| overlap(*rect, node.rect)) {
            faults.push(format!("{text} on {:?}", node.id));
        }
        for band in &layout.bands {
            if pieces(band).into_iter().any(|piece| overlap(*rect, piece)) {
                faults.push(format!("{text} on {:?}", band.flow));
            }
        }
        for (other, other_rect) in &labels[index + 1..] {
            if overlap(*rect, *other_rect) {
                faults.push(format!("{text} on {other}"));
            }
        }
    }
    for node in &layout.nodes {
        for line in node
            .lines
            .iter()
            .filter(|line| !within(line.rect(), node.rect))
        {
            faults.push(format!("{} beyond its stage", line.text));
        }
    }
    faults
}

#[test]
fn a_line_that_is_wider_than_it_carries_is_marked() {
    let bundle = load(Path::new("public/content")).unwrap();
    let tonne = inputs(&bundle).unwrap();
    let widened = |share: f64| -> Vec<Flow> {
        let scene = of_balance(
            Lang::ZhHans,
            &tonne.with(Input::RecycledShare, share),
            Quantity::Mass,
        );
        let bands = layout(&scene, Orientation::Horizontal).bands.into_iter();
        let html = figure(published(), scene.clone());
        let bands: Vec<Band> = bands.filter(|band| band.widened).collect();
        assert_eq!(html.contains("diagram__flow--widened"), !bands.is_empty());
        bands.into_iter().map(|band| band.flow).collect()
    };
    assert_eq!(widened(30.0), []);
    assert_eq!(widened(0.01), [Flow::Scrap]);
    assert!(widened(99.9).contains(&Flow::Anode));
}

/// The published ones alone.
fn published_drawings() -> impl Iterator<Item = &'static (String, Scene, Layout)> {
    drawings()
        .iter()
        .filter(|(name, _, _)| name.contains("published"))
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

fn within(inner: Rect, outer: Rect) -> bool {
    inner.x >= outer.x
        && inner.y >= outer.y
        && inner.x + inner.width <= outer.x + outer.width
        && inner.y + inner.height <= outer.y + outer.height
}

/// The straight pieces of a band as rectangles.
fn pieces(band: &Band) -> Vec<Rect> {
    let half = band.width / 2;
    band.points
        .windows(2)
        .map(|ends| {
            let [(x, y), (to_x, to_y)] = [ends[0], ends[1]];
            let level = y == to_y;
            Rect {
                x: x.min(to_x) - if level { 0 } else { half },
                y: y.min(to_y) - if level { half } else { 0 },
                width: (x - to_x).abs() + if level { 0 } else { band.width },
                height: (y - to_y).abs() + if level { band.width } else { 0 },
            }
        })
        .collect()
}

fn labels(layout: &Layout) -> Vec<(String, Rect)> {
    let lines = layout.bands.iter().flat_map(|band| &band.label);
    let lines = lines.chain(layout.power.iter().flat_map(|power| &power.label));
    lines.map(|line| (line.text.clone(), line.rect())).collect()
}

#[test]
fn text_stays_inside_its_frame() {
    for (name, _, layout) in drawings().iter() {
        for node in &layout.nodes {
            for line in &node.lines {
                assert!(within(line.rect(), node.rect), "{name}: {}", line.text);
            }
        }
    }
}

#[test]
fn everything_stays_on_the_sheet() {
    for (name, _, layout) in drawings().iter() {
        let sheet = Rect {
            x: 0,
            y: 0,
            width: layout.width,
            height: layout.height,
        };
        for node in &layout.nodes {
            assert!(within(node.rect, sheet), "{name}: {:?}", node.id);
        }
        for band in &layout.bands {
            for piece in pieces(band) {
                assert!(within(piece, sheet), "{name}: {:?}", band.flow);
            }
        }
        for (text, rect) in labels(layout) {
            assert!(within(rect, sheet), "{name}: {text}");
        }
    }
}

#[test]
fn labels_touch_no_band_no_stage_and_no_other_label() {
    for (name, _, layout) in drawings().iter() {
        let labels = labels(layout);
        for (index, (text, rect)) in labels.iter().enumerate() {
            for node in &layout.nodes {
                assert!(
                    !overlap(*rect, node.rect),
                    "{name}: {text} on {:?}",
                    node.id
                );
            }
            for band in &layout.bands {
                for piece in pieces(band) {
                    assert!(!overlap(*rect, piece), "{name}: {text} on {:?}", band.flow);
                }
            }
            for (other, other_rect) in &labels[index + 1..] {
                assert!(!overlap(*rect, *other_rect), "{name}: {text} on {other}");
            }
            let Some(power) = layout.power.as_ref() else {
                continue;
            };
            let [(x, y), (to_x, to_y)] = power.points;
            let half = (power.width / 2).max(15);
            let (wide, high) = if y == to_y { (15, half) } else { (half, 15) };
            let line = Rect {
                x: x.min(to_x) - wide,
                y: y.min(to_y) - high,
                width: (x - to_x).abs() + 2 * wide,
                height: (y - to_y).abs() + 2 * high,
            };
            assert!(!overlap(*rect, line), "{name}: {text} on the electricity");
        }
    }
}

#[test]
fn stages_and_bands_keep_apart() {
    for (name, _, layout) in drawings().iter() {
        for (index, node) in layout.nodes.iter().enumerate() {
            for other in &layout.nodes[index + 1..] {
                assert!(
                    !overlap(node.rect, other.rect),
                    "{name}: {:?}, {:?}",
                    node.id,
                    other.id
                );
            }
            for band in &layout.bands {
                for piece in pieces(band) {
                    assert!(
                        !overlap(node.rect, piece),
                        "{name}: {:?} on {:?}",
                        band.flow,
                        node.id
                    );
                }
            }
        }
        for (index, band) in layout.bands.iter().enumerate() {
            for other in &layout.bands[index + 1..] {
                for piece in pieces(band) {
                    for other_piece in pieces(other) {
                        assert!(
                            !overlap(piece, other_piece),
                            "{name}: {:?} on {:?}",
                            band.flow,
                            other.flow
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn bands_are_as_wide_as_they_carry_kilograms() {
    for (name, scene, layout) in published_drawings() {
        let product = |flow: Flow| {
            let line = scene.flow(flow).unwrap();
            let band = layout.bands.iter().find(|band| band.flow == flow).unwrap();
            (f64::from(line.weight), f64::from(band.width))
        };
        let (heavy, wide) = product(Flow::Alumina);
        for flow in Flow::ALL {
            let (kilograms, width) = product(flow);
            let expected = wide * kilograms / heavy;
            assert!(
                (width - expected).abs() <= 1.5,
                "{name}: {flow:?} {width} {expected}"
            );
        }
    }
}

#[test]
fn bands_leave_and_enter_their_stages() {
    for (name, _, layout) in drawings().iter() {
        for band in &layout.bands {
            let frame = |stage: StageId| {
                layout
                    .nodes
                    .iter()
                    .find(|node| node.id == stage)
                    .unwrap()
                    .rect
            };
            let first = band.points[0];
            if let Some(from) = band.flow.from() {
                assert!(
                    at_edge(first, frame(from), 0),
                    "{name}: {:?} leaves",
                    band.flow
                );
            }
            let last = *band.points.last().unwrap();
            if let Some(to) = band.flow.to() {
                // The head is between the band and the frame.
                assert!(
                    at_edge(last, frame(to), 150),
                    "{name}: {:?} enters",
                    band.flow
                );
            }
        }
    }
}

/// Whether a point is at most so far from an edge, and not beyond its corners.
fn at_edge((x, y): (i32, i32), rect: Rect, far: i32) -> bool {
    let dx = (rect.x - x).max(x - rect.x - rect.width).max(0);
    let dy = (rect.y - y).max(y - rect.y - rect.height).max(0);
    let outside_or_on =
        x <= rect.x || x >= rect.x + rect.width || y <= rect.y || y >= rect.y + rect.height;
    outside_or_on && (dx == 0 || dy == 0) && dx.max(dy) <= far
}

#[test]
fn products_leave_to_the_edge_and_the_loop_is_closed() {
    for (name, _, layout) in published_drawings() {
        let ends = |flow: Flow| {
            let band = layout.bands.iter().find(|band| band.flow == flow).unwrap();
            (band.points[0], *band.points.last().unwrap())
        };
        let edge = |(x, y): (i32, i32)| layout.width - x <= 400 || layout.height - y <= 400;
        assert!(edge(ends(Flow::Product).1), "{name}");
        assert!(edge(ends(Flow::Scrap).0), "{name}");
        // Offcuts go from processing to remelting, recycled metal back.
        for (flow, there, back) in [
            (Flow::Offcuts, StageId::Processing, StageId::Recycled),
            (Flow::Recycled, StageId::Recycled, StageId::Processing),
        ] {
            let frame = |stage| {
                layout
                    .nodes
                    .iter()
                    .find(|node| node.id == stage)
                    .unwrap()
                    .rect
            };
            let (start, end) = ends(flow);
            assert!(at_edge(start, frame(there), 0), "{name}: {flow:?}");
            assert!(at_edge(end, frame(back), 150), "{name}: {flow:?}");
        }
    }
}

#[test]
fn a_heavier_chain_is_drawn_finer_and_an_empty_flow_not_at_all() {
    let mut scene = scene(Lang::ZhHans);
    for flow in &mut scene.flows {
        flow.weight *= 40;
    }
    scene.flows[0].weight = 0;
    for orientation in ORIENTATIONS {
        let layout = layout(&scene, orientation);
        assert_eq!(layout.bands.len(), scene.flows.len() - 1);
        let widest = layout.bands.iter().map(|band| band.width).max().unwrap();
        assert!(widest < 800, "{widest}");
    }
}

#[test]
fn the_same_picture_is_laid_out_the_same() {
    let scene = scene(Lang::En);
    for orientation in ORIENTATIONS {
        let once = layout(&scene, orientation);
        assert_eq!(once, layout(&scene, orientation));
    }
}

#[test]
fn lengths_are_written_in_pixels() {
    assert_eq!(px(240), "24");
    assert_eq!(px(243), "24.3");
    assert_eq!(px(5), "0.5");
    assert_eq!(px(0), "0");
    assert_eq!(px(-5), "-0.5");
}

#[test]
fn lines_break_between_words_and_between_characters() {
    let lines = text::wrap("October 2025 · 58 % of the province", 120, 1400);
    assert!(lines.len() > 1);
    assert_eq!(lines.join(" "), "October 2025 · 58 % of the province");
    let lines = text::wrap("本地暂无氧化铝厂，全部外购", 100, 850);
    assert_eq!(lines.concat(), "本地暂无氧化铝厂，全部外购");
    assert!(
        lines.iter().all(|line| !line.starts_with('，')),
        "{lines:?}"
    );
    // A word too long for the line stays whole.
    assert_eq!(text::wrap("aluminium", 100, 100), ["aluminium"]);
    assert!(text::wrap("", 100, 100).is_empty());
}

#[test]
fn keys_lead_along_and_across_the_flows() {
    use StageId::{Alumina, Anode, Electrolytic, Processing, Recycled};
    let to_stage = |stage| Move::To(Pin::Stage(stage));
    let to_flow = |flow| Move::To(Pin::Flow(flow));
    let wide = |key, from| step(key, from, Orientation::Horizontal, |_| true);
    let (stage, flow) = (Pin::Stage, Pin::Flow);
    assert_eq!(wide("ArrowRight", stage(Alumina)), to_flow(Flow::Alumina));
    assert_eq!(
        wide("ArrowRight", flow(Flow::Alumina)),
        to_stage(Electrolytic)
    );
    assert_eq!(
        wide("ArrowRight", stage(Electrolytic)),
        to_flow(Flow::Primary)
    );
    assert_eq!(
        wide("ArrowRight", stage(Processing)),
        to_flow(Flow::Product)
    );
    assert_eq!(
        wide("ArrowDown", flow(Flow::Product)),
        to_flow(Flow::Offcuts)
    );
    assert_eq!(wide("ArrowRight", flow(Flow::Offcuts)), to_stage(Recycled));
    // Along the flow, also where it turns back.
    assert_eq!(wide("ArrowRight", stage(Recycled)), to_flow(Flow::Recycled));
    assert_eq!(
        wide("ArrowRight", flow(Flow::Recycled)),
        to_stage(Processing)
    );
    assert_eq!(wide("ArrowLeft", stage(Processing)), to_flow(Flow::Primary));
    assert_eq!(wide("ArrowDown", stage(Processing)), to_stage(Recycled));
    assert_eq!(wide("ArrowUp", stage(Recycled)), to_stage(Processing));
    assert_eq!(wide("ArrowDown", stage(Alumina)), to_stage(Anode));
    // Nobody is there.
    assert_eq!(wide("ArrowLeft", stage(Alumina)), Move::Stay);
    assert_eq!(wide("ArrowUp", stage(Electrolytic)), Move::Stay);
    assert_eq!(wide("ArrowRight", flow(Flow::Product)), Move::Stay);
    assert_eq!(wide("ArrowLeft", flow(Flow::Scrap)), Move::Stay);
    // On a phone the chain runs down.
    let tall = |key, from| step(key, from, Orientation::Vertical, |_| true);
    assert_eq!(tall("ArrowDown", stage(Alumina)), to_flow(Flow::Alumina));
    assert_eq!(tall("ArrowRight", stage(Alumina)), to_stage(Anode));
    assert_eq!(tall("ArrowUp", flow(Flow::Primary)), to_stage(Electrolytic));
    // What carries nothing is passed over.
    let without = |key, from| {
        step(key, from, Orientation::Horizontal, |flow| {
            !matches!(flow, Flow::Primary | Flow::Offcuts)
        })
    };
    assert_eq!(
        without("ArrowLeft", stage(Processing)),
        to_flow(Flow::Recycled)
    );
    assert_eq!(without("ArrowRight", stage(Electrolytic)), Move::Stay);
    assert_eq!(
        without("ArrowDown", flow(Flow::Product)),
        to_flow(Flow::Scrap)
    );
    for orientation in ORIENTATIONS {
        let keys = |key| step(key, stage(Processing), orientation, |_| true);
        assert_eq!(keys("Home"), to_stage(Alumina));
        assert_eq!(keys("End"), to_stage(Recycled));
        assert_eq!(keys("Enter"), Move::Hold);
        assert_eq!(keys(" "), Move::Hold);
        assert_eq!(keys("Escape"), Move::Leave);
        assert_eq!(keys("?"), Move::Keys);
        assert_eq!(keys("Tab"), Move::Ignore);
        assert_eq!(keys("x"), Move::Ignore);
    }
}

#[test]
fn every_stage_and_flow_can_be_reached_by_arrows() {
    for orientation in ORIENTATIONS {
        let mut reached = vec![Pin::Stage(StageId::Alumina)];
        let mut index = 0;
        while let Some(&from) = reached.get(index) {
            for key in ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] {
                if let Move::To(pin) = step(key, from, orientation, |_| true)
                    && !reached.contains(&pin)
                {
                    reached.push(pin);
                }
            }
            index += 1;
        }
        let all = StageId::ALL.len() + Flow::ALL.len();
        assert_eq!(reached.len(), all, "{orientation:?}");
    }
}

/// The figure as a page has it, before the app is live.
fn figure(publication: &Publication, scene: Scene) -> String {
    let edition = &publication.editions[0];
    let page = &edition.pages[0];
    let owner = Owner::new();
    owner.with(|| {
        Library::provide(
            Embedded {
                path: page.address.path(),
                revision: publication.revision.clone(),
                site: edition.site.clone(),
                document: page.document.clone(),
            },
            Lang::ZhHans,
        );
        let scene = Signal::stored(scene);
        let pinned = RwSignal::new(None);
        chain_diagram(
            "chain",
            Orientation::ACROSS,
            scene,
            Some(StageId::Recycled),
            pinned,
            None,
        )
        .to_html()
    })
}

#[test]
fn stages_are_anchors_with_names_and_the_chosen_one_is_current() {
    let html = figure(published(), scene(Lang::ZhHans));
    for stage in StageId::ALL {
        // Once lying, once standing.
        let anchor = format!("href=\"/chain/{}/\"", stage.as_str());
        assert_eq!(html.matches(&anchor).count(), 2, "{stage:?}");
    }
    assert_eq!(html.matches("aria-current=\"page\"").count(), 2);
    assert_eq!(html.matches("role=\"group\"").count(), 2);
    // Before the app is live every stage is a plain stop.
    assert!(!html.contains("tabindex=\"0\""));
    assert!(!html.contains("role=\"button\""));
    assert!(html.contains("本地暂无，外购"));
    // What is seen in a stage is what it is called, word by word.
    let text = |markup: &str| {
        let parts = markup
            .split('<')
            .map(|part| part.split_once('>').map_or("", |(_, text)| text));
        parts.collect::<String>().trim().to_owned()
    };
    for anchor in html.split("<a ").skip(1) {
        let anchor = anchor.split("</a>").next().unwrap();
        let name = anchor.split("aria-label=\"").nth(1).unwrap();
        let name = name.split('"').next().unwrap();
        let seen = text(&format!("<a {anchor}"));
        // Then what comes in and goes out.
        let flows = name
            .strip_prefix(&seen)
            .unwrap_or_else(|| panic!("{name}: {seen}"));
        assert!(flows.contains(" t"), "{name}");
    }
    for flow in Flow::ALL {
        assert!(
            html.contains(&format!("diagram__flow--{}", flow.as_str())),
            "{flow:?}"
        );
    }
}

/// Everything that is drawn, against `tests/fixtures/diagram.html`. Renew it
/// when the drawing is meant to change, and look at what has changed:
/// `RENEW=1 cargo test --test diagram && git diff tests/fixtures/diagram.html`
#[test]
fn the_drawing_is_as_it_was() {
    let file = Path::new("tests/fixtures/diagram.html");
    // A bundle of its own: editors may change the other without a thought to this.
    let bundle = load(Path::new("crates/content/tests/fixtures/faults/valid")).unwrap();
    let publication = publication(&bundle);
    let scene = Scene::published(
        home_diagram(&publication, Lang::ZhHans),
        Lang::ZhHans.words(),
    );
    let now = figure(&publication, scene).replace("><", ">\n<") + "\n";
    if std::env::var_os("RENEW").is_some() {
        std::fs::write(file, &now).unwrap();
    }
    let before = std::fs::read_to_string(file).unwrap_or_default();
    let changed = before
        .lines()
        .zip(now.lines())
        .find(|(before, now)| before != now);
    assert!(
        before == now,
        "the drawing has changed, first at {changed:?}; if it is meant to: \
         RENEW=1 cargo test --test diagram"
    );
}

#[test]
fn every_text_can_be_read_on_the_narrowest_phone() {
    // The standing drawing is as wide as the screen there; a place on the
    // chain is inside the page's margins.
    for (orientation, room) in [(Orientation::Vertical, 3200), (Orientation::Small, 2620)] {
        for lang in Lang::ALL {
            let layout = layout(&scene(lang), orientation);
            let labels = layout.bands.iter().flat_map(|band| &band.label);
            let texts = layout.nodes.iter().flat_map(|node| &node.lines);
            for line in texts.chain(labels) {
                let seen = line.size * room / layout.width.max(room);
                assert!(
                    seen >= 100,
                    "{lang:?}, {orientation:?}: {} is {seen}",
                    line.text
                );
            }
        }
    }
}

#[test]
fn names_stay_inside_a_small_drawing() {
    for lang in Lang::ALL {
        let layout = layout(&scene(lang), Orientation::Small);
        for node in &layout.nodes {
            for line in &node.lines {
                assert_eq!(line.role, Role::Name);
                assert!(within(line.rect(), node.rect), "{lang:?}: {}", line.text);
            }
        }
        for (index, band) in layout.bands.iter().enumerate() {
            for other in &layout.bands[index + 1..] {
                for piece in pieces(band) {
                    for other_piece in pieces(other) {
                        assert!(
                            !overlap(piece, other_piece),
                            "{lang:?}: {:?} on {:?}",
                            band.flow,
                            other.flow
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn more_of_the_same_is_the_same_picture_with_other_numbers() {
    let bundle = load(Path::new("public/content")).unwrap();
    let tonne = inputs(&bundle).unwrap();
    for quantity in Quantity::ALL {
        let one = of_balance(Lang::ZhHans, &tonne, quantity);
        let more = of_balance(
            Lang::ZhHans,
            &tonne.with(Input::Product, 615_000.0),
            quantity,
        );
        for (one, more) in one.flows.iter().zip(&more.flows) {
            assert!(
                one.weight.abs_diff(more.weight) <= 1,
                "{quantity:?}: {one:?} {more:?}"
            );
            assert!(one.weight == 0 || one.amount != more.amount, "{quantity:?}");
        }
    }
}

#[test]
fn what_comes_into_a_stage_and_arises_there_goes_out_of_it() {
    for (name, inputs) in scenarios() {
        for quantity in [Quantity::Electricity, Quantity::Co2] {
            let scene = of_balance(Lang::En, &inputs, quantity);
            for node in &scene.nodes {
                let sum = |is_at: &dyn Fn(Flow) -> bool| -> i32 {
                    let flows = scene.flows.iter().filter(|line| is_at(line.flow));
                    flows.map(|line| line.weight).sum()
                };
                let arising = match node.id {
                    StageId::Electrolytic => scene.power.weight,
                    _ => node.weight,
                };
                let goes_in = sum(&|flow| flow.to() == Some(node.id)) + arising;
                let out = sum(&|flow| flow.from() == Some(node.id));
                // Each is cut to a thousandth.
                assert!(
                    goes_in.abs_diff(out) <= 5 + out.unsigned_abs() / 1000,
                    "{name}, {quantity:?}, {:?}: {goes_in} in, {out} out",
                    node.id
                );
            }
        }
    }
}

#[test]
fn nothing_is_drawn_of_what_carries_nothing() {
    let bundle = load(Path::new("public/content")).unwrap();
    let recycled = inputs(&bundle).unwrap().with(Input::RecycledShare, 0.0);
    let scene = of_balance(Lang::ZhHans, &recycled, Quantity::Mass);
    assert!(!scene.is_drawn(Flow::Scrap));
    assert!(scene.is_drawn(Flow::Offcuts));
    let html = figure(published(), scene);
    assert_eq!(html.matches("diagram__flow--none").count(), 2);
    assert!(!html.contains("data-pin=\"flow-scrap\""));
}

#[test]
fn a_stage_is_connected_with_its_flows_and_their_other_ends() {
    let with = |pin: Pin| -> Vec<String> {
        let stages = StageId::ALL.into_iter().map(Pin::Stage);
        let flows = Flow::ALL.into_iter().map(Pin::Flow);
        stages
            .chain(flows)
            .filter(|other| connected(pin, *other))
            .map(Pin::word)
            .collect()
    };
    assert_eq!(
        with(Pin::Stage(StageId::Anode)),
        ["anode", "electrolytic", "flow-anode"]
    );
    assert_eq!(
        with(Pin::Stage(StageId::Recycled)),
        [
            "processing",
            "recycled",
            "flow-offcuts",
            "flow-scrap",
            "flow-recycled"
        ]
    );
    assert_eq!(
        with(Pin::Flow(Flow::Primary)),
        ["electrolytic", "processing", "flow-primary"]
    );
    assert_eq!(
        with(Pin::Flow(Flow::Product)),
        ["processing", "flow-product"]
    );
}

#[test]
fn the_picture_says_what_the_balance_says() {
    let picture = diagram(Lang::ZhHans);
    let amount = |kind: Flow| {
        let line = picture.flows.iter().find(|line| line.kind == kind).unwrap();
        (line.kilograms, line.amount.clone())
    };
    let (product, text) = amount(Flow::Product);
    assert_eq!((product, text.as_str()), (1000, "1.00 t"));
    let (charge, out) = (
        amount(Flow::Primary).0 + amount(Flow::Recycled).0,
        product + amount(Flow::Offcuts).0,
    );
    assert!(charge.abs_diff(out) <= 1, "{charge} in, {out} out");
    let alumina = picture
        .nodes
        .iter()
        .find(|node| node.id == StageId::Alumina)
        .unwrap();
    assert!(!alumina.local);
    assert_eq!(alumina.remark, "本地暂无，外购");
}

#[test]
fn an_outline_can_be_compared_by_its_widths() {
    let words = &Lang::ZhHans.words().picture;
    for (index, pair) in pairs().iter().enumerate() {
        for quantity in Quantity::ALL {
            let scenes = beside(Lang::ZhHans, pair, quantity);
            for orientation in ORIENTATIONS {
                // Pixels of width for what is carried, of every band that is
                // no mere hair.
                let balances = [0, 1].map(|one| Balance::new(&pair[one]).unwrap());
                let drawn = layout(&scenes[0], orientation).bands.into_iter();
                let drawn: Vec<_> = drawn.map(|band| (band.flow, band.width)).collect();
                let outlined = outlines(&scenes[0], orientation).into_iter();
                let outlined = outlined.map(|outline| (outline.flow, outline.width));
                let scales = [(0, drawn), (1, outlined.collect())].map(|(one, bands)| {
                    let wide = bands.into_iter().filter(|(_, width)| *width > 60);
                    let scales = wide.map(|(flow, width)| {
                        (
                            f64::from(width) / balances[one].carried(flow, quantity),
                            width,
                        )
                    });
                    scales.collect::<Vec<_>>()
                });
                let first = scales[0][0];
                for (scale, width) in scales.into_iter().flatten() {
                    // Widths are whole tenths of a pixel.
                    let most = 1.5 / f64::from(width) + 1.5 / f64::from(first.1);
                    assert!(
                        (scale / first.0 - 1.0).abs() < most,
                        "pair {index}, {quantity:?}, {orientation:?}: {scale} and {}",
                        first.0
                    );
                }
            }
            for scene in &scenes {
                assert!(
                    scene.caption.ends_with(words.one_scale),
                    "{}",
                    scene.caption
                );
            }
        }
    }
}

#[test]
fn a_can_beside_a_works_is_seen_and_said_to_have_a_scale_of_its_own() {
    let words = &Lang::ZhHans.words().picture;
    let bundle = load(Path::new("public/content")).unwrap();
    let works = inputs(&bundle).unwrap();
    let can = works.with(Input::Product, 1.3e-5);
    for orientation in ORIENTATIONS {
        let [one, other] = beside(Lang::ZhHans, &[can, works], Quantity::Mass).map(|scene| {
            assert!(
                scene.caption.ends_with(words.own_scale),
                "{}",
                scene.caption
            );
            let bands = layout(&scene, orientation).bands;
            let outlines = outlines(&scene, orientation);
            let own: Vec<_> = bands.iter().map(|band| band.width).collect();
            let outlined: Vec<_> = outlines.iter().map(|outline| outline.width).collect();
            assert_eq!(own, outlined);
            own
        });
        assert_eq!(one.len(), other.len());
    }
    // Alone there is nothing to compare with.
    let alone = of_balance(Lang::ZhHans, &can, Quantity::Mass);
    assert_eq!(alone.caption, words.scale);
}
