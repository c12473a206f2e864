//! A few words of which any may be chosen.

use desk::form::{Choice, FieldForm};
use desk::path::Path;
use leptos::prelude::*;

use super::label::{about, faults_below, titled};
use super::strings::{put_strings, strings};
use crate::ui::clashes::Clashes;
use crate::ui::doc::{Doc, field_id};
use crate::ui::state::use_desk;

/// Each word a button that is down or up.
pub fn chips(doc: Doc, field: FieldForm, path: Path, options: Vec<Choice>) -> AnyView {
    let desk = use_desk();
    let order: Vec<String> = options.iter().map(|one| one.value.clone()).collect();
    let buttons = options.into_iter().map(|option| {
        let (down, press, at) = (path.clone(), path.clone(), option.value.clone());
        let (value, order) = (option.value.clone(), order.clone());
        let name = move || match desk.english.get() {
            true => option.en.clone(),
            false => option.zh.clone(),
        };
        view! {
            <button type="button" class="chip"
                aria-pressed=move || strings(doc, &down).contains(&at).to_string()
                on:click=move |_| {
                    let mut now = strings(doc, &press);
                    match now.iter().position(|one| *one == value) {
                        Some(at) => drop(now.remove(at)),
                        None => now.push(value.clone()),
                    }
                    // As the chain has them.
                    now.sort_by_key(|one| order.iter().position(|known| known == one));
                    put_strings(doc, &press, now);
                }
            >{name}</button>
        }
    });
    let buttons = buttons.collect_view();
    view! {
        <div class="field" role="group" id=field_id(&path) tabindex="-1">
            {titled(&field, None)}
            <div class="chips">{buttons}</div>
            {faults_below(doc, &path)}
            {about(&field)}
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}
