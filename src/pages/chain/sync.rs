//! In the browser: the address and the fields follow what is on screen.
//!
//! What is typed into a field is the field's own and no attribute, so no markup
//! can keep it in step.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};

use super::levers::{position, value_text};
use super::notes::told;
use super::state::{Chain, Known, Trouble};
use crate::library::browser::history;
use crate::library::use_library;
use chain::decimal;
use chain::view::{Against, ChainView};
use model::Input;
use model::input::MOST;
use model::routes::with_query;

/// How long what is on screen must rest until the address follows: browsers
/// refuse more than a hundred changes in half a minute.
const PAUSE: Duration = Duration::from_millis(350);

/// What the page's fields stand at: a slider being dragged changes few of them,
/// and a slow phone has no time for the others.
#[derive(Clone, Copy)]
struct Synced {
    view: ChainView,
    trouble: Option<Trouble>,
}

/// Follows what is on screen as long as the page is there. What the address
/// asks for is shown once the app is live.
pub fn follow(chain: Chain) {
    let live = use_library().live;
    let address = Address::new(chain);
    Effect::new(move |before: Option<Option<Synced>>| {
        if !live.get() {
            return None;
        }
        let before = before.flatten();
        // An address that asks for nothing has it already: to draw all of it again
        // is a long task on a phone.
        let asked = history::query();
        if before.is_none() && !asked.is_empty() {
            chain.restore(&asked);
        }
        let query = chain.query();
        let known = chain.known();
        let now = Synced {
            view: chain.shown.with(|shown| shown.view),
            trouble: chain.trouble.get(),
        };
        fields(&known, &now, before.as_ref());
        if before.is_none_or(|before| before.trouble != now.trouble) {
            tell(&known, now.trouble);
        }
        keep_query(&query);
        // What stands in the address is left as the reader was given it.
        if before.is_some() {
            address.follow();
        }
        Some(now)
    });
    // Back and forward within the page's own addresses.
    let back = history::on_return(move || {
        let here = history::here();
        if address.path.with_value(|path| *path == here.path()) {
            chain.restore(here.search());
        }
    });
    on_cleanup(move || back.remove());
}

/// Says at its field, and above all, why the last change was not followed.
fn tell(known: &Known, trouble: Option<Trouble>) {
    let text = trouble.map_or_else(String::new, |trouble| {
        let mut text = told(known, &trouble);
        text.push(' ');
        text.push_str(crate::library::use_words().levers.stays);
        text
    });
    let at = trouble.map(|trouble| trouble.input().key());
    for element in all("[data-trouble]") {
        element.set_text_content(Some(&text));
    }
    for element in all("[data-lever]") {
        let wrong = at.is_some() && element.get_attribute("data-lever").as_deref() == at;
        if let Ok(Some(told)) = element.query_selector(".lever__trouble") {
            told.set_text_content(Some(if wrong { &text } else { "" }));
        }
        if let Ok(Some(field)) = element.query_selector(".lever__field") {
            let _ = match wrong {
                true => field.set_attribute("aria-invalid", "true"),
                false => field.remove_attribute("aria-invalid"),
            };
        }
    }
}

/// Links that lead from one page of the chain to another take the scenario
/// along.
fn keep_query(query: &str) {
    for link in all("[data-keeps], .chain .breadcrumbs li:nth-child(2) a") {
        let href = link.get_attribute("href").unwrap_or_default();
        let path = href.split('?').next().unwrap_or_default();
        let _ = link.set_attribute("href", &with_query(path, query));
    }
}

/// Puts every field that is not where the scenario is there, but for the one in
/// hand: what is being typed there is left alone.
fn fields(known: &Known, now: &Synced, before: Option<&Synced>) {
    let id = |preset: usize| known.preset(preset).map_or("", |preset| &preset.id);
    let wrong = |synced: &Synced| synced.trouble.map(|trouble| trouble.input());
    let choices = |view: &ChainView| (view.preset, view.quantity, view.against);
    if before.is_none_or(|before| choices(&before.view) != choices(&now.view)) {
        for field in all_fields("preset") {
            field.set_checked(field.value() == id(now.view.preset));
        }
        for field in all_fields("quantity") {
            field.set_checked(field.value() == now.view.quantity.as_str());
        }
        for field in all_fields("against") {
            field.set_value(match now.view.against {
                None => "",
                Some(Against::Kept(_)) => "kept",
                Some(Against::Preset(preset)) => id(preset),
            });
        }
    }
    let in_hand = document().active_element();
    for input in Input::ALL {
        let value = now.view.inputs.get(input);
        let stands = |before: &Synced| {
            before.view.inputs.get(input) == value && wrong(before) != Some(input)
        };
        if before.is_some_and(stands) {
            continue;
        }
        for field in all_fields(input.key()) {
            let kept = in_hand.as_ref() == Some(&field) || wrong(now) == Some(input);
            put(known, &field, input, value, kept);
        }
    }
}

fn put(known: &Known, field: &HtmlInputElement, input: Input, value: f64, kept: bool) {
    let Some(lever) = known.lever(input) else {
        return;
    };
    match field.type_().as_str() {
        "range" => {
            if let Some(range) = lever.slider.as_ref().filter(|_| !kept) {
                field.set_value(&position(range, value));
            }
            let _ = field.set_attribute("aria-valuetext", &value_text(lever, value));
        }
        "number" if kept => {}
        "number" if value == MOST => field.set_value(""),
        "number" => field.set_value(&decimal::write(value)),
        // A list of named values, or of the two ways.
        _ => {
            let known = lever.choices.iter().any(|choice| choice.value == value);
            match known {
                true => field.set_value(&decimal::write(value)),
                false => field.set_value("own"),
            }
        }
    }
}

/// The fields that set something; lists too, as what is asked of them has the
/// same names.
fn all_fields(what: &str) -> impl Iterator<Item = HtmlInputElement> {
    let mut selector = String::from("[data-set=");
    selector.push_str(what);
    selector.push(']');
    all(&selector).into_iter().map(Element::unchecked_into)
}

fn all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .collect()
}

/// The address of the page, which follows once what is on screen rests: to
/// change it takes a slow phone longer than a frame.
#[derive(Clone, Copy)]
struct Address {
    path: StoredValue<String>,
    /// How many changes are waited for to be the last.
    waiting: StoredValue<u32>,
    chain: Chain,
}

impl Address {
    fn new(chain: Chain) -> Self {
        Self {
            path: StoredValue::new(history::here().path().to_owned()),
            waiting: StoredValue::new(0),
            chain,
        }
    }

    fn follow(self) {
        self.waiting.update_value(|waiting| *waiting += 1);
        set_timeout(
            move || {
                // The page may be gone by then.
                let left = self.waiting.try_update_value(|waiting| {
                    *waiting -= 1;
                    *waiting
                });
                if left == Some(0) {
                    self.write();
                }
            },
            PAUSE,
        );
    }

    fn write(self) {
        let here = history::here();
        // Another page may be there already.
        if self.path.with_value(|path| *path != here.path()) {
            return;
        }
        let query = untrack(move || self.chain.query());
        history::replace_query(with_query(here.path(), &query));
    }
}
