//! A text in two languages; a body with its tools.

use desk::form::{FieldForm, Shape};
use desk::path::Path;
use desk::text::Tongue;
use leptos::prelude::*;

use super::label::{about, titled};
use crate::ui::clashes::Clashes;
use crate::ui::doc::{Doc, field_id};
use crate::ui::input::{Area, Codec, Leaf, Line};
use crate::ui::tools::Markdown;

/// The field.
pub fn words(doc: Doc, field: FieldForm, path: Path) -> AnyView {
    let is_body = field.shape == Shape::Markdown;
    let long = field.is_long();
    let one = |tongue: Tongue| {
        let codec = match is_body {
            true => Codec::Paragraphs(tongue),
            false => Codec::Words(tongue),
        };
        let id = match tongue {
            Tongue::Zh => field_id(&path),
            Tongue::En => field_id(&path.field(tongue.tag())),
        };
        let label = match tongue {
            Tongue::Zh => None,
            Tongue::En => Some(format!("{} English", field.zh)),
        };
        let leaf = Leaf {
            doc,
            path: path.clone(),
            codec,
            id,
            label,
            hint: match tongue {
                Tongue::Zh => String::new(),
                Tongue::En => "English".to_owned(),
            },
            kind: "text",
        };
        let below = leaf.said_below();
        let input = match (is_body, long) {
            (true, _) => view! { <Markdown leaf/> }.into_any(),
            (false, true) => view! { <Area leaf/> }.into_any(),
            (false, false) => view! { <Line leaf/> }.into_any(),
        };
        view! { <div class="field__in">{input}{below}</div> }
    };
    let title = titled(&field, Some(field_id(&path)));
    let about = about(&field);
    let class = match (is_body, field.key.as_str()) {
        (true, _) => "field field--body",
        (false, "title" | "name" | "term" | "headline") => "field field--title",
        _ => "field",
    };
    view! {
        <div class=class>
            {title}
            {about}
            <div class="pair">{one(Tongue::Zh)}{one(Tongue::En)}</div>
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}
