//! What comes of it: every result, stage by stage, with its band, or beside what
//! it is compared with.

use leptos::prelude::*;
use leptos::web_sys::Element;

use super::amounts::{amount, difference, span};
use super::chain_model::{ChainModel, ShownScenario};
use super::state::use_chain;
use crate::components::fold;
use crate::library::{follow_visibility, use_library, use_words};
use chain::Output;
use chain::band::Bands;
use markup::{Content, Markup, Reactive, markup, reactive};
use model::StageId;

/// All results under their heading, which says the last of them.
pub fn results_section() -> Markup<Reactive> {
    let words = &use_words().levers;
    let visible = RwSignal::new(true);
    let inside = markup! {
        <div>
            <p class="levers__note">{words.results_note}</p>
            {results(visible)}
        </div>
    };
    let mut section = fold("results", words.results, in_short(), inside.into());
    section.mounted(move |section| follow_visibility(section, visible));
    section
}

/// What is made, what it takes and what it emits, in one line.
fn in_short() -> Content<Reactive> {
    let chain = use_chain();
    reactive(move || {
        let text = chain.settled.with(|shown| {
            let mut text = String::new();
            for output in [Output::Product, Output::Electricity, Output::Co2] {
                if !text.is_empty() {
                    text.push_str(" · ");
                }
                text.push_str(&amount(shown.balance.get(output), output.unit()));
            }
            text
        });
        markup! { <span>{text}</span> }
    })
}

/// The results; the whole chain first. They follow what is changed as long as
/// they are `visible`.
fn results(visible: RwSignal<bool>) -> Markup<Reactive> {
    let words = &use_words().levers;
    let model = use_chain().model();
    let stages = StageId::ALL.map(|stage| stage_results(stage, model.stage(stage), visible));
    markup! {
        <div class="results">
            <h3 class="results__name">{words.total}</h3>
            {result_table(None, visible, RwSignal::new(true))}
            {stages}
        </div>
    }
}

/// The results of a stage, folded away under a name.
pub fn stage_results(stage: StageId, name: String, visible: RwSignal<bool>) -> Markup<Reactive> {
    let open = RwSignal::new(false);
    let mut results = markup! {
        <details class="results__stage" on:toggle={move |event| open.set(is_open(&event_target(&event)))}>
            <summary class="results__name">{name}</summary>
            {result_table(Some(stage), visible, open)}
        </details>
    };
    // The reader may have been quicker than the app.
    results.mounted(move |details| open.set(is_open(details)));
    results
}

/// Whether what was folded away is unfolded now.
fn is_open(details: &Element) -> bool {
    details.has_attribute("open")
}

/// The results of a stage, or of the whole chain, as a table. It follows what is
/// changed while it is `visible` and `open`; otherwise it comes after.
fn result_table(
    stage: Option<StageId>,
    visible: RwSignal<bool>,
    open: RwSignal<bool>,
) -> Content<Reactive> {
    let chain = use_chain();
    let live = use_library().hydrated;
    reactive(move || {
        let model = chain.model();
        let open = open.get();
        let scenario = match open && visible.get() {
            true => chain.throttled,
            false => chain.settled,
        };
        // Only what the reader can see can be asked about.
        let asks = open && live.get();
        scenario.with(|shown| table(&model, shown, stage, asks))
    })
}

fn table(model: &ChainModel, shown: &ShownScenario, stage: Option<StageId>, asks: bool) -> Markup {
    let words = &use_words().levers;
    let name = stage.map_or_else(|| words.total.to_owned(), |stage| model.stage(stage));
    let (heads, bands) = match shown.against {
        Some(_) => ([words.this, words.other, words.difference], None),
        None => ([words.value, words.band, ""], shown.bands.as_deref()),
    };
    let rows: Vec<Markup> = (Output::ALL.into_iter())
        .filter(|output| output.stage() == stage)
        .map(|output| row(model, shown, bands, output, asks))
        .collect();
    markup! {
        <table class="table results__table">
            <caption class="visually-hidden">{name}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.what}</th>
                    {heads.into_iter().filter(|head| !head.is_empty()).map(|head| markup! {
                        <th scope="col">{head}</th>
                    }).collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(
    model: &ChainModel,
    shown: &ShownScenario,
    bands: Option<&Bands>,
    output: Output,
    asks: bool,
) -> Markup {
    let words = &use_words().levers;
    let unit = output.unit();
    let value = shown.balance.get(output);
    let number: Content = match asks {
        true => markup! {
            <button type="button" class="ask" data-ask={output.key()}>{amount(value, unit)}</button>
        }
        .into(),
        false => amount(value, unit).into(),
    };
    let rest = match &shown.against {
        Some((_, other)) => {
            let other = other.get(output);
            vec![amount(other, unit), difference(value - other, unit)]
        }
        None => {
            let band = bands.and_then(|bands| bands.get(output).ok());
            let span = band.and_then(|(low, high)| span(low, high, unit));
            vec![span.unwrap_or_else(|| words.no_band.to_owned())]
        }
    };
    markup! {
        <tr>
            <th scope="row">{model.output(output).to_owned()}</th>
            <td>{number}</td>
            {rest.into_iter().map(|text| markup! { <td>{text}</td> }).collect::<Vec<_>>()}
        </tr>
    }
}
