//! Every series of figures: a chart, a table, what is counted.

mod chart;
mod series;
mod table;
#[cfg(test)]
mod tests;

use crate::components::page_heading;
use crate::library::document::FiguresPage as Figures;
use crate::library::use_words;
use crate::markup::{Markup, markup};
use chart::legend;
use series::series_section;

/// The page of figures.
pub fn figures_page(page: Figures) -> Markup {
    let words = &use_words().figures;
    let contents: Vec<_> = page
        .series
        .iter()
        .map(|series| (format!("#{}", series.id), series.name.clone()))
        .collect();
    markup! {
        <div class="figures page wrap">
            {page_heading(words.title.into(), None)}
            <p class="page__intro">{words.intro}</p>
            <nav class="figures__contents" aria-label={words.contents}>
                <ul role="list" class="figures__contents-items">
                    {contents
                        .into_iter()
                        .map(|(href, name)| markup! {
                            <li>
                                <a href={href}>{name}</a>
                            </li>
                        })
                        .collect::<Vec<_>>()}
                </ul>
            </nav>
            {legend()}
            {page
                .series
                .into_iter()
                .map(series_section)
                .collect::<Vec<_>>()}
        </div>
    }
}
