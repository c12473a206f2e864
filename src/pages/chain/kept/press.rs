//! What happens when something of the section is pressed or sent.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlInputElement, MouseEvent};

use super::super::export_data::sheet;
use super::super::presses::{focus_first, pressed};
use super::name::proposed;
use super::table::follow;
use super::{FIELD, KeptState, WAYS};
use crate::diagram::export::beside::beside;
use crate::diagram::export::{Sheet, browser};
use crate::library::browser::{after_frame, history, is_under_way};
use chain::kept::{KeptScenario, MOST, tidy};
use chain::view::Against;
use model::words::fill;

/// Keeps what is on screen under the name in the field, or gives the name to the one that
/// is to have another. Nothing while an input method is at work.
pub fn submit(event: &SubmitEvent, state: KeptState) {
    event.prevent_default();
    let Some(field) = field().filter(|_| !is_under_way()) else {
        return;
    };
    let KeptState { chain, lang, .. } = state;
    let words = &lang.words().kept;
    let mut kept = untrack(|| chain.kept());
    let mut name = tidy(&field.value());
    let renamed = state.renamed.get_untracked();
    let full = kept.len() >= MOST;
    let said = match renamed.and_then(|place| kept.get_mut(place)) {
        Some(scenario) => {
            if name.is_empty() {
                return;
            }
            scenario.name.clone_from(&name);
            words.renamed
        }
        None if full => return state.say(words.full, ""),
        None => {
            if name.is_empty() {
                name = untrack(|| proposed(chain, lang));
            }
            let view = chain.shown.with_untracked(|shown| shown.view);
            kept.push(KeptScenario {
                name: name.clone(),
                preset: view.preset,
                inputs: view.inputs,
            });
            words.done
        }
    };
    chain.keep(&kept);
    state.say(said, &name);
    match renamed {
        Some(place) => leave_field(state, place),
        None => state.edited.set(false),
    }
}

/// Does what a button says.
pub fn press(event: &MouseEvent, state: KeptState) {
    let Some(pressed) = pressed(event, "data-kept") else {
        return;
    };
    let KeptState { chain, lang, .. } = state;
    let words = &lang.words().kept;
    let mut kept = untrack(|| chain.kept());
    if pressed == "csv" {
        return save(state, &kept);
    }
    let Some((way, place)) = pressed.split_once('-') else {
        // Given up.
        return leave_field(state, state.renamed.get_untracked().unwrap_or_default());
    };
    let place = (0..kept.len()).find(|known| known.to_string() == place);
    let Some(place) = place else {
        return;
    };
    let KeptScenario {
        name,
        preset,
        inputs,
    } = kept[place].clone();
    let [open, compare, rename, _] = WAYS;
    if way == open {
        let mut view = chain.latest();
        view.preset = preset;
        view.inputs = inputs;
        chain.schedule(view);
        state.say(words.opened, &name);
    } else if way == compare {
        let other = Some(Against::Kept(inputs));
        let parts = chain.latest().against == other;
        chain.compare(|_| other.filter(|_| !parts));
        state.say(if parts { words.parted } else { words.compared }, &name);
    } else if way == rename {
        state.edited.set(false);
        state.renamed.set(Some(place));
        after_frame(|| {
            if let Some(field) = field() {
                let _ = field.focus();
                field.select();
            }
        });
    } else {
        kept.remove(place);
        // Another one may be at its place now.
        state.renamed.set(None);
        state.edited.set(false);
        chain.keep(&kept);
        focus_soon(match kept.len() {
            0 => ["#", FIELD].concat(),
            left => at(open, place.min(left - 1)),
        });
        state.say(words.removed, &name);
    }
}

/// Gives up the field: it proposes a name again, and the focus is where it came from.
fn leave_field(state: KeptState, place: usize) {
    state.renamed.set(None);
    state.edited.set(false);
    focus_soon(at(WAYS[2], place));
}

/// The button of a scenario.
fn at(way: &str, place: usize) -> String {
    ["[data-kept='", way, "-", &place.to_string(), "']"].concat()
}

/// Gives the focus to something that is about to be drawn.
fn focus_soon(selector: String) {
    after_frame(move || focus_first(&selector));
}

fn field() -> Option<HtmlInputElement> {
    document().get_element_by_id(FIELD)?.dyn_into().ok()
}

/// Hands the table to the browser, with every number that goes into it.
fn save(state: KeptState, kept: &[KeptScenario]) {
    let lang = state.lang;
    let words = &lang.words().take;
    if browser::is_inside_app() {
        return state.say(words.inside, "");
    }
    let model = state.chain.model();
    let bands = state.chain.choices.with_untracked(|choices| choices.bands);
    let date = browser::today();
    let site = state.library.site.get_untracked();
    let of = |scenario: &KeptScenario| {
        let shown = follow(&model, scenario, bands).ok()?;
        Some(Sheet {
            scenario: scenario.name.clone(),
            date: date.clone(),
            address: history::absolute(),
            publisher: site.name.clone(),
            ..sheet(&model, &shown, lang).0
        })
    };
    let sheets: Vec<Sheet> = kept.iter().filter_map(of).collect();
    let name = ["chain-kept-", &date, ".csv"].concat();
    let text = beside(&sheets, words, lang.words().levers.difference);
    let said = match browser::save(&name, "text/csv;charset=utf-8", &text) {
        true => words.made,
        false => words.not_made,
    };
    state.say(said, &name);
}

impl KeptState {
    /// Says what has been done, to the eye and to a screen reader.
    fn say(self, template: &str, name: &str) {
        let text = fill(template, &[name]);
        self.library.announced.set(text.clone());
        self.said.set(text);
    }
}
