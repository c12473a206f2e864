//! A figure by itself, at an address that stays: how much, of what, from where, what was
//! published in its place before, and the series that it belongs to.

use super::figures::{bar_chart, points_table};
use crate::components::{
    LinkTo, article_body, breadcrumbs, cite, contact_list, page_heading, section_heading, share,
};
use crate::library::{href, use_words};
use markup::{Markup, Reactive, lazy, markup};
use model::document::{FigurePage, Series};
use model::routes::Route;

/// The id of the heading over the series.
const SERIES: &str = "series";

/// A figure.
pub fn figure_page(page: FigurePage) -> Markup<Reactive> {
    let FigurePage {
        title,
        quantity,
        facts,
        source,
        body,
        heading,
        series,
    } = page;
    let share = share(None, &title);
    let above = [&href(Route::Figures), "#", &series.id].concat();
    let above = vec![LinkTo::new(above, use_words().figures.title)];
    // One figure would have nothing to be compared with.
    let series = (series.points.len() > 1).then(|| lazy(move || series_section(series, heading)));
    markup! {
        <div class="figures page wrap">
            {breadcrumbs(above)}
            {page_heading(title, None)}
            <p class="figure-card__value">
                {quantity.value}
                " "
                <span class="figure-card__unit">{quantity.unit}</span>
            </p>
            {contact_list(facts)}
            <p>{cite(source)}</p>
            <div class="body">{article_body(body)}</div>
            {share}
            {series}
        </div>
    }
}

/// The figures beside it, each leading to its own page.
fn series_section(series: Series, heading: String) -> Markup {
    markup! {
        <section class="section">
            {section_heading(heading, Some(SERIES), None)}
            {bar_chart(series.clone())}
            {points_table(series, SERIES.to_owned())}
        </section>
    }
}
