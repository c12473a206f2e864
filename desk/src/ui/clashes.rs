//! Where somebody else changed the same: both are there, at the field, until one chooses.

use desk::merge::Clash;
use desk::path::Path;
use desk::text::{Tongue, line, said};
use desk::words::fill;
use leptos::prelude::*;
use serde_json::Value;

use super::doc::Doc;
use super::state::use_desk;

/// What somebody else wrote, as a reader would read it.
fn shown(value: Option<&Value>) -> String {
    match value {
        Some(text @ Value::Object(_)) if text.get("zh-Hans").is_some() => {
            let both = Tongue::ALL.map(|tongue| said(Some(text), tongue));
            both.join(" / ").trim_end_matches(" / ").to_owned()
        }
        Some(Value::Array(list)) => {
            let parts: Vec<String> = list.iter().map(|one| shown(Some(one))).collect();
            parts.join(" ¶ ")
        }
        Some(Value::Object(fields)) => {
            let parts: Vec<String> = fields.values().map(|one| shown(Some(one))).collect();
            parts.join("，")
        }
        value => line(value),
    }
}

/// The clashes at a field, or inside it.
#[component]
pub fn Clashes(doc: Doc, path: Path, #[prop(optional)] exact: bool) -> impl IntoView {
    let desk = use_desk();
    let here = move || {
        doc.clashes.with(|all| {
            let at = all.iter().filter(|one| match exact {
                true => one.path == path,
                false => one.path.is_below(&path),
            });
            at.cloned().collect::<Vec<Clash>>()
        })
    };
    move || {
        here().into_iter().map(|clash| {
            let theirs = shown(clash.theirs.as_ref());
            let (mine, their) = (clash.clone(), clash);
            let who = doc.who.get();
            let who = if who.is_empty() { desk.words().somebody.to_owned() } else { who };
            view! {
                <div class="strip strip--heat" role="group">
                    <p>
                        <b>{fill(desk.words().theirs, &[&who])}</b>
                        <q>{theirs}</q>
                    </p>
                    <p class="strip__acts">
                        <button type="button" class="btn btn--small"
                            on:click=move |_| doc.settle(&mine, false)>{desk.words().use_mine}</button>
                        <button type="button" class="btn btn--small"
                            on:click=move |_| doc.settle(&their, true)>{desk.words().use_theirs}</button>
                    </p>
                </div>
            }
        }).collect_view()
    }
}
