//! What it takes to make a tonne, as a table.

use leptos::prelude::*;

use crate::components::Cite;
use crate::library::document::FactorText;
use crate::library::use_words;

/// The factors, each with range, value, unit and source; cards on a phone.
#[component]
pub fn Factors(
    /// The factors.
    factors: Vec<FactorText>,
) -> impl IntoView {
    let words = &use_words().chain;
    view! {
        <table class="table table--cards chain-factors" aria-labelledby="factors">
            <thead>
                <tr>
                    <th scope="col">{words.factor}</th>
                    <th scope="col">{words.value}</th>
                    <th scope="col">{words.range}</th>
                    <th scope="col">{words.source}</th>
                </tr>
            </thead>
            <tbody>
                {factors
                    .into_iter()
                    .map(|factor| view! { <FactorRow factor /> })
                    .collect_view()}
            </tbody>
        </table>
    }
}

#[component]
fn FactorRow(factor: FactorText) -> impl IntoView {
    let words = &use_words().chain;
    let assumed = (factor.assumption)
        .then(|| view! { <span class="tag tag--open">{words.assumption}</span> });
    view! {
        <tr>
            <th scope="row">
                {factor.name}
                {factor.note.map(|note| view! { <span class="chain-factors__note">{note}</span> })}
            </th>
            <td class="chain-factors__value">
                <strong>{factor.default}</strong>
                " "
                {factor.unit.clone()}
            </td>
            <td data-label=words.range>{factor.range}</td>
            <td>
                {assumed}
                {factor.source.map(|source| view! { <Cite source /> })}
            </td>
        </tr>
    }
}
