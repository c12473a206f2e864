//! Which clicks the app answers itself: those that lead to another of its pages.

use std::cell::RefCell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

use super::door::is_elsewhere;
use super::history::here;
use model::routes::{Address, Route, lang_of};

/// A click on a link, in HTML or in a drawing.
pub struct Click {
    link: Element,
    plain: bool,
}

/// The click, if it is on a link.
pub fn click(event: &Event) -> Option<Click> {
    let event: &MouseEvent = event.dyn_ref()?;
    let link = event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest("a[href]")
        .ok()
        .flatten()?;
    let held = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    let plain = event.button() == 0 && !held && !event.default_prevented();
    Some(Click { link, plain })
}

/// Follows the link of an id, as a click on it does.
pub fn press_link(id: &str) {
    let link = document().get_element_by_id(id);
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        link.click();
    }
}

/// Where a plain click on a link leads: one that asks for no other tab or window.
pub fn followed_link(event: &Event) -> Option<String> {
    let Click { link, plain } = click(event)?;
    link.get_attribute("href").filter(|_| plain)
}

/// On the link that was tapped, until its page is there, so that it looks pressed.
const GOING: &str = "data-going";

thread_local! {
    static TAPPED: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Marks the link that was tapped, and no other.
pub fn mark(Click { link, .. }: Click) {
    unmark();
    let _ = link.set_attribute(GOING, "");
    TAPPED.set(Some(link));
}

/// Takes the mark away: the page is there, or does not come.
pub fn unmark() {
    if let Some(link) = TAPPED.take() {
        let _ = link.remove_attribute(GOING);
    }
}

/// Where a click leads, if the app is to answer it: a plain click on a link to
/// another path of this site in the same language, which this door draws. Every other
/// click is left to the browser.
pub fn destination(Click { link, plain }: &Click) -> Option<String> {
    let external = ["download", "target", "rel"]
        .iter()
        .any(|name| link.has_attribute(name));
    if !plain || external {
        return None;
    }
    let href = link.get_attribute("href")?;
    let here = here();
    let here = here.path();
    let page = href.split(['?', '#']).next().unwrap_or_default();
    // Only addresses that the site builds itself: absolute paths that end in
    // a slash, no host.
    let inside = href.starts_with('/') && !href.starts_with("//") && page.ends_with('/');
    // From the frame of another site, links lead out of the frame.
    let framed = Address::parse(here).is_some_and(|address| address.route == Route::Embed);
    let own = lang_of(&href) == lang_of(here) && !is_elsewhere(page);
    (inside && !framed && page != here && own).then_some(href)
}
