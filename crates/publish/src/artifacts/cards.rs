//! The pictures that other sites and chats show for a shared link: a wide one
//! for every article and every kind of page, and a square one; and the posters that
//! readers send on themselves.
//!
//! ```text
//! page ── Card, Poster (what is on it, and where it lies) ── draw ──► PNG
//! font   the type that comes along      lines   where a text breaks
//! canvas one byte a pixel               photograph  in the colours that are left
//! ```
//!
//! They are addressed from elsewhere, so there are cards only once the public
//! address is known. A card is drawn when what is on it has changed.

mod canvas;
mod draw;
mod font;
mod lines;
mod photograph;
mod poster;

pub use photograph::Photograph;
pub use poster::{COVER, Poster};

use png::EncodingError;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::documents::{DocumentBuilder, Page, PublicationError};
use content::words::words;
use model::document::{Document, Site};
use model::routes::{Address, MemberFilter, NewsFilter, Route};
use model::{Lang, StageId, StatementId};

/// A card: where it lies and what is on it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Card {
    /// Below the site's folder: `cards/en/news/2025-10-31-output.png`.
    pub path: String,
    shows: Shows,
}

/// What is on a card.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
enum Shows {
    /// For most.
    Wide {
        name: String,
        other_name: String,
        title: String,
        /// Below the title.
        small: String,
        stages: Vec<Stage>,
    },
    /// For chats that show a small square.
    Square { name: String },
}

/// A stage of the chain on a card.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
struct Stage {
    id: StageId,
    name: String,
    lit: bool,
}

/// The five stages, those that a page is about lit.
fn stages_of(site: &Site, lit: impl Fn(StageId) -> bool) -> Vec<Stage> {
    (site.stages.iter())
        .map(|stage| Stage {
            id: stage.id,
            name: stage.name.clone(),
            lit: lit(stage.id),
        })
        .collect()
}

impl Shows {
    fn size(&self) -> (u32, u32) {
        match self {
            Shows::Wide { .. } => (1200, 630),
            Shows::Square { .. } => (600, 600),
        }
    }

    /// The first character that cannot be drawn.
    fn missing(&self) -> Option<char> {
        match self {
            Shows::Wide { title, small, .. } => font::missing(title).or(font::missing(small)),
            Shows::Square { name } => font::missing(name),
        }
    }
}

impl Card {
    /// The wide card of a page; none of a page that nobody shares.
    ///
    /// An article or event with a character that cannot be drawn has the card of its
    /// kind.
    pub fn of(lang: Lang, site: &Site, route: &Route, document: &Document) -> Option<Self> {
        let own = Self::own(lang, site, route, document);
        own.filter(|own| own.shows.missing().is_none())
            .or_else(|| Self::kind(lang, site, route, document))
    }

    /// The card that an article or an event would have.
    fn own(lang: Lang, site: &Site, route: &Route, document: &Document) -> Option<Self> {
        if let (Route::Event(id), Document::Event(page)) = (route, document) {
            let event = &page.event;
            let place = event.place.iter().map(|place| place.text.as_str());
            let tags = event.tags.iter().map(String::as_str);
            let small = tags.chain([event.when.text.as_str()]).chain(place);
            let small = small.collect::<Vec<_>>().join("  ·  ");
            let (name, title) = (format!("events/{id}"), event.title.text.clone());
            return Some(Self::wide(lang, site, &name, title, small, |_| false));
        }
        let (Route::Article(id), Document::Article(page)) = (route, document) else {
            return None;
        };
        let headline = &page.headline;
        let words = lang.words().kinds.category(headline.category);
        let small = [words, &headline.date.text, &headline.publisher].join("  ·  ");
        let lit = |id| headline.stages.contains(&id);
        let title = headline.title.text.clone();
        Some(Self::wide(
            lang,
            site,
            &format!("news/{id}"),
            title,
            small,
            lit,
        ))
    }

    fn kind(lang: Lang, site: &Site, route: &Route, document: &Document) -> Option<Self> {
        let ui = lang.words();
        let words = words(lang);
        let (name, title, small) = match (route, document) {
            (Route::Home, Document::Home(page)) => {
                ("home", page.headline.as_str(), page.introduction.as_str())
            }
            (Route::About, Document::About(page)) => {
                ("about", ui.about.title, page.introduction.as_str())
            }
            (Route::Statement(id), Document::Statement(page)) => {
                (id.as_str(), page.title.as_str(), page.summary.as_str())
            }
            (Route::News(_) | Route::Article(_), _) => ("news", ui.news.title, words.card_news),
            (Route::Members(_) | Route::Member(_), _) => {
                ("members", ui.members.title, words.card_members)
            }
            (Route::Chain(_), _) => ("chain", ui.chain.title, ui.chain.description),
            (Route::Figures | Route::Figure(..), _) => {
                ("figures", ui.figures.title, ui.figures.description)
            }
            (Route::Events(_) | Route::Event(_), _) => ("events", ui.events.title, ui.events.intro),
            (Route::Offers, Document::Offers(page)) => {
                ("offers", page.title.as_str(), page.summary.as_str())
            }
            (Route::Papers, Document::Papers(page)) => {
                ("documents", ui.papers.title, page.summary.as_str())
            }
            (Route::Search, _) => ("search", ui.search.title, ui.search.description),
            _ => return None,
        };
        let lit = |_| matches!(route, Route::Chain(_));
        Some(Self::wide(
            lang,
            site,
            name,
            title.to_owned(),
            small.to_owned(),
            lit,
        ))
    }

    fn wide(
        lang: Lang,
        site: &Site,
        name: &str,
        title: String,
        small: String,
        lit: impl Fn(StageId) -> bool,
    ) -> Self {
        Self {
            path: format!("cards/{}/{name}.png", lang.tag()),
            shows: Shows::Wide {
                name: site.name.clone(),
                other_name: site.other_name.clone(),
                title,
                small,
                stages: stages_of(site, lit),
            },
        }
    }

    /// The square card of a language.
    pub fn square(lang: Lang, site: &Site) -> Self {
        Self {
            path: format!("cards/{}/square.png", lang.tag()),
            shows: Shows::Square {
                name: site.name.clone(),
            },
        }
    }

    /// Width and height.
    pub fn size(&self) -> (u32, u32) {
        self.shows.size()
    }

    /// A digest of what is on it.
    pub fn key(&self) -> Result<String, serde_json::Error> {
        let shows = serde_json::to_vec(&self.shows)?;
        Ok(crate::hex(&Sha256::digest(&shows), crate::KEY))
    }

    /// Where it is, seen from the site's root: the address changes with the
    /// picture, as chats keep what they have once fetched.
    pub fn address(&self) -> Result<String, serde_json::Error> {
        let mut version = self.key()?;
        version.truncate(8);
        Ok(format!("/{}?v={version}", self.path))
    }

    /// The PNG.
    ///
    /// # Errors
    /// None is known: the writer writes to memory.
    pub fn png(&self) -> Result<Vec<u8>, EncodingError> {
        draw::png(&self.shows)
    }
}

/// An article whose card cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undrawn {
    /// Where the card would lie.
    pub path: String,
    /// The character that the font does not have.
    pub character: char,
}

/// The card of a page's own, and what cannot be drawn in its place.
pub fn own(site: &Site, page: &Page) -> (Option<Card>, Option<Undrawn>) {
    let Page {
        address, document, ..
    } = page;
    let own = Card::own(address.lang, site, &address.route, document);
    match own.as_ref().and_then(|own| own.shows.missing()) {
        Some(character) => {
            let undrawn = own.map(|Card { path, .. }| Undrawn { path, character });
            (None, undrawn)
        }
        None => (own, None),
    }
}

/// The cards that pages of a kind share, and the square one.
///
/// # Errors
/// When a page cannot be arranged.
pub fn shared(
    lang: Lang,
    site: &Site,
    builder: &DocumentBuilder,
) -> Result<Vec<Card>, PublicationError> {
    let mut cards = vec![Card::square(lang, site)];
    let statements = StatementId::ALL.map(Route::Statement);
    let kinds = [
        Route::Home,
        Route::News(NewsFilter::default()),
        Route::Members(MemberFilter::default()),
        Route::Chain(None),
        Route::Figures,
        Route::Events(1),
        Route::Offers,
        Route::Papers,
        Route::About,
        Route::Search,
    ];
    for route in kinds.into_iter().chain(statements) {
        let address = Address::new(lang, route);
        // What is found is not on the card of the search.
        let document = builder.document(&address).unwrap_or(Document::NotFound);
        cards.extend(Card::kind(lang, site, &address.route, &document));
    }
    Ok(cards)
}
