//! Structured data, in the vocabulary of schema.org.

use serde::Serialize;

use crate::render::PageRenderer;
use model::document::{ArticlePage, Document};
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
    // A day of an unknown year is no date here.
    let dated = iso.split('-').next().is_some_and(|year| year.len() == 4);
    Thing::NewsArticle(Box::new(NewsArticle {
        context: CONTEXT,
        headline: own.title.clone(),
        description: own.description.clone(),
        image,
        in_language: page.body_lang.unwrap_or(renderer.lang).tag(),
        date_published: dated.then(|| iso.clone()),
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

/// The way from the home page to a page that lies below another.
fn breadcrumbs(renderer: &PageRenderer, address: &Address, own: &Head) -> Option<BreadcrumbList> {
    let words = &renderer.lang.words().shell;
    let (above, name) = match &address.route {
        Route::Article(_) => (Route::News(Default::default()), words.news),
        Route::Member(_) => (Route::Members(Default::default()), words.members),
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
