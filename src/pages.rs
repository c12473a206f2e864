//! One file, one page, one route.
//!
//! A page is given its document and arranges it: it fetches nothing, parses
//! nothing and formats no date.

mod about;
mod article;
mod chain;
mod figures;
mod home;
mod member;
mod members;
mod news;
mod not_found;

use leptos::prelude::*;

use crate::library::document::Document;
use crate::library::use_library;
use crate::routes::{Address, Route};
use about::AboutPage;
use article::ArticlePage;
use chain::ChainPage;
use figures::FiguresPage;
use home::HomePage;
use member::MemberPage;
use members::MembersPage;
use news::NewsPage;
use not_found::NotFoundPage;

/// The page on screen.
#[component]
pub fn Page() -> impl IntoView {
    let library = use_library();
    move || {
        let shown = library.shown.get();
        let route = Address::parse(&shown.path).map(|address| address.route);
        match (*shown.document).clone() {
            Document::Home(page) => view! { <HomePage page=*page /> }.into_any(),
            Document::Figures(page) => view! { <FiguresPage page=*page /> }.into_any(),
            Document::About(page) => view! { <AboutPage page=*page /> }.into_any(),
            Document::News(page) => {
                let filter = match route {
                    Some(Route::News(filter)) => filter,
                    _ => Default::default(),
                };
                view! { <NewsPage page=*page filter /> }.into_any()
            }
            Document::Article(page) => view! { <ArticlePage page=*page /> }.into_any(),
            Document::Members(page) => {
                let filter = match route {
                    Some(Route::Members(filter)) => filter,
                    _ => Default::default(),
                };
                view! { <MembersPage page=*page filter /> }.into_any()
            }
            Document::Member(page) => view! { <MemberPage page=*page /> }.into_any(),
            Document::Chain(page) => view! { <ChainPage page=*page /> }.into_any(),
            Document::NotFound => view! { <NotFoundPage /> }.into_any(),
        }
    }
}
