//! Structured data, in the vocabulary of schema.org.

use serde::Serialize;

use crate::mime;
use crate::render::PageRenderer;
use model::document::{ArticlePage, Document, EventPage, OfferItem, PaperText};
use model::head::Head;
use model::routes::{Address, Route};

use crate::origin::Origin;

const CONTEXT: &str = "https://schema.org";

/// A thing that a page is about.
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub enum Thing {
    Organization(Organization),
    NewsArticle(Box<NewsArticle>),
    Event(Box<Event>),
    Offer(Box<Offer>),
    Demand(Box<Offer>),
    DigitalDocument(Box<DigitalDocument>),
    BreadcrumbList(BreadcrumbList),
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    context: Option<&'static str>,
    #[serde(rename = "@type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    alternate_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    url: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewsArticle {
    #[serde(rename = "@context")]
    context: &'static str,
    headline: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    main_entity_of_page: String,
    publisher: Organization,
    is_based_on: Work,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    #[serde(rename = "@context")]
    context: &'static str,
    name: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
    event_status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organizer: Option<Named>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    url: String,
}

/// What somebody offers, or looks for.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    #[serde(rename = "@context")]
    context: &'static str,
    item_offered: Named,
    description: String,
    valid_through: String,
    url: String,
}

/// A paper that readers can get.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DigitalDocument {
    #[serde(rename = "@context")]
    context: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding_format: Option<&'static str>,
    url: String,
}

/// A place or a body of which only the name is known.
#[derive(Debug, Serialize)]
struct Named {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
}

/// What an article goes back to.
#[derive(Debug, Serialize)]
struct Work {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BreadcrumbList {
    #[serde(rename = "@context")]
    context: &'static str,
    item_list_element: Vec<ListItem>,
}

#[derive(Debug, Serialize)]
struct ListItem {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: String,
    item: String,
}

/// What the page at an address is about.
///
/// `image` is the picture for those who share the page, absolute.
pub fn data(
    renderer: &PageRenderer,
    address: &Address,
    document: &Document,
    own: &Head,
    image: Option<String>,
) -> Vec<Thing> {
    let mut things = Vec::new();
    match document {
        Document::Home(_) | Document::About(_) => {
            let mut alliance = alliance(renderer);
            alliance.context = Some(CONTEXT);
            alliance.description = Some(own.description.clone());
            things.push(Thing::Organization(alliance));
        }
        Document::Article(page) => things.push(article(renderer, address, page, own, image)),
        Document::Event(page) => things.push(event(renderer, address, page, image)),
        Document::Offers(page) => {
            let items = page.sections.iter().flat_map(|section| {
                let offers = section.offers.iter();
                offers.map(|item| (section.need, item))
            });
            things.extend(items.map(|(need, item)| offer(renderer, address, need, item)));
        }
        Document::Papers(page) => {
            let papers = page.sections.iter().flat_map(|section| &section.papers);
            things.extend(papers.filter_map(|item| paper(renderer, item)));
        }
        _ => {}
    }
    things.extend(breadcrumbs(renderer, address, own).map(Thing::BreadcrumbList));
    things
}

fn alliance(renderer: &PageRenderer) -> Organization {
    let home = Address::new(renderer.lang, Route::Home).path();
    Organization {
        context: None,
        kind: None,
        name: renderer.site.name.clone(),
        alternate_name: renderer.site.other_name.clone(),
        description: None,
        url: Origin::url(renderer.origin, &home),
    }
}

fn article(
    renderer: &PageRenderer,
    address: &Address,
    page: &ArticlePage,
    own: &Head,
    image: Option<String>,
) -> Thing {
    let mut publisher = alliance(renderer);
    publisher.kind = Some("Organization");
    let iso = &page.headline.date.iso;
    Thing::NewsArticle(Box::new(NewsArticle {
        context: CONTEXT,
        headline: own.title.clone(),
        description: own.description.clone(),
        image,
        in_language: page.body_lang.unwrap_or(renderer.lang).tag(),
        date_published: is_dated(iso).then(|| iso.clone()),
        date_modified: (page.corrections.last()).map(|last| last.date.iso.clone()),
        main_entity_of_page: Origin::url(renderer.origin, &address.path()),
        publisher,
        is_based_on: Work {
            kind: "CreativeWork",
            name: page.source.title.clone(),
            url: page.source.url.clone(),
        },
    }))
}

fn event(
    renderer: &PageRenderer,
    address: &Address,
    page: &EventPage,
    image: Option<String>,
) -> Thing {
    let item = &page.event;
    let named = |kind, text: &String| Named {
        kind,
        name: text.clone(),
    };
    let place = item.place.as_ref();
    let organiser = page.organiser.as_ref();
    Thing::Event(Box::new(Event {
        context: CONTEXT,
        name: item.title.text.clone(),
        description: item.summary.text.clone(),
        start_date: is_dated(&item.when.iso).then(|| item.when.iso.clone()),
        end_date: page.end.clone(),
        event_status: match page.cancelled {
            true => "https://schema.org/EventCancelled",
            false => "https://schema.org/EventScheduled",
        },
        location: place.map(|place| named("Place", &place.text)),
        organizer: organiser.map(|organiser| named("Organization", organiser)),
        image,
        url: Origin::url(renderer.origin, &address.path()),
    }))
}

/// An offer, or a need as what schema.org calls a demand.
fn offer(renderer: &PageRenderer, address: &Address, need: bool, item: &OfferItem) -> Thing {
    let facts = item.facts.iter();
    let facts = facts.map(|line| [&line.label, " ", &line.value].concat());
    let note = item.note.iter().map(|note| note.text.clone());
    let page = Origin::url(renderer.origin, &address.path());
    let offer = Box::new(Offer {
        context: CONTEXT,
        item_offered: Named {
            kind: "Product",
            name: item.title.text.clone(),
        },
        description: facts.chain(note).collect::<Vec<_>>().join(" · "),
        valid_through: item.until.iso.clone(),
        url: [&page, "#", &item.anchor].concat(),
    });
    match need {
        true => Thing::Demand(offer),
        false => Thing::Offer(offer),
    }
}

/// A paper, if there is a way to it.
fn paper(renderer: &PageRenderer, item: &PaperText) -> Option<Thing> {
    let way = item.ways.first()?;
    let url = way.url.as_ref()?;
    let is_here = url.starts_with('/');
    Some(Thing::DigitalDocument(Box::new(DigitalDocument {
        context: CONTEXT,
        name: item.title.text.clone(),
        description: item.summary.as_ref().map(|text| text.text.clone()),
        encoding_format: is_here.then(|| mime::of(url)),
        url: match is_here {
            true => Origin::url(renderer.origin, url),
            false => url.clone(),
        },
    })))
}

/// Whether it has a year: a day of an unknown one is no date here.
fn is_dated(iso: &str) -> bool {
    iso.split('-').next().is_some_and(|year| year.len() == 4)
}

/// The way from the home page to a page that lies below another.
fn breadcrumbs(renderer: &PageRenderer, address: &Address, own: &Head) -> Option<BreadcrumbList> {
    let words = &renderer.lang.words().shell;
    let (above, name) = match &address.route {
        Route::Article(_) => (Route::News(Default::default()), words.news),
        Route::Member(_) => (Route::Members(Default::default()), words.members),
        Route::Event(_) => (Route::Events(1), words.events),
        Route::Figure(..) => (Route::Figures, words.figures),
        Route::Chain(Some(_)) => (Route::Chain(None), words.chain),
        _ => return None,
    };
    let home = (Route::Home, words.home.to_owned());
    let steps = [
        home,
        (above, name.to_owned()),
        (address.route.clone(), own.title.clone()),
    ];
    Some(BreadcrumbList {
        context: CONTEXT,
        item_list_element: (steps.into_iter().enumerate())
            .map(|(index, (route, name))| ListItem {
                kind: "ListItem",
                position: index + 1,
                name,
                item: Origin::url(renderer.origin, &Address::new(renderer.lang, route).path()),
            })
            .collect(),
    })
}
