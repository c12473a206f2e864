//! Every address of the site, typed, both ways.
//!
//! Only this module spells addresses: pages and publishing ask it to build
//! them, the app asks it to parse them. An address ends in `/`, because a
//! folder with an `index.html` is what every static host serves without
//! any setting; parsing accepts it without, too.
//!
//! Filters stand in the path and not in a query, so that a filtered list is a
//! page of its own: a link to it works without script and on any host.

mod decoded;
mod door;
mod meant;
mod own;
mod query;
mod typed;

pub use decoded::narrow;
pub use door::Door;
pub use meant::meant;
pub use own::own;
pub use query::{parameter, plain_pairs};
pub use typed::{typed, with_query, with_typed};

#[cfg(feature = "native")]
use crate::PointKind;
#[cfg(feature = "native")]
use crate::date::Period;
use crate::{Category, Lang, StageId, StatementId};

/// Where the documents are served when nothing else is said; it ends in the version of
/// the documents, [`VERSION`](crate::document::VERSION).
pub const CONTENT_BASE: &str = "/content/v1/";

/// A page of the site in one language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// The language, from the prefix.
    pub lang: Lang,
    /// The page.
    pub route: Route,
}

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`
    Home,
    /// `/news/`, and with a filter `/news/topic/market/stage/recycled/year/2025/page/2/`
    News(NewsFilter),
    /// `/news/2025-10-31-output/`
    Article(String),
    /// `/members/`, and with a filter `/members/stage/recycled/product/rod/district/qingchuan/`
    Members(MemberFilter),
    /// `/members/linfeng/`
    Member(String),
    /// `/chain/`, and with a chosen stage `/chain/electrolytic/`
    Chain(Option<StageId>),
    /// `/embed/chain/`: the picture of the chain alone, for other sites to frame.
    Embed,
    /// `/figures/`
    Figures,
    /// `/figures/output-value-target/2027-target/`: a series, and a [`point`] of it
    Figure(String, String),
    /// `/events/`, and older ones at `/events/page/2/`: the page, from 1
    Events(u32),
    /// `/events/2026-12-18-members/`
    Event(String),
    /// `/offers/`
    Offers,
    /// `/documents/`
    Papers,
    /// `/about/`
    About,
    /// `/join/`, `/privacy/`, `/accessibility/`, `/copyright/`
    Statement(StatementId),
    /// `/search/`; what is typed stands in the query.
    Search,
}

/// What a list of news is narrowed to. The default is everything, page 1.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NewsFilter {
    /// Only this category.
    pub category: Option<Category>,
    /// Only articles about this stage of the chain.
    pub stage: Option<StageId>,
    /// Only this year.
    pub year: Option<u16>,
    /// The page, from 1.
    pub page: u32,
}

impl Default for NewsFilter {
    fn default() -> Self {
        Self {
            category: None,
            stage: None,
            year: None,
            page: 1,
        }
    }
}

/// What the list of companies is narrowed to. The default is everything, page 1.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MemberFilter {
    /// Only companies on this stage of the chain.
    pub stage: Option<StageId>,
    /// Only makers of the product with this id.
    pub product: Option<String>,
    /// Only companies in the district with this id.
    pub district: Option<String>,
    /// The page, from 1.
    pub page: u32,
}

impl Default for MemberFilter {
    fn default() -> Self {
        Self {
            stage: None,
            product: None,
            district: None,
            page: 1,
        }
    }
}

impl Address {
    /// The address of a page in a language.
    pub fn new(lang: Lang, route: Route) -> Self {
        Self { lang, route }
    }

    /// Reads a path. `None` when no page has it: the site says "not found".
    pub fn parse(path: &str) -> Option<Self> {
        let path = path.split(['?', '#']).next().unwrap_or(path);
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        let lang = lang_of(path);
        if lang != Lang::default() {
            segments.next();
        }
        let segments: Vec<&str> = segments.collect();
        Some(Self {
            lang,
            route: Route::parse(&segments)?,
        })
    }

    /// The path that an earlier version had for it, if that was another one: see
    /// [`moved`].
    pub fn earlier_path(&self) -> Option<String> {
        let stage = match &self.route {
            Route::News(filter) => filter.stage,
            Route::Members(filter) => filter.stage,
            _ => None,
        };
        stage.map(|_| self.path().replacen("/stage/", "/link/", 1))
    }

    /// The path, as it stands in links: `/en/news/year/2025/`.
    pub fn path(&self) -> String {
        // Most fit, and need not be moved while they grow.
        let mut path = String::with_capacity(64);
        path.push_str(prefix(self.lang));
        self.route.write(&mut path);
        path
    }

    /// The same page in another language.
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self {
            lang,
            route: self.route.clone(),
        }
    }

    /// Where the page's document is served, below the content base:
    /// `en/news/year/2025.json`.
    pub fn document(&self) -> String {
        let mut path = String::from("/");
        self.route.write(&mut path);
        let name = match path.trim_matches('/') {
            "" => "home",
            name => name,
        };
        format!("{}/{name}.json", self.lang.tag())
    }
}

/// Where the document that every page shares is served, below the content
/// base: `zh-Hans/site.json`.
pub fn site_document(lang: Lang) -> String {
    format!("{}/site.json", lang.tag())
}

/// Where the files of pictures lie.
pub const PICTURES: &str = "/media/";

/// Where a file of a picture is: `/media/480-0a1b2c3d4e5f6071.webp`. What is in it never
/// changes, as its name does.
pub fn picture(name: &str, width: u32, ending: &str) -> String {
    [PICTURES, &width.to_string(), "-", name, ".", ending].concat()
}

/// Where the poster of an article is: `/cards/en/posters/2025-10-31-output.png`.
pub fn poster(lang: Lang, id: &str) -> String {
    ["/cards/", lang.tag(), "/posters/", id, ".png"].concat()
}

/// Where the calendar of all events is, or that of one: `/en/feeds/events.ics`,
/// `/feeds/events/2026-12-18-members.ics`.
pub fn calendar(lang: Lang, event: Option<&str>) -> String {
    let feeds = [prefix(lang), "feeds/events"].concat();
    match event {
        Some(id) => [&feeds, "/", id, ".ics"].concat(),
        None => feeds + ".ics",
    }
}

/// The folder of the tables, below the site's own.
pub const DATA: &str = "data";

/// Where the files of papers lie: each in a folder named by its content, under the name
/// that it has once it is saved. What is in it never changes, as the folder does.
pub const PAPERS: &str = "/papers/";

/// Where the interface's words are served, below the content base, for a page
/// that was not prerendered: `zh-Hans/words.json`.
pub fn words_document(lang: Lang) -> String {
    format!("{}/words.json", lang.tag())
}

/// The language that a path asks for, whether or not a page has it.
pub fn lang_of(path: &str) -> Lang {
    match path.split('/').find(|segment| !segment.is_empty()) {
        Some("en") => Lang::En,
        Some("zh-hant") => Lang::ZhHant,
        _ => Lang::ZhHans,
    }
}

/// What the addresses of a language begin with.
const fn prefix(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans => "/",
        Lang::ZhHant => "/zh-hant/",
        Lang::En => "/en/",
    }
}

impl Route {
    fn parse(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] => Route::Home,
            ["news"] => Route::News(NewsFilter::default()),
            ["news", id] => Route::Article(slug(id)?),
            ["news", filter @ ..] => Route::News(NewsFilter::parse(filter)?),
            ["members"] => Route::Members(MemberFilter::default()),
            ["members", id] => Route::Member(slug(id)?),
            ["members", filter @ ..] => Route::Members(MemberFilter::parse(filter)?),
            ["chain"] => Route::Chain(None),
            ["chain", stage] => Route::Chain(Some(StageId::from_word(stage)?)),
            ["embed", "chain"] => Route::Embed,
            ["figures"] => Route::Figures,
            ["figures", id, point] => Route::Figure(slug(id)?, slug(point)?),
            ["events"] => Route::Events(1),
            ["events", "page", page] => Route::Events(number(page).filter(|page| *page > 1)?),
            ["events", id] => Route::Event(slug(id)?),
            ["offers"] => Route::Offers,
            ["documents"] => Route::Papers,
            ["about"] => Route::About,
            ["search"] => Route::Search,
            [statement] => Route::Statement(StatementId::from_word(statement)?),
            _ => return None,
        })
    }

    fn write(&self, path: &mut String) {
        let mut push = |segment: &str| {
            path.push_str(segment);
            path.push('/');
        };
        match self {
            Route::Home => {}
            Route::News(filter) => {
                push("news");
                if let Some(category) = filter.category {
                    push("topic");
                    push(category.as_str());
                }
                if let Some(stage) = filter.stage {
                    push("stage");
                    push(stage.as_str());
                }
                if let Some(year) = filter.year {
                    push("year");
                    push(&year.to_string());
                }
                if filter.page > 1 {
                    push("page");
                    push(&filter.page.to_string());
                }
            }
            Route::Article(id) => {
                push("news");
                push(id);
            }
            Route::Members(filter) => {
                push("members");
                if let Some(stage) = filter.stage {
                    push("stage");
                    push(stage.as_str());
                }
                if let Some(product) = &filter.product {
                    push("product");
                    push(product);
                }
                if let Some(district) = &filter.district {
                    push("district");
                    push(district);
                }
                if filter.page > 1 {
                    push("page");
                    push(&filter.page.to_string());
                }
            }
            Route::Member(id) => {
                push("members");
                push(id);
            }
            Route::Chain(stage) => {
                push("chain");
                if let Some(stage) = stage {
                    push(stage.as_str());
                }
            }
            Route::Embed => {
                push("embed");
                push("chain");
            }
            Route::Figures => push("figures"),
            Route::Figure(id, point) => {
                push("figures");
                push(id);
                push(point);
            }
            Route::Events(page) => {
                push("events");
                if *page > 1 {
                    push("page");
                    push(&page.to_string());
                }
            }
            Route::Event(id) => {
                push("events");
                push(id);
            }
            Route::Offers => push("offers"),
            Route::Papers => push("documents"),
            Route::About => push("about"),
            Route::Statement(statement) => push(statement.as_str()),
            Route::Search => push("search"),
        }
    }
}

impl NewsFilter {
    /// Whether nothing is narrowed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Each facet at most once and in the written order, so that one list has
    /// one address.
    fn parse(mut segments: &[&str]) -> Option<Self> {
        let mut filter = Self::default();
        if let ["topic", word, rest @ ..] = segments {
            filter.category = Some(Category::from_word(word)?);
            segments = rest;
        }
        if let ["stage", word, rest @ ..] = segments {
            filter.stage = Some(StageId::from_word(word)?);
            segments = rest;
        }
        if let ["year", word, rest @ ..] = segments {
            filter.year = Some(number(word)?.try_into().ok()?);
            segments = rest;
        }
        if let ["page", word, rest @ ..] = segments {
            filter.page = number(word).filter(|page| *page > 1)?;
            segments = rest;
        }
        segments.is_empty().then_some(filter)
    }
}

impl MemberFilter {
    fn parse(mut segments: &[&str]) -> Option<Self> {
        let mut filter = Self::default();
        if let ["stage", word, rest @ ..] = segments {
            filter.stage = Some(StageId::from_word(word)?);
            segments = rest;
        }
        if let ["product", word, rest @ ..] = segments {
            filter.product = Some(slug(word)?);
            segments = rest;
        }
        if let ["district", word, rest @ ..] = segments {
            filter.district = Some(slug(word)?);
            segments = rest;
        }
        if let ["page", word, rest @ ..] = segments {
            filter.page = number(word).filter(|page| *page > 1)?;
            segments = rest;
        }
        segments.is_empty().then_some(filter)
    }

    /// Whether nothing is narrowed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The address that has replaced one of an earlier version: what is called a stage
/// of the chain was called a link, in addresses too.
pub fn moved(path: &str) -> Option<String> {
    let now: Vec<&str> = (path.split('/'))
        .map(|segment| if segment == "link" { "stage" } else { segment })
        .collect();
    let now = now.join("/");
    let address = Address::parse(&now).filter(|_| now != path)?;
    matches!(address.route, Route::News(_) | Route::Members(_)).then_some(now)
}

/// Where a technical term is explained on a page: the id of its element.
pub fn term_anchor(id: &str) -> String {
    format!("term-{id}")
}

/// Where a paper stands on the page of papers: the id of its element.
pub fn paper_anchor(id: &str) -> String {
    ["paper-", id].concat()
}

/// Where an offer stands on the page of offers: the id of its element.
#[cfg(feature = "native")]
pub fn offer_anchor(id: &str) -> String {
    ["offer-", id].concat()
}

/// What stands for a point of a series in its address: `2024`, `2025-01-to-2025-09`,
/// `2027-target`, and `undated` where nobody names the year. A series has one point of a
/// kind for a period: what is said of it later, and what was put right, stands at the same
/// address.
#[cfg(feature = "native")]
pub fn point(period: Period, kind: PointKind) -> String {
    let period = period.to_string();
    let mut name = period.replace("XXXX", "undated").replace('/', "-to-");
    if kind != PointKind::Actual {
        name.push('-');
        name.push_str(kind.as_str());
    }
    name
}

/// Whether a word can stand as an id in the bundle and in an address: lower
/// case letters, digits and single hyphens.
pub fn is_slug(word: &str) -> bool {
    !word.is_empty()
        && !word.starts_with('-')
        && !word.ends_with('-')
        && word.as_bytes().windows(2).all(|pair| pair != b"--")
        && word
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn slug(word: &str) -> Option<String> {
    is_slug(word).then(|| word.to_owned())
}

/// A number without sign or leading zero: one number has one spelling.
fn number(word: &str) -> Option<u32> {
    (word.bytes().all(|byte| byte.is_ascii_digit()) && !word.starts_with('0'))
        .then(|| word.parse().ok())?
}
