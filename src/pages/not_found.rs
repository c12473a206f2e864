//! No such page.

use leptos::prelude::*;

use crate::components::{PageHeading, main_pages};
use crate::content::Lang;
use crate::library::use_lang;
use crate::routes::Address;

/// Says that there is no such page, and the way on. One page stands for every
/// unknown address, so it speaks both languages.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let lang = use_lang();
    let other = Lang::ALL.into_iter().filter(move |other| *other != lang);
    let words = &lang.words().states;
    view! {
        <div class="not-found page wrap">
            <PageHeading text=words.not_found_title />
            <p class="page__intro">{words.not_found_text}</p>
            <Ways lang />
            {other
                .map(|lang| {
                    let words = &lang.words().states;
                    view! {
                        <section class="not-found__other section" lang=lang.tag()>
                            <h2>{words.not_found_title}</h2>
                            <p class="page__intro">{words.not_found_text}</p>
                            <Ways lang />
                        </section>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// The main pages in a language. Another language is loaded plainly.
#[component]
fn Ways(lang: Lang) -> impl IntoView {
    let rel = (lang != use_lang()).then_some("external");
    view! {
        <ul class="not-found__ways" role="list">
            {main_pages(&lang.words().shell)
                .into_iter()
                .map(|(route, label)| {
                    view! {
                        <li>
                            <a href=Address::new(lang, route).path() hreflang=lang.tag() rel=rel>
                                {label}
                            </a>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}
