//! What is said around a field: its title, what to write, what is wrong.

use desk::form::FieldForm;
use desk::path::Path;
use leptos::prelude::*;
use serde_json::Value;

use crate::ui::doc::{Doc, field_id};
use crate::ui::faults;
use crate::ui::state::use_desk;

/// The title of a field, before it.
pub fn titled(field: &FieldForm, for_id: Option<String>) -> AnyView {
    let desk = use_desk();
    let (zh, en, required) = (field.zh.clone(), field.en.clone(), field.required);
    let title = move || match desk.english.get() {
        true => en.clone(),
        false => zh.clone(),
    };
    let must = move || {
        required.then(|| view! { <span class="field__must">{desk.words().required}</span> })
    };
    match for_id {
        Some(id) => view! { <label class="field__name" for=id>{title}{must}</label> }.into_any(),
        None => view! { <h2 class="field__name">{title}{must}</h2> }.into_any(),
    }
}

/// The title of a field, beside it.
pub fn titled_inline(field: &FieldForm) -> impl IntoView + use<> {
    let desk = use_desk();
    let (zh, en) = (field.zh.clone(), field.en.clone());
    view! {
        <span>{move || match desk.english.get() { true => en.clone(), false => zh.clone() }}</span>
    }
}

/// What to write.
pub fn about(field: &FieldForm) -> AnyView {
    let desk = use_desk();
    let text = plain(&field.about);
    // The guide speaks Chinese: in English the title says enough.
    view! {
        <Show when=move || !desk.english.get()>
            <p class="field__note">{text.clone()}</p>
        </Show>
    }
    .into_any()
}

/// Words about files and ids are for who writes JSON.
fn plain(about: &str) -> String {
    let technical = [
        ".json", "编号", "true", "写成 {", "unit", "note ", "unstated",
    ];
    let sentences = about.split_inclusive(['。', '；']);
    let kept = sentences.filter(|one| !technical.iter().any(|word| one.contains(word)));
    kept.collect::<String>().trim_end_matches('；').to_owned()
}

/// An example of a line, for an empty field.
pub fn hint(field: &FieldForm) -> String {
    let desk = use_desk();
    let example = match &field.example {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return String::new(),
    };
    format!("{}{example}", desk.words_now().example)
}

/// What is wrong at a field that is not written in.
pub fn faults_below(doc: Doc, path: &Path) -> AnyView {
    let id = format!("{}-faults", field_id(path));
    let path = path.clone();
    view! {
        <div id=id>
            {move || doc.faults_at(&path, false).into_iter().map(|one| faults::line(doc, one)).collect_view()}
        </div>
    }
    .into_any()
}

/// Whether something is wrong there.
pub fn is_faulty(doc: Doc, path: &Path) -> bool {
    doc.faults_at(path, false)
        .iter()
        .any(crate::ui::api::Fault::blocks)
}
