//! Pointer and keyboard on the drawings: one listener for all of them, each
//! with a state of its own.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, SvgElement};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{PointerEvent, ResizeObserver};

use super::keyboard::{Move, step};
use super::layout::Orientation;
use super::state::DiagramState;
use crate::library::browser::listen as listen_to;
use chain::view::Pin;

const LYING: &str = ".diagram__drawing--lying";
const STANDING: &str = ".diagram__drawing--standing";

thread_local! {
    /// The drawings on the page, by their names.
    static STATES: RefCell<Vec<(&'static str, DiagramState)>> = const { RefCell::new(Vec::new()) };
}

/// Follows a drawing as long as its page is shown.
pub fn enter(name: &'static str, state: DiagramState) {
    STATES.with_borrow_mut(|states| states.push((name, state)));
    watch(name, state);
    on_cleanup(move || {
        STATES.with_borrow_mut(|states| states.retain(|(_, other)| other.hot != state.hot));
    });
}

/// Notes which of the two drawings is to be seen, now and whenever that changes.
fn watch(name: &'static str, state: DiagramState) {
    Effect::new(move |_| {
        let selector = format!("[data-diagram={name}]");
        let figures = document().query_selector_all(&selector).ok();
        // A page that goes may still be there.
        let figure = figures.and_then(|figures| figures.get(figures.length().checked_sub(1)?));
        let Some(figure) = figure.and_then(|figure| figure.dyn_into::<Element>().ok()) else {
            return;
        };
        let seen = figure.clone();
        let notice = Closure::<dyn Fn()>::new(move || {
            let is_seen = |drawing| {
                let found = seen.query_selector(drawing).ok().flatten();
                found.is_some_and(|drawing| drawing.client_width() > 0)
            };
            let hidden = match (is_seen(LYING), is_seen(STANDING)) {
                (true, false) => Some(Orientation::Vertical),
                (false, true) => Some(Orientation::Horizontal),
                _ => None,
            };
            if state
                .hidden
                .try_get_untracked()
                .is_some_and(|now| now != hidden)
            {
                state.hidden.set(hidden);
            }
        });
        let Ok(observer) = ResizeObserver::new(notice.as_ref().unchecked_ref()) else {
            return;
        };
        observer.observe(&figure);
        let held = SendWrapper::new((observer, notice));
        on_cleanup(move || held.0.disconnect());
    });
}

/// The drawing that an element is in: the newest of its name, as a page that
/// goes may still be there when the next one comes.
fn state_of(element: &Element) -> Option<DiagramState> {
    let name = closest(element, "[data-diagram]")?.get_attribute("data-diagram")?;
    STATES.with_borrow(|states| {
        let mut found = states.iter().rev().filter(|(other, _)| *other == name);
        found.next().map(|(_, state)| *state)
    })
}

/// Follows pointer and keys in every drawing from now on.
pub fn listen() {
    let page = document();
    listen_to(page.as_ref(), "focusin", |event| {
        let Some((element, pin, state)) = item_of(&event) else {
            return;
        };
        state.stop.set(pin);
        // A tap or a click has the focus, too: it has done its work.
        if element.matches(":focus-visible").unwrap_or(false) {
            state.look_at(Some(pin));
        }
    });
    listen_to(page.as_ref(), "focusout", |event| {
        if let Some((_, _, state)) = item_of(&event) {
            state.look_at(None);
        }
    });
    // There is no hovering with a finger.
    listen_to(page.as_ref(), "pointerover", |event| {
        let pointer: Option<&PointerEvent> = event.dyn_ref();
        if pointer.is_none_or(|pointer| pointer.pointer_type() != "mouse") {
            return;
        }
        let over = item_of(&event);
        let states = STATES.with_borrow(Clone::clone);
        for (_, state) in states {
            let pin = over.as_ref().filter(|(_, _, other)| other.hot == state.hot);
            state.look_at(pin.map(|(_, pin, _)| *pin));
        }
    });
    listen_to(page.as_ref(), "click", click);
    listen_to(page.as_ref(), "keydown", |event| {
        if let Some(event) = event.dyn_ref() {
            follow(event);
        }
    });
}

fn click(event: Event) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else {
        return;
    };
    let held = mouse.meta_key() || mouse.ctrl_key() || mouse.shift_key() || mouse.alt_key();
    if mouse.button() != 0 || held {
        return;
    }
    if let Some((_, pin, state)) = item_of(&event) {
        event.prevent_default();
        state.press(pin);
        return;
    }
    let release = target(&event).and_then(|element| closest(&element, ".diagram__release"));
    if let Some(release) = release
        && let Some(state) = state_of(&release)
    {
        // The button goes; the focus stays where it was.
        focus_in(&release, ".diagram__told");
        state.pinned.set(None);
    }
}

fn follow(event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let Some(element) = target(event) else {
        return;
    };
    let key = event.key();
    let Some((item, from, state)) = item_of(event) else {
        // Beside the drawing: in the list of keys, or in what is told.
        if key == "Escape"
            && let Some(state) = state_of(&element)
        {
            let keys = closest(&element, ".diagram__keys[open]");
            if keys.is_some() {
                show_keys(&element, state);
            } else {
                state.pinned.set(None);
            }
            event.prevent_default();
        }
        return;
    };
    let Some(drawing) = closest(&item, "svg") else {
        return;
    };
    let orientation = match drawing.get_attribute("data-runs").as_deref() {
        Some("down") => Orientation::Vertical,
        _ => Orientation::Horizontal,
    };
    let drawn = |pin: Pin| {
        let selector = format!("[data-item={}]", pin.word());
        drawing.query_selector(&selector).ok().flatten()
    };
    match step(&key, from, orientation, |flow| {
        drawn(Pin::Flow(flow)).is_some()
    }) {
        Move::Ignore => return,
        Move::Stay => {}
        Move::Hold => state.press(from),
        Move::Keys => show_keys(&item, state),
        Move::Leave if state.pinned.get_untracked().is_some() => state.pinned.set(None),
        Move::Leave => leave(&item),
        Move::To(pin) => {
            if let Some(next) = drawn(pin).and_then(|next| next.dyn_into::<SvgElement>().ok()) {
                let _ = next.focus();
            }
        }
    }
    event.prevent_default();
}

/// Opens the list of keys and goes there, or closes it and comes back.
fn show_keys(element: &Element, state: DiagramState) {
    let Some(figure) = closest(element, "[data-diagram]") else {
        return;
    };
    let Ok(Some(keys)) = figure.query_selector(".diagram__keys") else {
        return;
    };
    if keys.has_attribute("open") {
        let _ = keys.remove_attribute("open");
        let word = state.stop.get_untracked().word();
        let stops = figure.query_selector_all(&format!("[data-item={word}]"));
        // One of the two drawings is not shown and takes no focus.
        for index in 0..stops.as_ref().map_or(0, |stops| stops.length()) {
            let stop = stops.as_ref().ok().and_then(|stops| stops.get(index));
            if let Some(stop) = stop.and_then(|stop| stop.dyn_into::<SvgElement>().ok()) {
                let _ = stop.focus();
            }
        }
    } else {
        let _ = keys.set_attribute("open", "");
        focus_in(element, ".diagram__keys summary");
    }
}

/// To the panel of the chosen stage, to the list of stages, or to what is told
/// under the drawing.
fn leave(element: &Element) {
    let text = document().query_selector("[data-after-diagram]");
    match text
        .ok()
        .flatten()
        .and_then(|text| text.dyn_into::<HtmlElement>().ok())
    {
        Some(text) => drop(text.focus()),
        None => focus_in(element, ".diagram__told"),
    }
}

/// Gives the focus to something in the same figure.
fn focus_in(element: &Element, selector: &str) {
    let found = closest(element, "[data-diagram]")
        .and_then(|figure| figure.query_selector(selector).ok().flatten())
        .and_then(|found| found.dyn_into::<HtmlElement>().ok());
    if let Some(found) = found {
        let _ = found.focus();
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// The stage or flow that an event is on, in a drawing that is followed.
fn item_of(event: &Event) -> Option<(Element, Pin, DiagramState)> {
    let item = closest(&target(event)?, "[data-item]")?;
    let pin = Pin::from_word(&item.get_attribute("data-item")?)?;
    let state = state_of(&item)?;
    Some((item, pin, state))
}
