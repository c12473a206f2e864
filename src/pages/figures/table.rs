//! The points of a series as a table.

use leptos::prelude::*;

use super::chart::bounds;
use crate::components::{Cite, KindTag};
use crate::content::words::fill;
use crate::library::document::PointText;
use crate::library::use_words;

/// The points, oldest first; cards on a phone.
#[component]
pub fn PointsTable(
    /// The points.
    points: Vec<PointText>,
    /// Their unit.
    unit: String,
    /// The id of the heading that names the table.
    labelled_by: String,
) -> impl IntoView {
    let words = &use_words().figures;
    view! {
        <table class="table table--cards" aria-labelledby=labelled_by>
            <thead>
                <tr>
                    <th scope="col">{words.period}</th>
                    <th scope="col">{fill(words.value, &[&unit])}</th>
                    <th scope="col">{words.kind}</th>
                    <th scope="col">{words.change}</th>
                    <th scope="col">{words.remark}</th>
                    <th scope="col">{words.source}</th>
                </tr>
            </thead>
            <tbody>
                {points
                    .into_iter()
                    .map(|point| view! { <PointRow point unit=unit.clone() /> })
                    .collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

/// A point.
#[component]
fn PointRow(point: PointText, unit: String) -> impl IntoView {
    let words = &use_words().figures;
    let (before, after) = bounds(&point, words);
    let mut remarks = Vec::new();
    if point.superseded {
        remarks.push(words.superseded.to_owned());
    }
    if point.calculated {
        remarks.push(words.calculated.to_owned());
    }
    remarks.extend(point.note);
    view! {
        <tr>
            <th scope="row">{point.period}</th>
            <td class="figures__value">
                {before} {point.value} <span class="table__narrow">" " {unit}</span> {after}
            </td>
            <td>
                <KindTag kind=point.kind />
            </td>
            <td data-label=words.change>{point.change}</td>
            <td>{(!remarks.is_empty()).then(|| remarks.join(words.semicolon))}</td>
            <td>
                <Cite source=point.source />
            </td>
        </tr>
    }
}
