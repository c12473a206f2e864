//! A line, or a number.

use desk::form::{FieldForm, Shape};
use desk::path::Path;
use leptos::prelude::*;

use super::label::{about, hint, titled};
use crate::ui::clashes::Clashes;
use crate::ui::doc::{Doc, field_id};
use crate::ui::input::{Codec, Leaf, Line};

/// The field.
pub fn line(doc: Doc, field: FieldForm, path: Path) -> AnyView {
    let id = field_id(&path);
    let kind = match field.key.as_str() {
        "phone" => "tel",
        "email" => "email",
        "url" | "website" | "registrationUrl" => "url",
        _ => "text",
    };
    let leaf = Leaf {
        doc,
        path: path.clone(),
        codec: match field.shape {
            Shape::Number => Codec::Number,
            _ => Codec::Line,
        },
        id: id.clone(),
        label: None,
        hint: hint(&field),
        kind,
    };
    let below = leaf.said_below();
    view! {
        <div class="field">
            {titled(&field, Some(id))}
            <Line leaf/>
            {below}
            {about(&field)}
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}
