//! Several records.

use desk::form::FieldForm;
use desk::path::Path;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::label::{about, faults_below, titled};
use super::strings::{put_strings, strings};
use crate::ui::clashes::Clashes;
use crate::ui::doc::{Doc, field_id};
use crate::ui::state::use_desk;

/// Those that are chosen, each with a button to leave it out, and a choice of the others.
pub fn references(doc: Doc, field: FieldForm, path: Path, kind: String) -> AnyView {
    let desk = use_desk();
    let id = field_id(&path);
    let (at, to, all) = (path.clone(), path.clone(), path.clone());
    let (of, others) = (kind.clone(), kind);
    let chosen = Memo::new(move |_| strings(doc, &at));
    let options = Memo::new(move |_| desk.named(&others));
    view! {
        <div class="field">
            {titled(&field, Some(id.clone()))}
            <div class="tokens">
                {move || chosen.get().into_iter().map(|one| {
                    let (name, off) = (desk.called(&of, &one), all.clone());
                    let label = format!("× {name}");
                    view! {
                        <span class="token">
                            {name}
                            <button type="button" class="token__off" aria-label=label
                                on:click=move |_| {
                                    let mut now = strings(doc, &off);
                                    now.retain(|other| *other != one);
                                    put_strings(doc, &off, now);
                                }>"×"</button>
                        </span>
                    }
                }).collect_view()}
                <select class="tokens__more" id=id
                    on:change=move |event| {
                        let value = event_target_value(&event);
                        if value.is_empty() {
                            return;
                        }
                        let mut now = strings(doc, &to);
                        now.push(value);
                        put_strings(doc, &to, now);
                        if let Some(select) = event.target()
                            && let Ok(select) = select.dyn_into::<web_sys::HtmlSelectElement>()
                        {
                            select.set_selected_index(0);
                        }
                    }>
                    <option value="">"＋ "{move || desk.words().choose}</option>
                    {move || {
                        let chosen = chosen.get();
                        let rest = options.get().into_iter();
                        rest.filter(|(value, _)| !chosen.contains(value))
                            .map(|(value, name)| view! { <option value=value>{name}</option> })
                            .collect_view()
                    }}
                </select>
            </div>
            {faults_below(doc, &path)}
            {about(&field)}
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}
