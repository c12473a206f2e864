//! Yes or no.

use desk::form::FieldForm;
use desk::path::Path;
use leptos::prelude::*;
use serde_json::Value;

use super::label::{about, faults_below, titled_inline};
use crate::ui::clashes::Clashes;
use crate::ui::doc::{Doc, field_id};

/// The field.
pub fn flag(doc: Doc, field: FieldForm, path: Path) -> AnyView {
    let id = field_id(&path);
    let (to, at) = (path.clone(), path.clone());
    view! {
        <div class="field">
            <label class="check" for=id.clone()>
                <input
                    type="checkbox"
                    id=id.clone()
                    prop:checked=move || doc.read(|value| at.get(value) == Some(&Value::Bool(true)))
                    on:change=move |event| {
                        let yes = event_target_checked(&event);
                        doc.put(&to, yes.then_some(Value::Bool(true)));
                    }
                />
                {titled_inline(&field)}
            </label>
            {faults_below(doc, &path)}
            {about(&field)}
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}
