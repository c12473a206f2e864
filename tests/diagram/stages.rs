//! The picture of a stage: both sides equally high, everything seen, nothing on
//! anything, in every scenario and language.

use std::path::Path;

use alliance::diagram::layout::{Line, Rect};
use alliance::diagram::stage::{
    StageLayout, StageScene, StageShape, stage_drawing, stage_layout, stage_scene,
};
use chain::band::Bands;
use chain::{Balance, Inputs, Output};
use content::chain_inputs::{inputs, ranges};
use content::load::load;
use leptos::prelude::RenderHtml;
use model::document::{Document, Levers};
use model::{Input, Lang, StageId};

use super::publication::{Publication, publication};
use super::{home_diagram, published, scenarios};

const SHAPES: [StageShape; 2] = [StageShape::Wide, StageShape::Narrow];

pub fn levers(publication: &Publication, lang: Lang) -> Levers {
    let mut editions = publication.editions.iter();
    let edition = editions.find(|edition| edition.lang == lang).unwrap();
    let page = (edition.pages.iter()).find_map(|page| match &page.document {
        Document::Chain(page) => Some(page.levers.clone()),
        _ => None,
    });
    page.unwrap()
}

fn picture(lang: Lang, stage: StageId, inputs: &Inputs, bands: Option<&Bands>) -> StageScene {
    let diagram = home_diagram(published(), lang);
    let balance = Balance::new(inputs).unwrap();
    stage_scene(
        &diagram,
        &levers(published(), lang),
        stage,
        &balance,
        bands,
        lang,
    )
}

/// Every stage in every scenario, in both languages, with bands.
fn pictures() -> Vec<(String, StageScene)> {
    let bundle = load(Path::new("public/content")).unwrap();
    let mut pictures = Vec::new();
    for lang in [Lang::ZhHans, Lang::En] {
        for (name, inputs) in scenarios() {
            let bands = Bands::new(&inputs, ranges(&bundle, &inputs).unwrap()).unwrap();
            for stage in StageId::ALL {
                let scene = picture(lang, stage, &inputs, Some(&bands));
                pictures.push((format!("{stage:?}, {name}, {lang:?}"), scene));
            }
        }
    }
    pictures
}

fn apart(one: Rect, other: Rect) -> bool {
    one.x + one.width <= other.x
        || other.x + other.width <= one.x
        || one.y + one.height <= other.y
        || other.y + other.height <= one.y
}

/// The lines of each label together, and those in the box.
fn labels(layout: &StageLayout) -> Vec<&[Line]> {
    let lines = layout.lines.iter().chain(&layout.energy);
    let labels = lines.map(|line| line.label.as_slice());
    let bars = layout.emitted.iter().map(|(_, said)| said.as_slice());
    labels
        .chain(bars)
        .chain([layout.title.as_slice(), layout.emission.as_slice()])
        .collect()
}

#[test]
fn both_sides_are_equally_high_and_say_so() {
    for (name, scene) in pictures() {
        let sum = |items: &[alliance::diagram::stage::StageItem]| -> i32 {
            items.iter().map(|item| item.weight[0]).sum()
        };
        let (into, out) = (sum(&scene.into), sum(&scene.out));
        // What is cut off of each weight.
        assert!((into - out).abs() <= 8, "{name}: {into} in, {out} out");
        if into > 0 {
            assert!(into > 9990, "{name}: {into}");
        }
        let amount = |said: &str| said.split([' ', '\u{a0}']).collect::<Vec<_>>()[1..].join(" ");
        assert_eq!(amount(&scene.sums[0]), amount(&scene.sums[1]), "{name}");
    }
}

#[test]
fn all_that_crosses_the_border_is_drawn_and_seen() {
    let bundle = load(Path::new("public/content")).unwrap();
    let inputs = inputs(&bundle).unwrap();
    let scene = picture(Lang::En, StageId::Electrolytic, &inputs, None);
    let outputs = |items: &[alliance::diagram::stage::StageItem]| -> Vec<Output> {
        items.iter().map(|item| item.output).collect()
    };
    use Output as O;
    assert_eq!(
        outputs(&scene.into),
        [O::Alumina, O::BakedAnode, O::AirOxygen]
    );
    assert_eq!(
        outputs(&scene.out),
        [
            O::Primary,
            O::AnodeCo2,
            O::Butts,
            O::AluminaLoss,
            O::CasthouseDross,
            O::AnodeResidue
        ]
    );
    assert_eq!(
        outputs(&scene.energy),
        [O::SmeltingPower, O::AluminiumFluoride]
    );
    assert_eq!(
        outputs(&scene.emitted),
        [O::SmeltingPowerCo2, O::AnodeCo2, O::Pfc]
    );
    for (name, scene) in pictures() {
        for shape in SHAPES {
            let layout = stage_layout(&scene, shape);
            assert_eq!(
                layout.lines.len(),
                scene.into.len() + scene.out.len(),
                "{name}"
            );
            assert!(layout.lines.iter().all(|line| line.width >= 15), "{name}");
            for (item, line) in scene.into.iter().chain(&scene.out).zip(&layout.lines) {
                assert!(!line.label.is_empty(), "{name}: {item:?}");
            }
        }
    }
}

#[test]
fn labels_lie_on_nothing_and_stay_inside() {
    for (name, scene) in pictures() {
        for shape in SHAPES {
            let layout = stage_layout(&scene, shape);
            let rects: Vec<(&str, Vec<Rect>)> = (labels(&layout).into_iter())
                .filter(|label| !label.is_empty())
                .map(|label| {
                    (
                        label[0].text.as_str(),
                        label.iter().map(Line::rect).collect(),
                    )
                })
                .collect();
            for (index, (text, lines)) in rects.iter().enumerate() {
                for line in lines {
                    let inside = line.x >= 0
                        && line.y >= 0
                        && line.x + line.width <= layout.width
                        && line.y + line.height <= layout.height;
                    assert!(inside, "{name}, {shape:?}: {text} sticks out: {line:?}");
                }
                for (other, others) in &rects[index + 1..] {
                    let clear = lines
                        .iter()
                        .all(|line| others.iter().all(|other| apart(*line, *other)));
                    assert!(clear, "{name}, {shape:?}: {text} on {other}");
                }
            }
        }
    }
}

/// All five, against `tests/fixtures/stages.html`. Renew it when the pictures are
/// meant to change: `RENEW=1 cargo test --test diagram`.
#[test]
fn the_pictures_of_stages_are_as_they_were() {
    let file = Path::new("tests/fixtures/stages.html");
    let bundle = load(Path::new("crates/content/tests/fixtures/faults/valid")).unwrap();
    let publication = publication(&bundle);
    let inputs = inputs(&bundle).unwrap().with(Input::Product, 1000.0);
    let bands = Bands::new(&inputs, ranges(&bundle, &inputs).unwrap()).unwrap();
    let balance = Balance::new(&inputs).unwrap();
    let lang = Lang::ZhHans;
    let diagram = home_diagram(&publication, lang);
    let levers = levers(&publication, lang);
    let mut now = String::new();
    for stage in StageId::ALL {
        let scene = stage_scene(&diagram, &levers, stage, &balance, Some(&bands), lang);
        let drawn = stage_drawing(&scene, StageShape::Wide, lang);
        now.push_str(&drawn.to_html().replace("><", ">\n<"));
        now.push('\n');
    }
    if std::env::var_os("RENEW").is_some() {
        std::fs::write(file, &now).unwrap();
    }
    let before = std::fs::read_to_string(file).unwrap_or_default();
    let changed = (before.lines().zip(now.lines())).find(|(before, now)| before != now);
    assert!(
        before == now,
        "a stage has changed, first at {changed:?}; if it is meant to: RENEW=1 cargo test --test diagram"
    );
}
