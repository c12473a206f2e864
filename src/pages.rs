//! One file, one page, one route.
//!
//! A page is given its document and arranges it: it fetches nothing, parses
//! nothing and formats no date. A page without anything reactive is lazy:
//! drawn only when it is not in the HTML already.

mod about;
mod article;
mod chain;
mod embed;
mod event;
mod events;
mod figure;
mod figures;
mod home;
mod member;
mod members;
mod news;
mod not_found;
mod offers;
mod papers;
mod search;
mod statement;

use std::sync::Arc;

use leptos::prelude::*;

use crate::library::{Library, use_library};
use about::about_page;
use article::article_page;
use embed::embed_page;
use event::event_page;
use events::events_page;
use figure::figure_page;
use figures::figures_page;
use home::home_page;
use markup::{Markup, Reactive, lazy};
use member::member_page;
use members::members_page;
use model::document::Document;
use model::routes::{Address, Route};
use news::news_page;
use not_found::not_found_page;
use offers::offers_page;
use papers::papers_page;
use search::search_page;
use statement::statement_page;

/// Draws the page of a document, which is at this route if there is such a page.
pub type Draw = fn(Document, Option<Route>) -> Markup<Reactive>;

/// The page on screen.
#[component]
pub fn Page(
    /// What draws it.
    draw: Draw,
) -> impl IntoView {
    let library = use_library();
    move || -> Markup<Reactive> {
        let page = library.current.get();
        let route = Address::parse(&page.path).map(|address| address.route);
        draw(document(library, page.document), route)
    }
}

/// Draws any page: what publishing does.
pub fn every_page(document: Document, route: Option<Route>) -> Markup<Reactive> {
    match document {
        Document::Chain(_) | Document::Embed(_) => chain_page(document, route),
        _ => app_page(document, route),
    }
}

/// Draws the pages of [`Door::Chain`](model::routes::Door::Chain).
pub fn chain_page(document: Document, _: Option<Route>) -> Markup<Reactive> {
    match document {
        Document::Chain(page) => chain::chain_page(*page),
        Document::Embed(page) => embed_page(*page),
        _ => lazy(not_found_page).into(),
    }
}

/// Draws the pages of [`Door::App`](model::routes::Door::App).
pub fn app_page(document: Document, route: Option<Route>) -> Markup<Reactive> {
    match document {
        Document::Home(page) => home_page(*page),
        Document::Figures(page) => lazy(move || figures_page(*page)).into(),
        Document::Figure(page) => figure_page(*page),
        Document::Events(page) => events_page(*page),
        Document::Event(page) => event_page(*page),
        Document::Offers(page) => offers_page(*page),
        Document::Papers(page) => lazy(move || papers_page(*page)).into(),
        Document::About(page) => lazy(move || about_page(*page)).into(),
        Document::Statement(page) => lazy(move || statement_page(*page)).into(),
        Document::News(page) => {
            let filter = match route {
                Some(Route::News(filter)) => filter,
                _ => Default::default(),
            };
            lazy(move || news_page(*page, filter)).into()
        }
        Document::Article(page) => article_page(*page),
        Document::Members(page) => {
            let filter = match route {
                Some(Route::Members(filter)) => filter,
                _ => Default::default(),
            };
            lazy(move || members_page(*page, filter)).into()
        }
        Document::Member(page) => lazy(move || member_page(*page)).into(),
        Document::Search(page) => search_page(*page),
        Document::Chain(_) | Document::Embed(_) | Document::NotFound => lazy(not_found_page).into(),
    }
}

/// The document on screen, owned by its page. Natively a page is drawn once, so
/// that it is moved out of the library and not cloned.
fn document(library: Library, document: Arc<Document>) -> Document {
    #[cfg(not(target_arch = "wasm32"))]
    (library.current).update_untracked(|page| page.document = Arc::new(Document::NotFound));
    #[cfg(target_arch = "wasm32")]
    let _ = library;
    Arc::unwrap_or_clone(document)
}
