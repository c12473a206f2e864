//! One of a list, with buttons to move it and take it away.

use desk::form::Shape;
use desk::path::Path;
use desk::text::Tongue;
use desk::words::fill;
use leptos::prelude::*;
use serde_json::Value;

use super::fields;
use crate::ui::doc::{Doc, field_id};
use crate::ui::input::{Area, Codec, Leaf, Line};
use crate::ui::state::use_desk;

/// The row.
pub fn row(doc: Doc, list: &Path, of: &Shape, index: usize, count: Memo<usize>) -> AnyView {
    let desk = use_desk();
    let path = list.index(index);
    let number = (index + 1).to_string();
    let inside = match of {
        Shape::Group { of } => {
            let inside = fields(doc, of, &path, None);
            view! { <div class="fields">{inside}</div> }.into_any()
        }
        Shape::Text => {
            let one = |tongue: Tongue| {
                let leaf = Leaf {
                    doc,
                    path: path.clone(),
                    codec: Codec::Words(tongue),
                    id: match tongue {
                        Tongue::Zh => field_id(&path),
                        Tongue::En => field_id(&path.field(tongue.tag())),
                    },
                    label: Some(format!(
                        "{number} {}",
                        match tongue {
                            Tongue::Zh => "中文",
                            Tongue::En => "English",
                        }
                    )),
                    hint: match tongue {
                        Tongue::Zh => String::new(),
                        Tongue::En => "English".to_owned(),
                    },
                    kind: "text",
                };
                let below = leaf.said_below();
                view! { <div class="field__in"><Area leaf/>{below}</div> }
            };
            view! { <div class="pair">{one(Tongue::Zh)}{one(Tongue::En)}</div> }.into_any()
        }
        _ => {
            let leaf = Leaf {
                doc,
                path: path.clone(),
                codec: Codec::Line,
                id: field_id(&path),
                label: Some(number.clone()),
                hint: String::new(),
                kind: "text",
            };
            let below = leaf.said_below();
            view! { <div class="field__in"><Line leaf/>{below}</div> }.into_any()
        }
    };
    let (up, off) = (list.clone(), path.clone());
    let (up_name, off_name) = (number.clone(), number);
    view! {
        <li class="row">
            {inside}
            <div class="row__acts">
                <Show when=move || { index > 0 && index < count.get() }>
                    <button type="button" class="btn btn--small btn--bare btn--icon"
                        aria-label={let name = up_name.clone(); move || fill(desk.words().move_up, &[&name])}
                        on:click={let up = up.clone(); move |_| doc.step(|value| swap(value, &up, index))}>"↑"</button>
                </Show>
                <button type="button" class="btn btn--small btn--bare btn--icon"
                    aria-label=move || fill(desk.words().remove_row, &[&off_name])
                    on:click=move |_| doc.step(|value| off.set(value, None))>"×"</button>
            </div>
        </li>
    }
    .into_any()
}

fn swap(value: &mut Value, list: &Path, index: usize) {
    if let Some(Value::Array(all)) = list.get(value) {
        let mut all = all.clone();
        if index > 0 && index < all.len() {
            all.swap(index, index - 1);
            list.set(value, Some(Value::Array(all)));
        }
    }
}
