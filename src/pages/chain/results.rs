//! What comes of it: every result, stage by stage, with its band, or beside what
//! it is compared with.

use leptos::prelude::*;

use super::amounts::{amount, difference, span};
use super::state::{Chain, Known, Shown};
use crate::library::use_words;
use chain::Output;
use markup::{Content, Markup, Reactive, markup, reactive};
use model::StageId;

/// The results; the whole chain first.
pub fn results(chain: Chain) -> Content<Reactive> {
    reactive(move || {
        let known = chain.known();
        chain.rested.with(|shown| {
            let words = &use_words().levers;
            let stages = StageId::ALL.map(|stage| {
                markup! {
                    <details class="results__stage">
                        <summary class="results__name">{known.stage(stage)}</summary>
                        {result_table(&known, shown, Some(stage))}
                    </details>
                }
            });
            markup! {
                <div class="results">
                    <h3 class="results__name">{words.total}</h3>
                    {result_table(&known, shown, None)}
                    {stages}
                </div>
            }
        })
    })
}

/// The results of a stage, or of the whole chain, as a table.
pub fn result_table(known: &Known, shown: &Shown, stage: Option<StageId>) -> Markup {
    let words = &use_words().levers;
    let name = stage.map_or_else(|| words.total.to_owned(), |stage| known.stage(stage));
    let heads = match shown.against {
        Some(_) => [words.this, words.other, words.difference],
        None => [words.value, words.band, ""],
    };
    let rows: Vec<Markup> = (Output::ALL.into_iter())
        .filter(|output| output.stage() == stage)
        .map(|output| row(known, shown, output))
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

fn row(known: &Known, shown: &Shown, output: Output) -> Markup {
    let words = &use_words().levers;
    let unit = output.unit();
    let value = shown.balance.get(output);
    let name = known.levers.outputs.get(output as usize);
    let rest = match &shown.against {
        Some((_, other)) => {
            let other = other.get(output);
            vec![amount(other, unit), difference(value - other, unit)]
        }
        None => {
            let band = shown.band.map(|band| band.get(output));
            let span = band.and_then(|(low, high)| span(low, high, unit));
            vec![span.unwrap_or_else(|| words.no_band.to_owned())]
        }
    };
    markup! {
        <tr data-output={output.key()}>
            <th scope="row">{name.cloned().unwrap_or_default()}</th>
            <td>{amount(value, unit)}</td>
            {rest.into_iter().map(|text| markup! { <td>{text}</td> }).collect::<Vec<_>>()}
        </tr>
    }
}
