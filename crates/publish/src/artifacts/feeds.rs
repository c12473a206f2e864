//! The feeds: Atom, RSS 2.0 and JSON Feed 1.1, whole and by category, with the
//! full text. All three say the same.
//!
//! Addresses in a feed are read far from the site, so there are feeds only
//! once the public address is known.

mod atom;
mod entry;
mod json;
mod rss;

use std::cmp::Reverse;
use std::fmt;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use thiserror::Error;

use content::bundle::{Article, Bundle};
use model::document::Document;
use model::routes::{Address, Route, offer_anchor};
use model::words::fill;
use model::{Category, Lang};

use crate::documents::{DocumentBuilder, SharedByLanguage};
use crate::escape::xml;
use crate::origin::Origin;
use entry::{Enclosure, FeedEntry};

/// The lengths of published pictures, by their paths: an enclosure says how long it is.
pub type Lengths = FxHashMap<String, u64>;

/// How many articles a feed has, the newest.
pub const NEWEST: usize = 50;

/// In which form a feed is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Atom, RFC 4287.
    Atom,
    /// RSS 2.0 with the content module for full texts.
    Rss,
    /// JSON Feed 1.1.
    Json,
}

impl Format {
    /// Every form.
    pub const ALL: [Format; 3] = [Format::Atom, Format::Rss, Format::Json];

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Atom => "application/atom+xml",
            Format::Rss => "application/rss+xml",
            Format::Json => "application/feed+json",
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Format::Atom => "atom",
            Format::Rss => "rss",
            Format::Json => "json",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Format::Atom => "Atom",
            Format::Rss => "RSS",
            Format::Json => "JSON Feed",
        })
    }
}

/// A feed as a file.
#[derive(Clone, Debug)]
pub struct FeedFile {
    /// Below the site's folder.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// Why a feed cannot be written.
#[derive(Debug, Error)]
pub enum FeedError {
    /// The XML of an RSS feed.
    #[error("an RSS feed cannot be written: {0}")]
    Rss(#[from] ::rss::Error),
    /// The XML of an Atom feed.
    #[error("an Atom feed cannot be written: {0}")]
    Atom(#[from] atom_syndication::Error),
    /// The JSON of a JSON Feed.
    #[error("a JSON feed cannot be written: {0}")]
    Json(#[from] serde_json::Error),
}

/// What a feed says of itself.
struct Channel {
    lang: Lang,
    title: String,
    description: String,
    /// The page that shows the same.
    home: String,
    /// Its own address.
    own: String,
    /// Who publishes it.
    author: String,
    /// When the newest of its articles is from, or was corrected: the start of the
    /// day in Sichuan.
    updated: chrono::DateTime<chrono::FixedOffset>,
    icon: Option<String>,
}

/// Where a feed stands.
pub fn path(lang: Lang, category: Option<Category>, format: Format) -> String {
    named(lang, category.map_or("all", Category::as_str), format)
}

/// Where the feed of offers and needs stands.
pub fn path_of_offers(lang: Lang, format: Format) -> String {
    named(lang, "offers", format)
}

fn named(lang: Lang, name: &str, format: Format) -> String {
    let home = Address::new(lang, Route::Home).path();
    format!("{home}feeds/{name}.{}", format.ending())
}

/// Every feed of the site. A category without articles has none.
///
/// # Errors
/// None is known: they are written to memory.
pub fn feeds(
    builder: &DocumentBuilder,
    origin: &Origin,
    icon: Option<&str>,
    lengths: &Lengths,
) -> Result<Vec<FeedFile>, FeedError> {
    let of_language = |shared| in_language(builder, shared, origin, icon, lengths);
    let by_language: Result<Vec<_>, _> = builder.shared().par_iter().map(of_language).collect();
    Ok(by_language?.concat())
}

fn in_language(
    builder: &DocumentBuilder,
    shared: &SharedByLanguage,
    origin: &Origin,
    icon: Option<&str>,
    lengths: &Lengths,
) -> Result<Vec<FeedFile>, FeedError> {
    let icon = icon.map(|icon| Origin::url(Some(origin), icon));
    let mut written = Vec::new();
    let articles = by_date(builder.bundle());
    for category in std::iter::once(None).chain(Category::ALL.map(Some)) {
        let entries = entries(builder, shared.lang, &articles, category, (origin, lengths));
        let Some(newest) = entries.first() else {
            continue;
        };
        let channel = Channel {
            icon: icon.clone(),
            ..channel(shared, category, origin, (newest, entries.len()))
        };
        let path = |format| path(shared.lang, category, format);
        in_every_form(channel, &entries, (origin, &path), &mut written)?;
    }
    if let Some((channel, entries)) = offers(builder, shared, origin) {
        let channel = Channel { icon, ..channel };
        let path = |format| path_of_offers(shared.lang, format);
        in_every_form(channel, &entries, (origin, &path), &mut written)?;
    }
    Ok(written)
}

/// A feed in every form, where `path` says.
fn in_every_form(
    mut channel: Channel,
    entries: &[FeedEntry],
    (origin, path): (&Origin, &dyn Fn(Format) -> String),
    written: &mut Vec<FeedFile>,
) -> Result<(), FeedError> {
    for format in Format::ALL {
        let path = path(format);
        channel.own = Origin::url(Some(origin), &path);
        let text = match format {
            Format::Atom => xml(atom::write(&channel, entries)?),
            Format::Rss => xml(rss::write(&channel, entries)?),
            Format::Json => json::write(&channel, entries)?,
        };
        written.push(FeedFile {
            path: path.trim_start_matches('/').to_owned(),
            text,
        });
    }
    Ok(())
}

/// The feed of what is offered and needed, the newest first; none while nothing is.
fn offers(
    builder: &DocumentBuilder,
    shared: &SharedByLanguage,
    origin: &Origin,
) -> Option<(Channel, Vec<FeedEntry>)> {
    let address = Address::new(shared.lang, Route::Offers);
    let Some(Document::Offers(page)) = builder.document(&address) else {
        return None;
    };
    let home = Origin::url(Some(origin), &address.path());
    let items = page.sections.iter().flat_map(|section| &section.offers);
    let mut entries: Vec<FeedEntry> = items
        .filter_map(|item| {
            let mut offers = builder.bundle().offers.offers.iter();
            let offer = offers.find(|offer| offer_anchor(&offer.id) == item.anchor)?;
            Some(FeedEntry::of_offer(shared.lang, &home, offer.date, item))
        })
        .collect();
    entries.sort_by_key(|entry| Reverse(entry.updated));
    entries.truncate(NEWEST);
    let channel = Channel {
        lang: shared.lang,
        title: format!("{} · {}", page.title, shared.site.name),
        description: page.summary.clone(),
        home,
        own: String::new(),
        author: shared.site.name.clone(),
        updated: entries.first()?.updated,
        icon: None,
    };
    Some((channel, entries))
}

fn channel(
    shared: &SharedByLanguage,
    category: Option<Category>,
    origin: &Origin,
    (newest, count): (&FeedEntry, usize),
) -> Channel {
    let words = shared.lang.words();
    let filter = model::routes::NewsFilter {
        category,
        ..Default::default()
    };
    let home = Address::new(shared.lang, Route::News(filter)).path();
    let name = match category {
        Some(category) => words.kinds.category(category),
        None => words.news.title,
    };
    Channel {
        lang: shared.lang,
        title: format!("{name} · {}", shared.site.name),
        description: fill(words.news.description, &[&count.to_string()]),
        home: Origin::url(Some(origin), &home),
        own: String::new(),
        author: shared.site.name.clone(),
        updated: newest.updated,
        icon: None,
    }
}

/// All articles, what changed last first: who reads by feed learns of a
/// correction of an old article too. What is equal stays in the order of the site.
fn by_date(bundle: &Bundle) -> Vec<&Article> {
    let mut articles: Vec<&Article> = bundle.news.iter().collect();
    articles.sort_by_key(|article| Reverse(article.updated()));
    articles
}

/// The newest articles of a category, or of all.
fn entries(
    builder: &DocumentBuilder,
    lang: Lang,
    articles: &[&Article],
    category: Option<Category>,
    (origin, lengths): (&Origin, &Lengths),
) -> Vec<FeedEntry> {
    let own = articles.iter().copied();
    let own = own.filter(|article| category.is_none_or(|one| article.category == one));
    let mut entries = Vec::new();
    for article in own.take(NEWEST) {
        let address = Address::new(lang, Route::Article(article.id.clone()));
        if let Some(Document::Article(page)) = builder.document(&address) {
            let mut entry = FeedEntry::new(lang, &address, article, &page, origin);
            entry.picture =
                (page.cover.as_ref()).map(|cover| Enclosure::of(cover, origin, lengths));
            let files = article
                .papers
                .iter()
                .filter_map(|id| builder.papers().get(id));
            entry.papers = (files)
                .map(|file| Enclosure::of_paper(file, origin))
                .collect();
            entries.push(entry);
        }
    }
    entries
}
