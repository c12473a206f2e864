//! The masthead: name, navigation, appearance, language.

use leptos::prelude::*;

use super::settings;
use crate::library::{href, use_lang, use_library, use_words};
use markup::{Markup, Reactive, markup};
use model::Lang;
use model::document::Site;
use model::routes::{Address, Route};
use model::words::ShellWords;

/// The main pages and what they are called: of events, offers and papers only when there
/// are some.
pub fn main_pages(shell: &ShellWords, site: &Site) -> Vec<(Route, &'static str)> {
    let mut pages = vec![
        (Route::Home, shell.home),
        (Route::News(Default::default()), shell.news),
    ];
    if site.has_events {
        pages.push((Route::Events(1), shell.events));
    }
    pages.extend([
        (Route::Members(Default::default()), shell.members),
        (Route::Chain(None), shell.chain),
        (Route::Figures, shell.figures),
    ]);
    if site.has_offers {
        pages.push((Route::Offers, shell.offers));
    }
    if site.has_papers {
        pages.push((Route::Papers, shell.papers));
    }
    pages.push((Route::About, shell.about));
    pages
}

/// The masthead of every page.
pub fn header() -> Markup<Reactive> {
    let site = use_library().site.get_untracked();
    let shell = &use_words().shell;
    markup! {
        <header class="header">
            <div class="header__inner wrap">
                <a class="header__brand" href={href(Route::Home)}>
                    <span class="header__tile" aria-hidden="true">
                        <span class="header__number">"13"</span>
                        <span class="header__symbol">"Al"</span>
                    </span>
                    <span class="header__name">
                        {site.name.clone()}
                        <span class="header__other-name" lang={use_lang().beside()}>{site.other_name.clone()}</span>
                    </span>
                </a>
                <nav class="header__nav" aria-label={shell.nav}>
                    <ul class="header__items" role="list">
                        {main_pages(shell, &site)
                            .into_iter()
                            .map(|(route, label)| nav_item(route, label))
                            .collect::<Vec<_>>()}
                    </ul>
                </nav>
                <div class="header__tools">
                    {header_search()}
                    {settings()}
                    {language_links()}
                </div>
            </div>
        </header>
    }
}

/// The search: an icon on a phone, a field where there is room.
fn header_search() -> Markup {
    let words = &use_words().search;
    let path = href(Route::Search);
    markup! {
        <div class="header__search">
            <a class="header__search-link" href={path.clone()} aria-label={words.title}>
                <svg class="header__search-icon" viewBox="0 0 20 20" aria-hidden="true">
                    <path d="M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM12.6 12.6 17 17" />
                </svg>
            </a>
            <form
                class="header__search-form"
                action={path}
                method="get"
                role="search"
                aria-label={words.title}
            >
                <input
                    class="header__search-field"
                    type="search"
                    name="q"
                    autocomplete="off"
                    enterkeyhint="search"
                    placeholder={words.title}
                    aria-label={words.label}
                />
            </form>
        </div>
    }
}

/// An item of the navigation, current on its page and on all below it.
fn nav_item(route: Route, label: &'static str) -> Markup<Reactive> {
    let library = use_library();
    let home = route == Route::Home;
    let path = href(route);
    let current = {
        let path = path.clone();
        move || {
            let current = library.current.read();
            let within = !home && current.path.starts_with(&path);
            if current.path == path {
                Some("page")
            } else {
                within.then_some("true")
            }
        }
    };
    markup! {
        <li>
            <a class="header__link" href={path} aria-current={current}>{label}</a>
        </li>
    }
}

/// The same page in the other languages, or their home pages where there is
/// none.
///
/// `rel="external"`: another language is another page with documents of its
/// own, loaded plainly.
fn language_links() -> Vec<Markup<Reactive>> {
    let here = use_lang();
    (Lang::ALL.into_iter())
        .filter(|other| *other != here)
        .map(language_link)
        .collect()
}

fn language_link(other: Lang) -> Markup<Reactive> {
    let library = use_library();
    let path = move || match Address::parse(&library.current.read().path) {
        Some(address) => address.in_lang(other).path(),
        None => Address::new(other, Route::Home).path(),
    };
    markup! {
        <a
            class="header__language"
            href={path}
            lang={other}
            hreflang={other}
            rel="external"
        >
            {other.endonym()}
        </a>
    }
}
