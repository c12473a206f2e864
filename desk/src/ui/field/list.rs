//! Several of the same, one below the other.

use desk::form::{FieldForm, Shape};
use desk::path::Path;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::label::{about, faults_below, titled};
use super::row::row;
use crate::ui::clashes::Clashes;
use crate::ui::doc::{Doc, field_id};
use crate::ui::state::use_desk;

fn length(doc: Doc, path: &Path) -> usize {
    doc.read(|value| {
        path.get(value)
            .and_then(Value::as_array)
            .map_or(0, Vec::len)
    })
}

/// Several of the same, one below the other, with buttons to move and take away.
pub fn list(doc: Doc, field: FieldForm, path: Path, of: Shape) -> AnyView {
    let desk = use_desk();
    let counted = path.clone();
    let count = Memo::new(move |_| length(doc, &counted));
    let (to, entry_of) = (path.clone(), of.clone());
    let fresh = move || match &entry_of {
        Shape::Group { .. } => json!({}),
        _ => json!(""),
    };
    let rows = path.clone();
    view! {
        <section class="block" id=field_id(&path) tabindex="-1">
            <header class="block__head">{titled(&field, None)}{about(&field)}</header>
            {faults_below(doc, &path)}
            <ol class="rows">
                <For each=move || 0..count.get() key=|index| *index let:index>
                    {row(doc, &rows, &of, index, count)}
                </For>
            </ol>
            <button type="button" class="btn btn--small" on:click=move |_| {
                let at = length(doc, &to);
                let new = fresh();
                doc.step(|value| to.index(at).set(value, Some(new)));
            }>"＋ "{move || desk.words().add_row}</button>
            <Clashes doc path=path.clone() exact=true/>
        </section>
    }
    .into_any()
}
