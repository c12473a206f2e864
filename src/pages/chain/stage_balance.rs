//! A stage's own balance: the picture, and beside it the same as a table.

use leptos::prelude::*;

use super::amounts::{amount, span};
use super::chain_model::{ChainModel, ShownScenario};
use super::state::use_chain;
use crate::diagram::stage::{StageShape, stage_drawing, stage_drawings, stage_scene};
use crate::library::{use_lang, use_words};
use chain::Output;
use chain::amount::AmountUnit;
use chain::band::Bands;
use chain::stage::stage_balance;
use markup::{Content, Markup, Reactive, markup, reactive};
use model::words::fill;
use model::{Lang, StageId};

/// The picture across a page, with its table.
pub fn stage_section(stage: StageId) -> Content<Reactive> {
    let chain = use_chain();
    let lang = use_lang();
    reactive(move || {
        let model = chain.model();
        let words = &use_words().levers;
        chain.throttled.with(|shown| {
            let bands = shown.bands.as_deref();
            let scene = scene(&model, shown, stage, bands, lang);
            let (mass, _) = shown.balance.in_and_out_t(stage);
            let closes = fill(words.closes, &[&amount(mass, AmountUnit::Tonnes)]);
            markup! {
                <section class="stage-balance" aria-labelledby="balance">
                    <h2 class="section-heading__name" id="balance">{words.stage_balance}</h2>
                    {stage_drawings(&scene, lang)}
                    <p class="small">{closes} " " {words.stage_note}</p>
                    {table(&model, shown, stage, bands)}
                </section>
            }
        })
    })
}

/// The picture alone, as wide as there is room.
pub fn stage_alone(model: &ChainModel, shown: &ShownScenario, stage: StageId) -> Markup {
    let lang = use_lang();
    let scene = scene(model, shown, stage, shown.bands.as_deref(), lang);
    stage_drawings(&scene, lang)
}

/// The picture in the panel of what is held on to.
pub fn stage_in_place(model: &ChainModel, shown: &ShownScenario, stage: StageId) -> Markup {
    let lang = use_lang();
    let bands = shown.bands.as_deref();
    let scene = scene(model, shown, stage, bands, lang);
    markup! { <div class="stage-picture">{stage_drawing(&scene, StageShape::Narrow, lang)}</div> }
}

fn scene(
    model: &ChainModel,
    shown: &ShownScenario,
    stage: StageId,
    bands: Option<&Bands>,
    lang: Lang,
) -> crate::diagram::stage::StageScene {
    let (diagram, levers) = (&model.diagram, &model.levers);
    stage_scene(diagram, levers, stage, &shown.balance, bands, lang)
}

/// What the picture shows, in numbers.
fn table(
    model: &ChainModel,
    shown: &ShownScenario,
    stage: StageId,
    bands: Option<&Bands>,
) -> Markup {
    let words = &use_words().levers;
    let parts = stage_balance(stage);
    let (into, out) = shown.balance.in_and_out_t(stage);
    let group = |heading: &'static str, outputs: &[Output], sum: Option<f64>| {
        let rows: Vec<Markup> = (outputs.iter())
            .filter(|output| shown.balance.get(**output) > 0.0)
            .map(|output| row(model, shown, *output, bands))
            .collect();
        let sum = sum.map(|sum| {
            markup! {
                <tr>
                    <th scope="row">{words.sum}</th>
                    <td><strong>{amount(sum, AmountUnit::Tonnes)}</strong></td>
                    <td></td>
                </tr>
            }
        });
        (!rows.is_empty()).then(|| {
            markup! {
                <tbody>
                    <tr><th class="stage-balance__group" scope="rowgroup" colspan="3">{heading}</th></tr>
                    {rows}
                    {sum}
                </tbody>
            }
        })
    };
    markup! {
        <table class="table results__table">
            <thead>
                <tr>
                    <th scope="col">{words.what}</th>
                    <th scope="col">{words.value}</th>
                    <th scope="col">{words.band}</th>
                </tr>
            </thead>
            {group(words.into, parts.into, Some(into))}
            {group(words.out_of, parts.out, Some(out))}
            {group(words.taken, parts.energy, None)}
            {group(words.emitted, parts.emitted, None)}
        </table>
    }
}

fn row(model: &ChainModel, shown: &ShownScenario, output: Output, bands: Option<&Bands>) -> Markup {
    let unit = output.unit();
    let band = bands.and_then(|bands| bands.get(output).ok());
    let band = band.and_then(|(low, high)| span(low, high, unit));
    let none = use_words().levers.no_band;
    markup! {
        <tr>
            <th scope="row">{model.output(output).to_owned()}</th>
            <td>{amount(shown.balance.get(output), unit)}</td>
            <td>{band.unwrap_or_else(|| none.to_owned())}</td>
        </tr>
    }
}
