//! What is on screen, written out as a file has it.

use chain::view::{ChainView, Pin, write};
use leptos::prelude::*;

use super::chain_model::{ChainModel, ShownScenario};
use super::export_panel::{ExportData, Taken};
use super::state::Chain;
use crate::diagram::export::{Row, Sheet};
use crate::diagram::stage::stage_scene;
use chain::{Output, decimal};
use model::document::Lever;
use model::input::MOST;
use model::{Lang, StageId};

/// The scenario on screen, in numbers and as a picture.
pub fn export_data(chain: Chain, lang: Lang) -> ExportData {
    let model = chain.model();
    chain.shown.with_untracked(|shown| {
        let scene = model.scene(shown, true, lang);
        let (sheet, stem) = sheet(&model, shown, lang);
        ExportData {
            sheet: Sheet {
                title: scene.title.clone(),
                caption: scene.caption.clone(),
                compared: compared_with(chain, &shown.view, lang),
                ..sheet
            },
            picture: Taken::Chain(scene, chain.pinned.get_untracked()),
            stem,
            query: chain.shown_query.get_untracked(),
        }
    })
}

/// The same with the balance of a stage as the picture.
pub fn stage_data(chain: Chain, stage: StageId, lang: Lang) -> ExportData {
    let model = chain.model();
    chain.shown.with_untracked(|shown| {
        let words = lang.words();
        let bands = shown.bands.as_deref();
        let scene = stage_scene(
            &model.diagram,
            &model.levers,
            stage,
            &shown.balance,
            bands,
            lang,
        );
        let (sheet, stem) = sheet(&model, shown, lang);
        let held = ChainView {
            pinned: Some(Pin::Stage(stage)),
            asked: None,
            ..shown.view
        };
        ExportData {
            sheet: Sheet {
                title: [&scene.name, words.picture.colon, words.levers.stage_balance].concat(),
                caption: words.levers.stage_note.to_owned(),
                ..sheet
            },
            picture: Taken::Stage(scene),
            stem: [stage.as_str(), "-", &stem].concat(),
            query: write(&held, &model.menu),
        }
    })
}

/// The table of a scenario, and what names its files.
pub fn sheet(model: &ChainModel, shown: &ShownScenario, lang: Lang) -> (Sheet, String) {
    let words = &lang.words().take;
    let view = &shown.view;
    let preset = model.preset(view.preset);
    let mut scenario = preset.map_or_else(String::new, |preset| preset.name.clone());
    let mut stem = preset.map_or_else(String::new, |preset| preset.id.clone());
    if model.is_changed(view) {
        scenario.push_str(words.changed);
        stem.push_str("-changed");
    }
    let sheet = Sheet {
        scenario,
        inputs: inputs(model, shown, lang),
        results: results(model, shown, lang),
        ..Sheet::default()
    };
    (sheet, stem)
}

fn inputs(model: &ChainModel, shown: &ShownScenario, lang: Lang) -> Vec<Row> {
    let row = |group: &str, lever: &Lever| {
        let input = lever.input;
        let ranges = !input.is_choice();
        Row {
            key: input.key(),
            group: group.to_owned(),
            name: lever.name.clone(),
            value: written(shown.view.inputs.get(input)),
            unit: lever.unit.clone(),
            low: if ranges {
                written(lever.low)
            } else {
                String::new()
            },
            high: if ranges {
                written(lever.high)
            } else {
                String::new()
            },
            other: (shown.against.as_ref())
                .map_or_else(String::new, |(inputs, _)| written(inputs.get(input))),
            source: source(lever, shown.view.inputs.get(input), lang),
        }
    };
    (model.levers.groups.iter())
        .flat_map(|group| {
            let levers = group.levers.iter();
            levers.map(|lever| row(&group.name, lever))
        })
        .collect()
}

/// A factor's source; what the reader has set has none.
fn source(lever: &Lever, value: f64, lang: Lang) -> String {
    match &lever.source {
        _ if value != lever.default => String::new(),
        Some(source) => source.text.clone(),
        None if lever.assumption => lang.words().take.assumption.to_owned(),
        None => String::new(),
    }
}

fn results(model: &ChainModel, shown: &ShownScenario, lang: Lang) -> Vec<Row> {
    let bands = shown.bands.as_deref();
    (Output::ALL.into_iter())
        .map(|output| {
            let stage = output.stage().map(|stage| model.stage(stage));
            let band = bands.and_then(|bands| bands.get(output).ok());
            Row {
                key: output.key(),
                group: stage.unwrap_or_else(|| lang.words().take.whole.to_owned()),
                name: (model.levers.outputs.get(output as usize).cloned()).unwrap_or_default(),
                value: written(shown.balance.get(output)),
                unit: output.unit().as_str().to_owned(),
                low: band.map_or_else(String::new, |(low, _)| written(low)),
                high: band.map_or_else(String::new, |(_, high)| written(high)),
                other: (shown.against.as_ref())
                    .map_or_else(String::new, |(_, balance)| written(balance.get(output))),
                source: String::new(),
            }
        })
        .collect()
}

/// A number; without limit it is none.
fn written(value: f64) -> String {
    if value == MOST {
        String::new()
    } else {
        decimal::write(value)
    }
}

/// What a scenario is compared with; empty when with nothing.
fn compared_with(chain: Chain, view: &ChainView, lang: Lang) -> String {
    view.against
        .map_or_else(String::new, |against| chain.name_of(&against, lang))
}
