//! Pointer and keyboard on a figure and its drawings.

use leptos::prelude::*;
use leptos::web_sys::{
    Element, Event, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, SvgElement,
};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{PointerEvent, ResizeObserver};

use super::keyboard::{Move, step};
use super::layout::Orientation;
use super::state::DiagramState;
use crate::library::browser::has_failed;
use chain::view::Pin;
use markup::{Markup, Reactive, ev};

/// The drawing for a wide place.
const LYING: &str = ".diagram__drawing--lying";
/// And for a narrow one.
const NARROW: &str = ".diagram__drawing:not(.diagram__drawing--lying)";

/// A figure whose pointer and keys are followed.
pub fn followed(
    mut figure: Markup<Reactive>,
    state: DiagramState,
    drawings: [Orientation; 2],
) -> Markup<Reactive> {
    figure.mounted(move |figure| watch(figure, state, drawings));
    figure.on(ev::focusin, heard(state, focus));
    figure.on(ev::focusout, heard(state, blur));
    figure.on(ev::pointerover, heard(state, hover));
    figure.on(ev::pointerleave, heard(state, hover));
    figure.on(ev::click, heard(state, click));
    figure.on(ev::keydown, heard(state, follow));
    figure
}

/// After a panic nothing in the app can be relied on, and what leads somewhere
/// must lead there: nothing is heard any more.
fn heard<E>(state: DiagramState, then: fn(&E, DiagramState)) -> impl FnMut(E) {
    move |event| {
        if !has_failed() {
            then(&event, state);
        }
    }
}

/// Notes which of the two drawings is to be seen, now and whenever that changes.
fn watch(figure: &Element, state: DiagramState, [wide, narrow]: [Orientation; 2]) {
    let seen = figure.clone();
    let notice = Closure::<dyn Fn()>::new(move || {
        let is_seen = |drawing| {
            let found = seen.query_selector(drawing).ok().flatten();
            found.is_some_and(|drawing| drawing.client_width() > 0)
        };
        let now = match (is_seen(LYING), is_seen(NARROW)) {
            (true, false) => Some(wide),
            (false, true) => Some(narrow),
            _ => None,
        };
        if (state.seen.try_get_untracked()).is_some_and(|before| before != now) {
            state.seen.set(now);
        }
    });
    let Ok(observer) = ResizeObserver::new(notice.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(figure);
    let held = SendWrapper::new((observer, notice));
    on_cleanup(move || held.0.disconnect());
}

fn focus(event: &FocusEvent, state: DiagramState) {
    let Some((element, pin)) = item_of(event) else {
        return;
    };
    state.stop.set(pin);
    // A tap or a click has the focus, too: it has done its work.
    if element.matches(":focus-visible").unwrap_or(false) {
        state.look_at(Some(pin));
    }
}

fn blur(event: &FocusEvent, state: DiagramState) {
    if item_of(event).is_some() {
        state.look_at(None);
    }
}

/// The pointer is over something, or has left the figure. There is no hovering
/// with a finger.
fn hover(event: &PointerEvent, state: DiagramState) {
    if event.pointer_type() == "mouse" {
        state.look_at(item_of(event).map(|(_, pin)| pin));
    }
}

fn click(event: &MouseEvent, state: DiagramState) {
    let held = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if event.button() != 0 || held {
        return;
    }
    if let Some((_, pin)) = item_of(event) {
        event.prevent_default();
        state.press(pin);
        return;
    }
    let release = target(event).and_then(|element| closest(&element, ".diagram__release"));
    if let Some(release) = release {
        // The button goes; the focus stays where it was.
        focus_in(&release, ".diagram__told");
        state.pinned.set(None);
    }
}

fn follow(event: &KeyboardEvent, state: DiagramState) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let Some(element) = target(event) else {
        return;
    };
    let key = event.key();
    let Some((item, from)) = item_of(event) else {
        // Beside the drawing: in the list of keys, or in the description.
        if key == "Escape" {
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
        let selector = format!("[data-pin={}]", pin.word());
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
        let stops = figure.query_selector_all(&format!("[data-pin={word}]"));
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

/// To the panel of the chosen stage, to the list of stages, or to the
/// description under the drawing.
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

/// The stage or flow that an event is on.
fn item_of(event: &Event) -> Option<(Element, Pin)> {
    let item = closest(&target(event)?, "[data-pin]")?;
    let pin = Pin::from_word(&item.get_attribute("data-pin")?)?;
    Some((item, pin))
}
