//! Every series of figures: a chart, a table, what is counted.

mod chart;
mod series;
mod table;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use crate::components::PageHeading;
use crate::library::document::FiguresPage as Figures;
use crate::library::use_words;
use chart::Legend;
use series::SeriesSection;

/// The page of figures.
#[component]
pub fn FiguresPage(
    /// Its document.
    page: Figures,
) -> impl IntoView {
    let words = &use_words().figures;
    let contents: Vec<_> = page
        .series
        .iter()
        .map(|series| (format!("#{}", series.id), series.name.clone()))
        .collect();
    view! {
        <div class="figures page wrap">
            <PageHeading text=words.title />
            <p class="page__intro">{words.intro}</p>
            <nav class="figures__contents" aria-label=words.contents>
                <ul role="list" class="figures__contents-items">
                    {contents
                        .into_iter()
                        .map(|(href, name)| view! { <li><a href=href>{name}</a></li> })
                        .collect_view()}
                </ul>
            </nav>
            <Legend />
            {page
                .series
                .into_iter()
                .map(|series| view! { <SeriesSection series /> })
                .collect_view()}
        </div>
    }
}
