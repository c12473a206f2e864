//! The address follows what is on screen, and what is on screen an address that
//! the reader came with or went back to.

use std::time::Duration;

use leptos::prelude::*;

use super::state::Chain;
use crate::library::browser::history;
use crate::library::use_library;
use model::routes::with_query;

/// How long what is on screen must rest until the address follows: browsers
/// refuse more than a hundred changes in half a minute, and to change it takes
/// a slow phone longer than a frame.
const PAUSE: Duration = Duration::from_millis(350);

/// Keeps the page and its address in step as long as the page is there. What
/// the address asks for is shown once the app is live.
pub fn follow(chain: Chain) {
    let live = use_library().hydrated;
    let path = StoredValue::new(history::here().path().to_owned());
    let mut write_soon = debounce(PAUSE, move |()| write(chain, path));
    Effect::new(move |before: Option<bool>| {
        if !live.get() {
            return false;
        }
        let first = before != Some(true);
        // An address that asks for nothing has it already: to draw all of it again
        // is a long task on a phone.
        let asked = first.then(history::query);
        if let Some(asked) = asked.filter(|asked| !asked.is_empty()) {
            chain.restore(&asked);
        }
        chain.shown.track();
        chain.pinned.track();
        chain.asked.track();
        chain.track_kept();
        // What stands in the address is left as the reader was given it.
        if !first {
            write_soon(());
        }
        true
    });
    // Back and forward within the page's own addresses.
    let back = history::on_return(move || {
        let here = history::here();
        if path.with_value(|path| *path == here.path()) {
            chain.restore(here.search());
        }
    });
    on_cleanup(move || back.remove());
}

/// Writes what is on screen into the address of its page.
fn write(chain: Chain, path: StoredValue<String>) {
    // The page may be gone by then, or another one be there already.
    let (Some(own), Some(query)) = (path.try_get_value(), chain.query.try_get_untracked()) else {
        return;
    };
    if own == history::here().path() {
        history::replace_query(with_query(&own, &query));
    }
}
