//! Every series of figures: a chart, a table, what is counted.

mod chart;
mod series;
mod table;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use crate::components::{inside_app, page_heading, section_heading};
use crate::library::{use_library, use_words};
pub(super) use chart::bar_chart;
use chart::legend;
use markup::{Content, Markup, markup};
use model::document::FiguresPage as Figures;
use series::series_section;
pub(super) use table::points_table;

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
            {page.note.map(|note| markup! {
                <p class="figures__note" lang={note.lang}>{note.text}</p>
            })}
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
            {downloads()}
        </div>
    }
}

/// Everything to take along. The files are the same in every language.
fn downloads() -> Markup {
    let words = &use_words().figures;
    let site = use_library().site.get_untracked();
    let file = |name: &'static str, label: &'static str| {
        markup! {
            <a class="figures__download" href={name} download={true}>{label}</a>
        }
    };
    let row = |name, files: [Markup; 2]| {
        markup! {
            <li>{name} " " {files.map(|file| [file.into(), " ".into()]).into_iter().flatten().collect::<Vec<Content>>()}</li>
        }
    };
    markup! {
        <section class="section">
            {section_heading(words.data.into(), Some("data"), None)}
            <ul class="figures__downloads" role="list">
                {row(
                    words.all_figures,
                    [file("/data/figures.csv", "CSV"), file("/data/figures.json", "JSON")],
                )}
                {row(
                    words.all_companies,
                    [file("/data/companies.csv", "CSV"), file("/data/companies.json", "JSON")],
                )}
                {site
                    .has_events
                    .then(|| {
                        row(
                            use_words().events.all,
                            [file("/data/events.csv", "CSV"), file("/data/events.json", "JSON")],
                        )
                    })}
                {site
                    .has_papers
                    .then(|| {
                        row(
                            use_words().papers.all,
                            [file("/data/papers.csv", "CSV"), file("/data/papers.json", "JSON")],
                        )
                    })}
                {site
                    .has_offers
                    .then(|| {
                        row(
                            use_words().shell.offers,
                            [file("/data/offers.csv", "CSV"), file("/data/offers.json", "JSON")],
                        )
                    })}
            </ul>
            {inside_app()}
            <p class="small">{words.licence}</p>
        </section>
    }
}
