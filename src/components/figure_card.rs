//! A figure, large, with its date and its source.

use super::{cite, kind_tag};
use crate::library::{href, use_words};
use markup::{Markup, markup};
use model::PointKind;
use model::document::Figure;
use model::routes::Route;
use model::words::fill;

/// Figures side by side, or one below the other on a phone.
pub fn figure_cards(figures: Vec<Figure>) -> Markup {
    markup! {
        <dl class="figure-cards">
            {figures.into_iter().map(figure_card).collect::<Vec<_>>()}
        </dl>
    }
}

/// A figure; stands in a `<dl>`.
pub fn figure_card(figure: Figure) -> Markup {
    let words = &use_words().figures;
    let page = href(Route::Figure(figure.id, figure.point));
    let tag = (figure.kind != PointKind::Actual).then(|| kind_tag(figure.kind));
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
    markup! {
            <div class="figure-card">
                <dt class="figure-card__name">
                    <a href={page}>{figure.name}</a>
                    " "
                    {tag}
                </dt>
                <dd class="figure-card__value">
                    {value}
                    " "
                    <span class="figure-card__unit">{unit}</span>
                </dd>
                <dd class="figure-card__when">{remarks.join(words.comma)}</dd>
                {figure.note.map(|note| markup! {
        <dd class="figure-card__when">{note}</dd>
    })}
                <dd class="figure-card__source">{cite(figure.source)}</dd>
            </div>
        }
}
