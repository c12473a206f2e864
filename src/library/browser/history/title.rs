//! Title, canonical link and language links of the page on screen.

use leptos::prelude::*;
use web_sys::Element;

use crate::library::{Library, use_words};
use model::Lang;
use model::head::{full_title, title};
use model::routes::Address;

/// Keeps `<head>` in step with the page on screen. Publishing has written that of
/// the first page, but a host's fallback may have served another's.
pub fn follow(library: Library) {
    let words = use_words();
    Effect::new(move |before: Option<String>| {
        let page = library.current.get();
        let site = library.site.get();
        let title = title(&page.path, &page.document, &site, words);
        let title = full_title(&title, &site);
        document().set_title(&title);
        if before.is_some_and(|before| before != page.path) {
            library.announced.set(title);
        }
        let here = super::here();
        let origin = here.origin();
        set(
            "link[rel=canonical]",
            "href",
            &format!("{origin}{}", page.path),
        );
        if let Some(address) = Address::parse(&page.path) {
            for lang in Lang::ALL {
                let path = address.in_lang(lang).path();
                set(
                    &format!("link[hreflang={}]", lang.tag()),
                    "href",
                    &format!("{origin}{path}"),
                );
            }
        }
        page.path
    });
}

fn set(selector: &str, attribute: &str, value: &str) {
    let element: Option<Element> = document().query_selector(selector).ok().flatten();
    if let Some(element) = element {
        let _ = element.set_attribute(attribute, value);
    }
}
