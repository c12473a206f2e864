//! The masthead: name, navigation, appearance, language.

use leptos::prelude::*;

use super::ThemeSwitch;
use crate::content::Lang;
use crate::content::words::ShellWords;
use crate::library::{href, use_lang, use_library, use_words};
use crate::routes::{Address, Route};

/// The six main pages and what they are called.
pub fn main_pages(shell: &ShellWords) -> [(Route, &'static str); 6] {
    [
        (Route::Home, shell.home),
        (Route::News(Default::default()), shell.news),
        (Route::Members(Default::default()), shell.members),
        (Route::Chain(None), shell.chain),
        (Route::Figures, shell.figures),
        (Route::About, shell.about),
    ]
}

/// The masthead of every page.
#[component]
pub fn Header() -> impl IntoView {
    let library = use_library();
    let words = use_words();
    let shell = &words.shell;
    let items = main_pages(shell);
    let name = move || library.site.get().name.clone();
    let other_name = move || library.site.get().other_name.clone();
    view! {
        <header class="header">
            <div class="header__inner wrap">
                <a class="header__brand" href=href(Route::Home)>
                    <span class="header__tile" aria-hidden="true">
                        <span class="header__number">"13"</span>
                        <span class="header__symbol">"Al"</span>
                    </span>
                    <span class="header__name">
                        {name}
                        <span class="header__other-name">{other_name}</span>
                    </span>
                </a>
                <nav class="header__nav" aria-label=shell.nav>
                    <ul class="header__items" role="list">
                        {items
                            .into_iter()
                            .map(|(route, label)| view! { <NavItem route label /> })
                            .collect_view()}
                    </ul>
                </nav>
                <div class="header__tools">
                    <ThemeSwitch />
                    <LanguageLink />
                </div>
            </div>
        </header>
    }
}

/// An item of the navigation, current on its page and on all below it.
#[component]
fn NavItem(route: Route, label: &'static str) -> impl IntoView {
    let library = use_library();
    let home = route == Route::Home;
    let path = href(route);
    let current = {
        let path = path.clone();
        move || {
            let shown = library.shown.get().path;
            if shown == path {
                Some("page")
            } else if !home && shown.starts_with(&path) {
                Some("true")
            } else {
                None
            }
        }
    };
    view! {
        <li>
            <a class="header__link" href=path aria-current=current>
                {label}
            </a>
        </li>
    }
}

/// The same page in the other language, or its home page where there is none.
///
/// `rel="external"`: another language is another page with documents of its
/// own, loaded plainly.
#[component]
fn LanguageLink() -> impl IntoView {
    let library = use_library();
    let other = match use_lang() {
        Lang::ZhHans => Lang::En,
        Lang::En => Lang::ZhHans,
    };
    let path = move || match Address::parse(&library.shown.get().path) {
        Some(address) => address.in_lang(other).path(),
        None => Address::new(other, Route::Home).path(),
    };
    view! {
        <a
            class="header__language"
            href=path
            lang=other.tag()
            hreflang=other.tag()
            rel="external"
        >
            {other.endonym()}
        </a>
    }
}
