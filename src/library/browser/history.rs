//! The one owner of the browser's history: where the reader is, how the address
//! changes, where the page is scrolled, what its title is.
//!
//! leptos_router's types say where the reader is and where to go; its `Router` is
//! not used, see `docs/decisions/router.md`.

#![expect(
    clippy::disallowed_methods,
    reason = "`clippy.toml` keeps everybody else from it"
)]

pub mod scroll;
pub mod title;

use leptos::ev::popstate;
use leptos::prelude::{WindowListenerHandle, document, window, window_event_listener};
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider, State, Url};

use super::failure::has_failed;
use model::routes::meant;

/// The address.
pub fn here() -> Url {
    BrowserUrl::current().unwrap_or_default()
}

/// The query of the address, without `?`.
pub fn query() -> String {
    here().search().to_owned()
}

/// The whole address, with its host.
pub fn absolute() -> String {
    window().location().href().unwrap_or_default()
}

/// Changes the query of the page on screen, without a step to go back over. A
/// browser may refuse it: some do when there are many in a short time.
pub fn replace_query(address: String) {
    let state = window().history().and_then(|history| history.state());
    go(LocationChange {
        value: address,
        replace: true,
        scroll: false,
        state: State::new(state.ok()),
    });
}

/// Adds a step to go back over. Where the browser refuses that, the page is
/// loaded plainly.
pub fn push(target: &str) {
    scroll::note();
    let added = go(LocationChange {
        value: target.to_owned(),
        replace: false,
        scroll: false,
        state: State::default(),
    });
    if !added {
        load(target);
    }
}

/// Adds a step at the same address, for what lies over the page: Back takes it away
/// again, and [`on_return`] says so.
pub fn push_layer() {
    let here = here();
    let value = [here.path(), here.search(), here.hash()].concat();
    go(LocationChange {
        value,
        replace: false,
        scroll: false,
        state: State::default(),
    });
}

/// The way back, as the browser's button goes.
pub fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

/// Loads a page as a plain link does.
pub fn load(target: &str) {
    let _ = window().location().assign(target);
}

/// Leads on from an address that no page has to the page that was meant, where there
/// is no doubt which: hosts that only serve files cannot. Whether it does.
pub fn lead_on() -> bool {
    let here = here();
    let Some(mut target) = meant(here.path(), here.search()) else {
        return false;
    };
    target.push_str(here.hash());
    window().location().replace(&target).is_ok()
}

/// Loads the page on screen again.
pub fn reload() {
    let _ = window().location().reload();
}

/// Notes which page is on screen: should the app fail when the address is already
/// that of another, `boot.js` loads that one.
pub fn on_screen(path: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-path", path);
    }
}

/// Runs `then` whenever the reader goes back or forward, or to a fragment.
pub fn on_return(then: impl Fn() + 'static) -> WindowListenerHandle {
    window_event_listener(popstate, move |_| {
        if !has_failed() {
            then();
        }
    })
}

fn go(change: LocationChange) -> bool {
    let Ok(history) = window().history() else {
        return false;
    };
    let state = change.state.to_js_value();
    let address = Some(change.value.as_str());
    let done = match change.replace {
        true => history.replace_state_with_url(&state, "", address),
        false => history.push_state_with_url(&state, "", address),
    };
    done.is_ok()
}
