//! One series: its heading, its scope, its chart, its table.

use super::chart::{bar_chart, bounds};
use super::table::points_table;
use crate::components::{kind_tag, stage_tag};
use crate::library::use_words;
use markup::{Markup, markup};
use model::document::{PointText, Series};

/// A series of figures of one scope.
pub fn series_section(series: Series) -> Markup {
    let words = &use_words().figures;
    let heading = format!("{}-title", series.id);
    let chart = series.clone();
    let table = points_table(series.clone(), heading.clone());
    markup! {
            <section
                class="figures__series section"
                id={series.id}
                aria-labelledby={heading.clone()}
            >
                <div class="section-heading">
                    <h2 class="section-heading__text" id={heading.clone()}>
                        {series.name}
                        <span class="figures__unit">{series.unit.clone()}</span>
                    </h2>
                    {series.stage.map(stage_tag)}
                </div>
                <div class="figures__body">
                    <dl class="figures__scope">
                        <dt>{words.scope}</dt>
                        <dd>{series.scope}</dd>
                        {series.note.map(|note| markup! {
        <>
            <dt>{words.note}</dt>
            <dd>{note}</dd>
        </>
    })}
                    </dl>
                    {match <[PointText; 1]>::try_from(chart.points.clone()) {
                        Ok([point]) => single(point, chart.unit),
                        Err(_) => bar_chart(chart),
                    }}
                </div>
                {table}
            </section>
        }
}

/// A series of one point: a bar would have nothing to be compared with.
fn single(point: PointText, unit: String) -> Markup {
    let (before, after) = bounds(&point, &use_words().figures);
    markup! {
        <p class="figures__single">
            <span class="figure-card__value">
                {before}
                {point.value}
                " "
                <span class="figure-card__unit">{unit} {after}</span>
            </span>
            <span class="small">{point.period} " " {kind_tag(point.kind)}</span>
        </p>
    }
}
