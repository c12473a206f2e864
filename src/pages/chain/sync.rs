//! In the browser: the address and the fields follow what is on screen.
//!
//! What is typed into a field is the field's own and no attribute, so no markup
//! can keep it in step.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};

use super::levers::{position, value_text};
use super::notes::told;
use super::state::{Chain, Known, Shown, Trouble};
use crate::chain::input::MOST;
use crate::chain::view::Against;
use crate::chain::{Input, decimal};
use crate::library::use_library;
use crate::routes::with_query;

/// The time between two changes of the address: browsers refuse more than a
/// hundred in half a minute.
const PAUSE: Duration = Duration::from_millis(350);

/// Follows what is on screen as long as the page is there. What the address
/// asks for is shown once the app is live.
pub fn follow(chain: Chain) {
    let live = use_library().live;
    let address = Address::new(chain);
    Effect::new(move |restored: Option<bool>| {
        if !live.get() {
            return false;
        }
        let restored = restored == Some(true);
        if !restored {
            chain.restore(&search());
        }
        let query = chain.query();
        let known = chain.known();
        let trouble = chain.trouble.get();
        let wrong = trouble.map(|trouble| trouble.input());
        chain.shown.with(|shown| fields(&known, shown, wrong));
        tell(&known, trouble);
        keep_query(&query);
        // What stands there already is left as the reader was given it.
        if restored {
            address.follow(query);
        }
        true
    });
    // Back and forward within the page's own addresses.
    let back = window_event_listener(ev::popstate, move |_| {
        let here = window().location().pathname().unwrap_or_default();
        if address.path.with_value(|path| *path == here) {
            chain.restore(&search());
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

/// Puts every field where the scenario is, but for the one in hand: what is
/// being typed there is left alone.
fn fields(known: &Known, shown: &Shown, wrong: Option<Input>) {
    let in_hand = document().active_element();
    for element in all("[data-set]") {
        let field: HtmlInputElement = element.clone().unchecked_into();
        let what = element.get_attribute("data-set").unwrap_or_default();
        let id = |preset: usize| known.preset(preset).map_or("", |preset| &preset.id);
        match what.as_str() {
            "preset" => field.set_checked(field.value() == id(shown.view.preset)),
            "quantity" => field.set_checked(field.value() == shown.view.quantity.as_str()),
            "against" => field.set_value(match shown.view.against {
                None => "",
                Some(Against::Kept(_)) => "kept",
                Some(Against::Preset(preset)) => id(preset),
            }),
            key => {
                let Some(input) = Input::from_key(key) else {
                    continue;
                };
                let kept = in_hand.as_ref() == Some(&element) || wrong == Some(input);
                put(known, &field, input, shown.view.inputs.get(input), kept);
            }
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

fn all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .collect()
}

fn search() -> String {
    window().location().search().unwrap_or_default()
}

/// The address of the page, behind what is on screen by a moment at most.
#[derive(Clone, Copy)]
struct Address {
    path: StoredValue<String>,
    /// Whether it was changed a moment ago.
    resting: StoredValue<bool>,
    /// Whether it must be changed again.
    behind: StoredValue<bool>,
    chain: Chain,
}

impl Address {
    fn new(chain: Chain) -> Self {
        Self {
            path: StoredValue::new(window().location().pathname().unwrap_or_default()),
            resting: StoredValue::new(false),
            behind: StoredValue::new(false),
            chain,
        }
    }

    fn follow(self, query: String) {
        if self.resting.get_value() {
            self.behind.set_value(true);
            return;
        }
        let here = window().location().pathname().unwrap_or_default();
        // Another page may be there already.
        if self.path.with_value(|path| *path != here) {
            return;
        }
        let address = with_query(&here, &query);
        if let Ok(history) = window().history() {
            let state = history.state().unwrap_or_default();
            let _ = history.replace_state_with_url(&state, "", Some(&address));
        }
        self.resting.set_value(true);
        set_timeout(
            move || {
                // The page may be gone by then.
                if self.resting.try_set_value(false).is_none() && self.behind.get_value() {
                    self.behind.set_value(false);
                    self.follow(untrack(move || self.chain.query()));
                }
            },
            PAUSE,
        );
    }
}
