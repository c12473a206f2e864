//! One series: its heading, its scope, its chart, its table.

use leptos::prelude::*;

use super::chart::Chart;
use super::table::PointsTable;
use crate::components::LinkTag;
use crate::library::document::Series;
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
                <Chart series=chart />
            </div>
            <PointsTable points=series.points unit=series.unit labelled_by=heading.clone() />
        </section>
    }
    .into_any()
}
