//! A page in the sitemap, and since when it is as it is.

use crate::documents::offers;
use crate::documents::statements::corrections::newest_first;
use crate::documents::{Context, Page};
use crate::pictures::Encoding;
use model::date::Date;
use model::document::{Document, Headline};
use model::routes::{self, Address, Route};
use model::{Block, StatementId};

/// A page in the sitemap.
#[derive(Clone, Debug)]
pub struct SitemapEntry {
    /// Its address.
    pub address: Address,
    /// The day of the newest thing on it, where there is one.
    pub changed: Option<String>,
    /// The paths of the pictures on it.
    pub pictures: Vec<String>,
}

impl SitemapEntry {
    /// The place of a page; none of one that is found elsewhere.
    pub fn of(page: &Page, cx: &Context) -> Option<Self> {
        (page.address.route != Route::Embed).then(|| Self {
            address: page.address.clone(),
            changed: match page.address.route {
                Route::Statement(StatementId::Corrections) => {
                    let corrections = newest_first(cx).into_iter();
                    let corrections = corrections.map(|(_, correction)| correction.date);
                    let indicators = cx.bundle.indicators.indicators.iter();
                    let corrected = indicators.flat_map(|indicator| &indicator.corrected);
                    of_sources(corrections.chain(corrected.map(|one| one.date)))
                }
                Route::Figure(ref id, ref point) => figure_changed(id, point, cx),
                _ => changed(&page.document, cx),
            },
            pictures: pictures(&page.document),
        })
    }
}

/// The largest file of each picture that a page is about; those of lists stand elsewhere.
fn pictures(document: &Document) -> Vec<String> {
    let Document::Article(page) = document else {
        return Vec::new();
    };
    let inside = page.body.iter().filter_map(|block| match block {
        Block::Picture(picture) => Some(&**picture),
        _ => None,
    });
    let all = page.cover.iter().chain(inside).chain(&page.gallery);
    all.map(|picture| {
        let image = &picture.whole;
        routes::picture(&image.name, image.width, Encoding::Jpeg.ending())
    })
    .collect()
}

/// The day of the newest article, source or check that a document is from.
fn changed(document: &Document, cx: &Context) -> Option<String> {
    let chain = &cx.bundle.chain;
    match document {
        Document::Home(home) => newest(std::iter::once(&home.lead).chain(&home.news)),
        Document::News(list) => newest(&list.articles),
        Document::Article(article) => {
            let corrected = article.corrections.iter().map(|one| &one.date.iso);
            (std::iter::once(&article.headline.date.iso).chain(corrected))
                .filter_map(|iso| day(iso))
                .max()
        }
        Document::Member(member) => day(&member.last_verified.iso),
        Document::Members(list) => (list.companies.iter())
            .filter_map(|row| cx.company(&row.id))
            .filter_map(|company| day(&company.last_verified.datetime()))
            .max(),
        Document::Chain(page) => match &page.chosen {
            Some(chosen) => newest(&chosen.news),
            None => {
                let presets = chain.presets.iter().map(|preset| &preset.source);
                let factors = chain.factors.iter().map(|factor| &factor.source);
                let sources = presets.chain(factors).flatten();
                of_sources(sources.filter_map(|id| cx.source(id).date))
            }
        },
        Document::Figures(_) => {
            let indicators = cx.bundle.indicators.indicators.iter();
            let points = indicators.flat_map(|indicator| &indicator.points);
            of_sources(points.filter_map(|point| cx.source(&point.source).date))
        }
        // By its route.
        Document::Figure(_) => None,
        Document::Events(page) => (page.coming.iter().chain(&page.past))
            .filter_map(|item| event_changed(&item.id, cx))
            .max(),
        Document::Event(page) => event_changed(&page.event.id, cx),
        Document::About(_) => {
            let sources = cx.bundle.sources.sources.iter();
            of_sources(sources.filter_map(|source| source.date))
        }
        Document::Offers(_) => {
            let offers = offers::open(cx).into_iter();
            of_sources(offers.map(|offer| offer.date))
        }
        Document::Papers(_) => {
            let papers = cx.bundle.documents.papers.iter();
            of_sources(papers.filter_map(|paper| paper.date))
        }
        // Written with the site, on no day that the bundle knows.
        Document::Statement(_) => None,
        Document::Embed(_) | Document::Search(_) | Document::NotFound => None,
    }
}

/// The day of a figure's source, or that on which it was put right.
fn figure_changed(id: &str, point: &str, cx: &Context) -> Option<String> {
    let indicator = cx.bundle.indicator(id)?;
    let point = indicator.at(point)?;
    let corrected = indicator.corrected(point).map(|one| one.date);
    of_sources(corrected.chain(cx.source(&point.source).date))
}

/// The day on which an event was last changed, or announced.
fn event_changed(id: &str, cx: &Context) -> Option<String> {
    let mut events = cx.bundle.events.events.iter();
    let event = events.find(|event| event.id == id)?;
    let announced = cx.source(&event.source).date;
    let changed = event.changes.iter().map(|change| change.date);
    of_sources(changed.chain(announced))
}

fn newest<'a>(headlines: impl IntoIterator<Item = &'a Headline>) -> Option<String> {
    (headlines.into_iter())
        .filter_map(|headline| day(&headline.date.iso))
        .max()
}

fn of_sources(dates: impl Iterator<Item = Date>) -> Option<String> {
    dates.filter_map(|date| day(&date.datetime())).max()
}

/// A whole date: less than a day is no time of change.
fn day(iso: &str) -> Option<String> {
    (iso.len() == "2025-10-31".len()).then(|| iso.to_owned())
}
