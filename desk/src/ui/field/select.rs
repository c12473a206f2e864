//! One of several: a word of a closed list, or a record.

use desk::form::{Choice, FieldForm};
use desk::path::Path;
use desk::words::Words;
use leptos::prelude::*;

use super::label::{about, faults_below, is_faulty, titled};
use crate::ui::clashes::Clashes;
use crate::ui::doc::{Doc, field_id};
use crate::ui::state::use_desk;

/// What a link is called.
type Named = fn(&Words) -> &'static str;

/// One of a closed list.
pub fn choice(doc: Doc, field: FieldForm, path: Path, options: Vec<Choice>) -> AnyView {
    let desk = use_desk();
    let options = options.into_iter().map(|one| (one.value, one.zh, one.en));
    let options: Vec<_> = options.collect();
    let named = move || {
        let english = desk.english.get();
        let all = options.iter().cloned();
        all.map(|(value, zh, en)| (value, if english { en } else { zh }))
            .collect()
    };
    select(doc, &field, path, named, None)
}

/// One of the records of a kind.
pub fn reference(doc: Doc, field: FieldForm, path: Path, kind: String) -> AnyView {
    let desk = use_desk();
    let of = kind.clone();
    let named = move || desk.named(&of);
    select(doc, &field, path, named, Some(kind))
}

/// A field of which one is chosen. What stands there and is none of them stays to be seen.
fn select(
    doc: Doc,
    field: &FieldForm,
    path: Path,
    named: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
    makes: Option<String>,
) -> AnyView {
    let desk = use_desk();
    let id = field_id(&path);
    let (at, to, faulty, faulty_too) = (path.clone(), path.clone(), path.clone(), path.clone());
    let now = Memo::new(move |_| doc.read(|value| desk::text::line(at.get(value))));
    // Only when a name has changed: somebody may have the list open.
    let options = Memo::new(move |_| named());
    let required = field.required;
    // What is not there yet is made in a window of its own: nothing here is lost.
    let made: Option<(&str, Named)> = match makes.as_deref() {
        Some("source") => Some(("/desk/new/source", |words| words.new_source)),
        Some("picture") => Some(("/desk/media", |words| words.upload)),
        _ => None,
    };
    view! {
        <div class="field">
            {titled(field, Some(id.clone()))}
            <select
                class="input"
                class:input--fault=move || is_faulty(doc, &faulty)
                id=id.clone()
                aria-describedby=format!("{id}-faults")
                aria-invalid=move || is_faulty(doc, &faulty_too).then_some("true")
                on:change=move |event| {
                    doc.put(&to, desk::text::from_line(&event_target_value(&event)));
                }
            >
                {move || {
                    let now = now.get();
                    let mut all = options.get();
                    if !now.is_empty() && !all.iter().any(|(value, _)| *value == now) {
                        all.push((now.clone(), now.clone()));
                    }
                    let words = desk.words();
                    let first = if required { words.choose } else { words.none };
                    all.insert(0, (String::new(), first.to_owned()));
                    all.into_iter().map(|(value, name)| {
                        let chosen = value == now;
                        view! { <option value=value selected=chosen prop:selected=chosen>{name}</option> }
                    }).collect_view()
                }}
            </select>
            {faults_below(doc, &path)}
            {made.map(|(href, name)| view! {
                <p class="field__acts">
                    <a class="small" href=href target="_blank">{move || name(desk.words())}</a>
                </p>
            })}
            {about(field)}
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}
