//! No such page.

use leptos::prelude::*;

use crate::components::{main_pages, page_heading};
use crate::library::{use_lang, use_library};
use markup::{Markup, markup};
use model::Lang;
use model::routes::Address;

/// Says that there is no such page, and the way on. One page stands for every
/// unknown address, so it speaks both languages.
pub fn not_found_page() -> Markup {
    let lang = use_lang();
    let words = &lang.words().states;
    markup! {
        <div class="not-found page wrap">
            {page_heading(words.not_found_title.into(), None)}
            <p class="page__intro">{words.not_found_text}</p>
            {ways(lang)}
            {others(lang)
                .map(|lang| {
                    let words = &lang.words().states;
                    markup! {
                        <section class="not-found__other section" lang={lang.tag()}>
                            <h2>{words.not_found_title}</h2>
                            <p class="page__intro">{words.not_found_text}</p>
                            {ways(lang)}
                        </section>
                    }
                })
                .collect::<Vec<_>>()}
        </div>
    }
}

/// The languages that are spoken beside the page's own. In the browser, which
/// has the words of one language, a page that is not there is shown in that
/// one only.
fn others(lang: Lang) -> impl Iterator<Item = Lang> {
    let known = if cfg!(target_arch = "wasm32") {
        &[]
    } else {
        Lang::ALL.as_slice()
    };
    known.iter().copied().filter(move |other| *other != lang)
}

/// The main pages in a language. Another language is loaded plainly.
fn ways(lang: Lang) -> Markup {
    let site = use_library().site.get_untracked();
    let rel = (lang != use_lang()).then_some("external");
    markup! {
        <ul class="not-found__ways" role="list">
            {main_pages(&lang.words().shell, &site)
                .into_iter()
                .map(|(route, label)| {
                    markup! {
                        <li>
                            <a href={Address::new(lang, route).path()} hreflang={lang.tag()} rel={rel}>
                                {label}
                            </a>
                        </li>
                    }
                })
                .collect::<Vec<_>>()}
        </ul>
    }
}
