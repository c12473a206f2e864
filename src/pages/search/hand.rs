//! What the reader does: types, chooses a filter, wishes for more.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlInputElement};

use super::results::Asked;
use super::state;
use crate::library::browser::{after_frame, history, is_composing, is_under_way};
use crate::library::{use_lang, use_library};
use model::document::{EntryKind, SearchIndex};
use model::routes::{parameter, typed};

/// How long nothing is typed before it is looked for.
const PAUSE: Duration = Duration::from_millis(150);

thread_local! {
    /// How often something was typed.
    static TYPED: Cell<u32> = const { Cell::new(0) };
}

/// The page comes on screen. Once the app is live it asks what its address asks.
pub fn enter(index: SearchIndex, turn: RwSignal<bool>) {
    state::enter(index, use_lang(), turn);
    let live = use_library().live;
    // Once it is there.
    Effect::new(move |_| {
        if live.get() {
            begin();
        }
    });
}

/// Asks what the address asks.
fn begin() {
    let asked = read(&history::query());
    if let Some(field) = field() {
        field.set_value(&asked.typed);
    }
    state::ask(asked);
}

/// What an address asks for.
fn read(search: &str) -> Asked {
    let kind = parameter(search, "kind");
    // Up to what followed the address in a text: `kind=news。`.
    let word = kind
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .next();
    let known = EntryKind::ALL
        .iter()
        .position(|known| Some(known.as_str()) == word);
    let mut year = 0_u32;
    for digit in parameter(search, "year")
        .bytes()
        .take_while(u8::is_ascii_digit)
    {
        year = (year.wrapping_mul(10)).wrapping_add(u32::from(digit - b'0'));
    }
    Asked {
        typed: typed(search),
        kind: known.map_or(0, |kind| kind + 1),
        year,
    }
}

fn field() -> Option<HtmlInputElement> {
    document().get_element_by_id("find")?.dyn_into().ok()
}

/// Asks for something, and says so in the address: typing is no step to go back
/// over.
fn ask(asked: Asked) {
    history::replace_query(asked.address(history::here().path()));
    state::ask(asked);
}

/// Looks for what is typed, in the filters that are chosen.
fn look(typed: String) {
    let asked = state::with(|state| match typed.trim().is_empty() {
        true => Asked::default(),
        false => Asked {
            typed,
            ..state.asked.clone()
        },
    });
    if let Some(asked) = asked {
        ask(asked);
    }
}

/// Something is typed: it is looked for once nothing more is. With an input method
/// it is typed when the composition ends.
pub fn typed_into(event: &Event) {
    if event.type_() == "input" && is_composing(event) {
        return;
    }
    let turn = TYPED.get() + 1;
    TYPED.set(turn);
    set_timeout(
        move || {
            let rests = TYPED.get() == turn && !is_under_way();
            if let (true, Some(field)) = (rests, field()) {
                look(field.value());
            }
        },
        PAUSE,
    );
}

/// The form is sent: to this page, which need not be loaded for it.
pub fn submit(event: &Event) {
    if let Some(field) = field() {
        event.prevent_default();
        if is_under_way() {
            return;
        }
        after_frame(move || look(field.value()));
    }
}

/// A filter or a button among the results is pressed. They are drawn again and
/// again, so that what is around them listens.
pub fn press(event: &Event) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let near = |selector: &str| target.as_ref()?.closest(selector).ok().flatten();
    if let Some(button) = near("[data-find]") {
        match button.get_attribute("data-find").as_deref() {
            Some("more") => after_frame(state::more),
            // With it comes the index as it is now.
            _ => history::reload(),
        }
    }
    let choice = near(".find__found .filter a[href]");
    if let Some(href) = choice.and_then(|link| link.get_attribute("href")) {
        event.prevent_default();
        let asked = read(href.split_once('?').map_or("", |(_, search)| search));
        after_frame(move || ask(asked));
    }
}
