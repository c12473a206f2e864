//! Which clicks are a wish to see another page of the site in this app.

use leptos::ev::MouseEvent;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::routes::lang_of;

/// Where a click wishes to go, if the app is to take the reader there: a plain
/// click on a link, in HTML or in a drawing, to another path of this site in
/// the same language. Every other click is left to the browser.
pub fn wish(event: &MouseEvent) -> Option<String> {
    let plain = event.button() == 0
        && !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key());
    if event.default_prevented() || !plain {
        return None;
    }
    let link: Element = event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest("a[href]")
        .ok()
        .flatten()?;
    if link.has_attribute("download") || link.has_attribute("target") || link.has_attribute("rel") {
        return None;
    }
    let href = link.get_attribute("href")?;
    let here = window().location().pathname().ok()?;
    // Only addresses that the site builds itself: absolute paths, no host, no query.
    let inside = href.starts_with('/') && !href.starts_with("//") && !href.contains('?');
    let page = href.split('#').next().unwrap_or_default();
    let document = page.ends_with('/');
    let elsewhere = page != here;
    (inside && document && elsewhere && lang_of(&href) == lang_of(&here)).then_some(href)
}
