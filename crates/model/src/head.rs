//! Title and description of a page.
//!
//! Both halves use it: publishing writes both into the HTML, the app sets the
//! title after a navigation.

#[cfg(feature = "native")]
use super::document::Quantity;
use super::document::{Document, Site};
use crate::routes::{Address, MemberFilter, NewsFilter, Route};
use crate::words::{Words, fill};

/// A page's title and description. The description is for search engines
/// and shared links: the app does not need it.
#[cfg(feature = "native")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The page's own title, without the site's name.
    pub title: String,
    /// One or two sentences.
    pub description: String,
}

/// Title and description of the page at a path.
#[cfg(feature = "native")]
pub fn head(path: &str, document: &Document, site: &Site, words: &Words) -> Head {
    Head {
        title: title(path, document, site, words),
        description: description(document, words),
    }
}

/// A title for the tab and for search results: `动态 · 广元市铝产业联盟`.
pub fn full_title(title: &str, site: &Site) -> String {
    if title == site.name {
        site.name.clone()
    } else {
        format!("{title} · {}", site.name)
    }
}

/// The own title of the page at a path, without the site's name.
pub fn title(path: &str, document: &Document, site: &Site, words: &Words) -> String {
    let route = Address::parse(path).map(|address| address.route);
    match document {
        Document::Home(_) => site.name.clone(),
        Document::News(_) => {
            let filter = match route {
                Some(Route::News(filter)) => filter,
                _ => NewsFilter::default(),
            };
            news_title(&filter, site, words)
        }
        Document::Article(page) => page.headline.title.text.clone(),
        Document::Members(page) => {
            let filter = match route {
                Some(Route::Members(filter)) => filter,
                _ => MemberFilter::default(),
            };
            let mut parts = Vec::new();
            if let Some(stage) = filter.stage {
                parts.extend(site.stage_name(stage).map(str::to_owned));
            }
            for (chosen, choices) in [
                (&filter.product, &page.products),
                (&filter.district, &page.districts),
            ] {
                let chosen = choices
                    .iter()
                    .find(|choice| Some(&choice.id) == chosen.as_ref());
                parts.extend(chosen.map(|choice| choice.name.clone()));
            }
            parts.push(words.members.title.to_owned());
            if filter.page > 1 {
                parts.push(fill(words.news.page, &[&filter.page.to_string()]));
            }
            parts.join(" · ")
        }
        Document::Member(page) => page.row.name.text.clone(),
        Document::Chain(page) => match page.chosen_stage() {
            Some(stage) => stage.name.clone(),
            None => words.chain.title.to_owned(),
        },
        Document::Embed(_) => words.chain.title.to_owned(),
        Document::Figures(_) => words.figures.title.to_owned(),
        Document::Figure(page) => page.title.clone(),
        Document::Events(page) => {
            let mut parts = vec![words.events.title.to_owned()];
            if page.page > 1 {
                parts.push(fill(words.news.page, &[&page.page.to_string()]));
            }
            parts.join(" · ")
        }
        Document::Event(page) => page.event.title.text.clone(),
        Document::Offers(page) => page.title.clone(),
        Document::Papers(_) => words.papers.title.to_owned(),
        Document::About(_) => words.about.title.to_owned(),
        Document::Statement(page) => page.title.clone(),
        Document::Search(_) => words.search.title.to_owned(),
        Document::NotFound => words.states.not_found_title.to_owned(),
    }
}

/// So many facts describe a figure: when, of what kind, what is counted.
#[cfg(feature = "native")]
const DESCRIBING: usize = 3;

#[cfg(feature = "native")]
fn description(document: &Document, words: &Words) -> String {
    match document {
        Document::Home(page) => page.introduction.clone(),
        Document::News(page) => fill(words.news.description, &[&page.count.to_string()]),
        Document::Article(page) => page.headline.summary.text.clone(),
        Document::Members(page) => fill(words.members.description, &[&page.total.to_string()]),
        Document::Member(page) => page.summary.text.clone(),
        Document::Chain(page) => match page.chosen_stage() {
            Some(stage) => stage.summary.clone(),
            None => words.chain.description.to_owned(),
        },
        Document::Embed(_) => words.chain.description.to_owned(),
        Document::Figures(_) => words.figures.description.to_owned(),
        Document::Figure(page) => {
            let Quantity { value, unit } = &page.quantity;
            let facts = page.facts.iter().take(DESCRIBING);
            let facts = facts.map(|fact| [&fact.label, " ", &fact.value].concat());
            let how_much = [value, " ", unit].concat();
            let all = [how_much].into_iter().chain(facts);
            all.collect::<Vec<_>>().join(" · ")
        }
        Document::Events(_) => words.events.intro.to_owned(),
        Document::Event(page) => {
            let event = &page.event;
            [&event.when.text, " · ", &event.summary.text].concat()
        }
        Document::Offers(page) => page.summary.clone(),
        Document::Papers(page) => page.summary.clone(),
        Document::About(page) => page.introduction.clone(),
        Document::Statement(page) => page.summary.clone(),
        Document::Search(_) => words.search.description.to_owned(),
        Document::NotFound => words.states.not_found_text.to_owned(),
    }
}

fn news_title(filter: &NewsFilter, site: &Site, words: &Words) -> String {
    let mut parts = Vec::new();
    parts.extend(
        filter
            .year
            .map(|year| fill(words.news.year, &[&year.to_string()])),
    );
    parts.extend(
        filter
            .stage
            .and_then(|stage| site.stage_name(stage))
            .map(str::to_owned),
    );
    parts.extend(
        filter
            .category
            .map(|category| words.kinds.category(category).to_owned()),
    );
    parts.push(words.news.title.to_owned());
    if filter.page > 1 {
        parts.push(fill(words.news.page, &[&filter.page.to_string()]));
    }
    parts.join(" · ")
}
