//! A company's capacities, each with date and source.

use leptos::prelude::*;

use crate::components::Cite;
use crate::library::document::CapacityText;
use crate::library::use_words;

/// The capacities as a table, or that none is known.
#[component]
pub fn Capacities(
    /// The capacities.
    capacities: Vec<CapacityText>,
) -> impl IntoView {
    let words = &use_words().members;
    if capacities.is_empty() {
        return view! { <p class="member__none">{words.no_capacity}</p> }.into_any();
    }
    let rows = capacities
        .into_iter()
        .map(|capacity| view! { <Row capacity /> })
        .collect_view();
    view! {
        <table class="member__capacities table table--cards">
            <thead>
                <tr>
                    <th scope="col">{words.material}</th>
                    <th scope="col">{words.quantity}</th>
                    <th scope="col">{words.status}</th>
                    <th scope="col">{words.as_of_and_source}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Row(capacity: CapacityText) -> impl IntoView {
    let words = &use_words().members;
    let CapacityText {
        quantity,
        material,
        status,
        as_of,
        note,
        source,
    } = capacity;
    let status = match status.is_empty() {
        true => words.status_unstated.to_owned(),
        false => status,
    };
    view! {
        <tr>
            <th scope="row">
                {material} {note.map(|note| view! { <span class="member__remark">{note}</span> })}
            </th>
            <td class="member__quantity">{quantity.value} " " {quantity.unit}</td>
            <td>{status}</td>
            <td>
                <time datetime=as_of.iso>{as_of.text}</time>
                " "
                <Cite source />
            </td>
        </tr>
    }
}
