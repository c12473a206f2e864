//! Where the reader is on a page, and where the focus goes on a new one.
//!
//! The browser restores positions before the page is there, so the app does it
//! while it runs, and gives it back when the page is left. A page that another door
//! draws ends this run: where the reader was before is noted in the history's own
//! entries, too.

use std::cell::RefCell;
use std::collections::HashMap;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::{document as dom, set_timeout, window, window_event_listener};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, History, HtmlElement, ScrollRestoration};

/// On the root while only the visible part of a new page is laid out.
const TURNED: &str = "data-turned";
/// How long that is.
const LAY_OUT_REST: Duration = Duration::from_millis(600);

thread_local! {
    /// Where the reader was on each page.
    static POSITIONS: RefCell<HashMap<String, f64>> = RefCell::default();
    /// The page on screen; none while one takes the place of another, when it is
    /// the browser that scrolls and not the reader.
    static SETTLED: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The target of a link: that page begins at its top or its fragment.
    static EXPECTED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Takes over the restoration of scroll positions from the browser.
pub fn take_over(path: &str) {
    // An entry that was left while the app ran is not restored by the browser.
    let ours = history()
        .is_some_and(|history| history.scroll_restoration() == Ok(ScrollRestoration::Manual));
    if let Some(top) = noted().filter(|_| ours && top() == 0.0) {
        window().scroll_to_with_x_and_y(0.0, top);
    } else if let Some(element) = window()
        .location()
        .hash()
        .ok()
        .and_then(|hash| fragment(&hash))
    {
        // The browser has scrolled there; what is closed it leaves closed.
        open(&element);
    }
    SETTLED.set(Some(path.to_owned()));
    restoration(ScrollRestoration::Manual);
    let _ = window_event_listener(ev::pagehide, |_| {
        // The last step before a link was followed is in no event yet.
        remember();
        restoration(ScrollRestoration::Auto);
    });
    let _ = window_event_listener(ev::pageshow, |event| {
        restoration(ScrollRestoration::Manual);
        if event.persisted() {
            return_to_position();
        }
    });
    // Noted while the reader scrolls: after Back it is too late.
    let _ = window_event_listener(ev::scroll, |_| remember());
}

/// Notes the position on the page on screen.
fn remember() {
    if let Some(path) = SETTLED.with_borrow(Clone::clone) {
        POSITIONS.with_borrow_mut(|positions| positions.insert(path, top()));
    }
}

/// A page that comes back as it was left is at its top in Safari, unless the browser
/// was to restore positions all along. Anywhere else it is where the browser knows best.
fn return_to_position() {
    let noted = SETTLED.with_borrow(|path| {
        let path = path.as_ref()?;
        POSITIONS.with_borrow(|positions| positions.get(path).copied())
    });
    if let Some(before) = noted.filter(|_| top() == 0.0) {
        window().scroll_to_with_x_and_y(0.0, before);
    }
}

fn top() -> f64 {
    window().scroll_y().unwrap_or_default()
}

fn history() -> Option<History> {
    window().history().ok()
}

/// Notes the position in the history's entry of the page on screen, which is about to
/// become the one before.
pub fn note() {
    if let Some(history) = history() {
        let _ = history.replace_state(&JsValue::from_f64(top()), "");
    }
}

/// The position that is noted in the history's entry.
fn noted() -> Option<f64> {
    history()?.state().ok()?.as_f64()
}

/// Another page is about to take the place of the one on screen.
pub fn leave() {
    remember();
    SETTLED.set(None);
    // A new page begins at its top: the part below the screen is laid out a little
    // later, so that a slow phone shows the top at once. See `headline-list.css`.
    if EXPECTED.with_borrow(Option::is_some)
        && let Some(root) = dom().document_element()
    {
        let _ = root.set_attribute(TURNED, "");
        set_timeout(move || drop(root.remove_attribute(TURNED)), LAY_OUT_REST);
    }
}

fn restoration(by: ScrollRestoration) {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(by);
    }
}

/// Path and fragment of a target, without its query.
pub fn split(target: &str) -> (&str, Option<&str>) {
    let (page, fragment) = match target.split_once('#') {
        Some((page, fragment)) => (page, Some(fragment)),
        None => (target, None),
    };
    (page.split('?').next().unwrap_or(page), fragment)
}

/// The next page is reached by a link, so it begins at its top or its fragment;
/// otherwise it is reached by Back or Forward.
pub fn expect(target: &str) {
    EXPECTED.set(Some(target.to_owned()));
}

/// Sets focus and scroll position of the page that has just appeared.
pub fn settle(path: &str) {
    focus_heading();
    place(path);
    SETTLED.set(Some(path.to_owned()));
}

fn place(path: &str) {
    let expected = EXPECTED.take();
    let Some(target) = expected.filter(|target| split(target).0 == path) else {
        let top = POSITIONS.with_borrow(|positions| positions.get(path).copied());
        let top = top.or_else(noted);
        window().scroll_to_with_x_and_y(0.0, top.unwrap_or_default());
        return;
    };
    match fragment(&target) {
        Some(element) => {
            element.scroll_into_view();
            open(&element);
        }
        None => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
}

/// What the fragment of a target names.
fn fragment(target: &str) -> Option<Element> {
    let id = split(target).1?;
    // An address has a heading's Chinese words as bytes.
    let id = js_sys::decode_uri_component(id).map_or_else(|_| id.to_owned(), String::from);
    dom().get_element_by_id(&id)
}

/// Opens the explanation of a term, which is a popover; with anything else this does
/// nothing.
fn open(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.show_popover();
        open_by_script(element);
    }
}

/// Where the browser knows no popover, an attribute opens what a button closes:
/// `boot.js` does the same.
fn open_by_script(element: &HtmlElement) {
    let closes = [":root[data-popover] [popovertarget='", &element.id(), "']"].concat();
    if dom()
        .query_selector(&closes)
        .is_ok_and(|button| button.is_some())
    {
        let _ = element.set_attribute("data-open", "");
    }
}

fn focus_heading() {
    let heading = dom().query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
    }
}
