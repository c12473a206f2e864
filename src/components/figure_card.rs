//! A figure, large, with its date and its source.

use leptos::prelude::*;

use super::{Cite, KindTag};
use crate::content::PointKind;
use crate::content::words::fill;
use crate::library::document::Figure;
use crate::library::{href, use_words};
use crate::routes::Route;

/// Figures side by side, or one below the other on a phone.
#[component]
pub fn FigureCards(
    /// The figures.
    figures: Vec<Figure>,
) -> impl IntoView {
    view! {
        <dl class="figure-cards">
            {figures.into_iter().map(|figure| view! { <FigureCard figure /> }).collect_view()}
        </dl>
    }
    .into_any()
}

/// A figure; stands in a `<dl>`.
#[component]
pub fn FigureCard(
    /// The figure.
    figure: Figure,
) -> impl IntoView {
    let words = &use_words().figures;
    let series = format!("{}#{}", href(Route::Figures), figure.id);
    let tag = (figure.kind != PointKind::Actual).then(|| view! { <KindTag kind=figure.kind /> });
    let mut value = figure.quantity.value;
    let mut unit = figure.quantity.unit;
    if figure.at_least {
        value.insert_str(0, words.at_least_before);
        unit.push_str(words.at_least_after);
    }
    let mut remarks = vec![figure.period];
    remarks.extend(
        figure
            .change
            .map(|change| fill(words.change_of, &[&change])),
    );
    view! {
        <div class="figure-card">
            <dt class="figure-card__name">
                <a href=series>{figure.name}</a>
                " "
                {tag}
            </dt>
            <dd class="figure-card__value">
                {value} " " <span class="figure-card__unit">{unit}</span>
            </dd>
            <dd class="figure-card__when">{remarks.join(words.comma)}</dd>
            {figure.note.map(|note| view! { <dd class="figure-card__when">{note}</dd> })}
            <dd class="figure-card__source">
                <Cite source=figure.source />
            </dd>
        </div>
    }
}
