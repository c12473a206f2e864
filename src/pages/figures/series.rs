//! One series: its heading, its scope, its chart, its table.

use leptos::prelude::*;

use super::chart::{Chart, bounds};
use super::table::PointsTable;
use crate::components::{KindTag, LinkTag};
use crate::library::document::{PointText, Series};
use crate::library::use_words;

/// A series of figures of one scope.
#[component]
pub fn SeriesSection(
    /// The series.
    series: Series,
) -> impl IntoView {
    let words = &use_words().figures;
    let heading = format!("{}-title", series.id);
    let chart = series.clone();
    view! {
        <section class="figures__series section" id=series.id aria-labelledby=heading.clone()>
            <div class="section-heading">
                <h2 class="section-heading__text" id=heading.clone()>
                    {series.name}
                    <span class="figures__unit">{series.unit.clone()}</span>
                </h2>
                {series.link.map(|link| view! { <LinkTag link /> })}
            </div>
            <div class="figures__body">
                <dl class="figures__scope">
                    <dt>{words.scope}</dt>
                    <dd>{series.scope}</dd>
                    {series.note.map(|note| view! { <dt>{words.note}</dt><dd>{note}</dd> })}
                </dl>
                {match <[PointText; 1]>::try_from(chart.points.clone()) {
                    Ok([point]) => view! { <Single point unit=chart.unit /> }.into_any(),
                    Err(_) => view! { <Chart series=chart /> }.into_any(),
                }}
            </div>
            <PointsTable points=series.points unit=series.unit labelled_by=heading.clone() />
        </section>
    }
    .into_any()
}

/// A series of one point: a bar would have nothing to be compared with.
#[component]
fn Single(point: PointText, unit: String) -> impl IntoView {
    let (before, after) = bounds(&point, &use_words().figures);
    view! {
        <p class="figures__single">
            <span class="figure-card__value">
                {before} {point.value} " " <span class="figure-card__unit">{unit} {after}</span>
            </span>
            <span class="small">{point.period} " " <KindTag kind=point.kind /></span>
        </p>
    }
}
