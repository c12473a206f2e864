//! The points of a series as a table.

use super::chart::bounds;
use crate::components::{cite, kind_tag};
use crate::library::use_words;
use markup::{Markup, markup};
use model::document::PointText;
use model::words::fill;

/// The points, oldest first; cards on a phone.
pub fn points_table(points: Vec<PointText>, unit: String, labelled_by: String) -> Markup {
    let words = &use_words().figures;
    markup! {
        <table class="table table--cards" aria-labelledby={labelled_by}>
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
                    .map(|point| point_row(point, unit.clone()))
                    .collect::<Vec<_>>()}
            </tbody>
        </table>
    }
}

/// A point.
fn point_row(point: PointText, unit: String) -> Markup {
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
    markup! {
        <tr>
            <th scope="row">{point.period}</th>
            <td class="figures__value">
                {before}
                {point.value}
                <span class="table__narrow">" " {unit}</span>
                {after}
            </td>
            <td>{kind_tag(point.kind)}</td>
            <td data-label={words.change}>{point.change}</td>
            <td>{(!remarks.is_empty()).then(|| remarks.join(words.semicolon))}</td>
            <td>{cite(point.source)}</td>
        </tr>
    }
}
