//! The points of a series as a table.

use super::chart::bounds;
use crate::components::{cite, kind_tag};
use crate::library::{href, use_words};
use markup::{Markup, markup};
use model::document::{PointText, Series};
use model::routes::Route;
use model::words::fill;

/// The points, oldest first, each leading to its own page; cards on a phone.
pub fn points_table(series: Series, labelled_by: String) -> Markup {
    let Series {
        id, unit, points, ..
    } = series;
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
                    .map(|point| point_row(&id, point, unit.clone()))
                    .collect::<Vec<_>>()}
            </tbody>
        </table>
    }
}

/// A point. The one whose page this is leads nowhere.
fn point_row(series: &str, point: PointText, unit: String) -> Markup {
    let words = &use_words().figures;
    let (before, after) = bounds(&point, words);
    let current = point.point.is_none().then_some("page");
    let page = point
        .point
        .map(|name| href(Route::Figure(series.to_owned(), name)));
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
                <a href={page} aria-current={current}>{point.value}</a>
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
