//! Fields that belong together, or are left out together.

use desk::form::FieldForm;
use desk::path::Path;
use desk::words::fill;
use leptos::prelude::*;
use serde_json::json;

use super::fields;
use super::label::{about, faults_below};
use crate::ui::clashes::Clashes;
use crate::ui::doc::{Doc, field_id};
use crate::ui::state::use_desk;

/// The fields.
pub fn group(doc: Doc, field: FieldForm, path: Path, of: String) -> AnyView {
    let desk = use_desk();
    let at = path.clone();
    let there = Memo::new(move |_| doc.read(|value| at.get(value).is_some()));
    let (zh, en, required) = (field.zh.clone(), field.en.clone(), field.required);
    let name = move || match desk.english.get() {
        true => en.clone(),
        false => zh.clone(),
    };
    let inside = {
        let path = path.clone();
        move || fields(doc, &of, &path, None)
    };
    let (begin, end) = (path.clone(), path.clone());
    let (named, named_too) = (name.clone(), name.clone());
    view! {
        <fieldset class="group" id=field_id(&path) tabindex="-1">
            <legend class="group__name">{name}</legend>
            {about(&field)}
            {faults_below(doc, &path)}
            <Show
                when=move || there.get() || required
                fallback={
                    let (begin, named) = (begin.clone(), named.clone());
                    move || {
                        let (begin, named) = (begin.clone(), named.clone());
                        view! {
                            <button type="button" class="btn btn--small"
                                on:click=move |_| doc.step(|value| begin.set(value, Some(json!({}))))>
                                {move || fill(desk.words().add_group, &[&named()])}
                            </button>
                        }
                    }
                }
            >
                <div class="fields">{inside()}</div>
                {
                    let (end, named) = (end.clone(), named_too.clone());
                    (!required).then(move || view! {
                        <button type="button" class="btn btn--small btn--bare"
                            on:click=move |_| doc.step(|value| end.set(value, None))>
                            {move || fill(desk.words().remove_group, &[&named()])}
                        </button>
                    })
                }
            </Show>
            <Clashes doc path=path.clone() exact=true/>
        </fieldset>
    }
    .into_any()
}
