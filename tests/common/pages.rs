//! Which pages a published site has, by its own sitemap.

use std::collections::BTreeSet;

use chain::Output;
use model::Lang;
use model::document::Document;
use model::routes::{Address, Route, lang_of};

use super::Published;

/// The kinds of pages: what is true of one page of a kind should be of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Home,
    NewsList,
    FilteredNews,
    Article,
    Members,
    FilteredMembers,
    Member,
    Chain,
    ChosenStage,
    Embed,
    Figures,
    Figure,
    Events,
    Event,
    Offers,
    Papers,
    About,
    Statement,
    Search,
    NotFound,
}

impl Kind {
    /// The kind of the page at a path.
    pub fn of(path: &str) -> Self {
        match Address::parse(path).map(|address| address.route) {
            Some(Route::Home) => Kind::Home,
            Some(Route::News(filter)) if filter == Default::default() => Kind::NewsList,
            Some(Route::News(_)) => Kind::FilteredNews,
            Some(Route::Article(_)) => Kind::Article,
            Some(Route::Members(filter)) if filter.is_empty() => Kind::Members,
            Some(Route::Members(_)) => Kind::FilteredMembers,
            Some(Route::Member(_)) => Kind::Member,
            Some(Route::Chain(None)) => Kind::Chain,
            Some(Route::Chain(Some(_))) => Kind::ChosenStage,
            Some(Route::Embed) => Kind::Embed,
            Some(Route::Figures) => Kind::Figures,
            Some(Route::Figure(..)) => Kind::Figure,
            Some(Route::Events(_)) => Kind::Events,
            Some(Route::Event(_)) => Kind::Event,
            Some(Route::Offers) => Kind::Offers,
            Some(Route::Papers) => Kind::Papers,
            Some(Route::About) => Kind::About,
            Some(Route::Statement(_)) => Kind::Statement,
            Some(Route::Search) => Kind::Search,
            None => Kind::NotFound,
        }
    }
}

/// A page that stands for its kind.
#[derive(Clone, Debug)]
pub struct Page {
    pub kind: Kind,
    pub path: String,
}

/// Every address in the sitemap, as a path.
///
/// # Panics
/// When there is no sitemap or it names nothing.
pub fn addresses(site: &Published) -> Vec<String> {
    let sitemap = site.read("sitemap.xml");
    let paths: Vec<String> = sitemap
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next())
        .map(|address| match address.split_once("://") {
            Some((_, rest)) => format!("/{}", rest.split_once('/').unwrap_or_default().1),
            None => address.to_owned(),
        })
        .collect();
    assert!(
        paths.len() > 20,
        "the sitemap names only {} addresses",
        paths.len()
    );
    paths
}

/// One Chinese page of every kind, the largest of its kind, and the English
/// home page and article.
pub fn kinds(site: &Published) -> Vec<Page> {
    let mut paths = addresses(site);
    paths.sort_by_key(|path| std::cmp::Reverse(site.page(path).len()));
    let mut seen = BTreeSet::new();
    let mut pages = Vec::new();
    for path in paths {
        let kind = Kind::of(&path);
        let lang = lang_of(&path);
        let wanted = lang == Lang::default() || matches!(kind, Kind::Home | Kind::Article);
        if wanted && seen.insert((kind, lang)) {
            pages.push(Page { kind, path });
        }
    }
    pages.push(Page {
        kind: Kind::Embed,
        path: "/embed/chain/".to_owned(),
    });
    pages.push(Page {
        kind: Kind::NotFound,
        path: "/no-such-page/".to_owned(),
    });
    pages.sort_by(|one, other| (one.kind, &one.path).cmp(&(other.kind, &other.path)));
    pages
}

/// The document of a page, as served.
///
/// # Panics
/// When it is not there or not what the app reads.
pub fn document(site: &Published, path: &str) -> Document {
    let address = Address::parse(path).expect("a page of the site");
    let text = site.read(&format!("content/v1/{}", address.document()));
    serde_json::from_str(&text)
        .unwrap_or_else(|error| panic!("the document of {path} cannot be read: {error}"))
}

/// What a result of the balance is called on the Chinese page of the chain.
///
/// # Panics
/// When there is no such result.
pub fn result_name(site: &Published, key: &str) -> String {
    let Document::Chain(page) = document(site, "/chain/") else {
        panic!("the chain's document is another page's");
    };
    let at = Output::ALL.iter().position(|output| output.key() == key);
    page.levers.outputs[at.expect("a result")].clone()
}
