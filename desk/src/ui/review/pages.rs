//! A record's page before and after.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use serde_json::Value;

use super::sides::{Nothing, Sides, Switch};
use crate::ui::api::{ApiError, Ask, Title};
use crate::ui::browser::show;
use crate::ui::state::use_desk;

#[derive(Clone, Debug, Deserialize)]
struct Looked {
    html: String,
}

async fn look(title: &Title, revision: i64) -> Result<String, ApiError> {
    let (kind, id) = (&title.kind, &title.id);
    let path = format!("/records/{kind}/{id}?revision={revision}");
    let record: Value = Ask::default().get(&path).await?;
    let ask = Ask::default().with(record);
    let looked: Looked = ask.post(&format!("/look/{kind}/{id}")).await?;
    Ok(looked.html)
}

/// The page, by the site's own renderer.
#[component]
pub fn Pages(title: Title) -> impl IntoView {
    let desk = use_desk();
    let sides = Sides::of(&title);
    let is_after = RwSignal::new(sides.after.is_some());
    let frame = NodeRef::<html::Iframe>::new();
    let failed = RwSignal::new(false);
    let title = StoredValue::new(title);
    let is_there = move || sides.of_side(is_after.get()).is_some();
    Effect::new(move |_| {
        let wanted = is_after.get();
        let (Some(revision), Some(_)) = (sides.of_side(wanted), frame.get()) else {
            return;
        };
        spawn_local(async move {
            let looked = look(&title.get_value(), revision).await;
            // Another side may have been asked for meanwhile, or another page opened.
            if is_after.try_get_untracked() != Some(wanted) {
                return;
            }
            failed.set(looked.is_err());
            if let (Ok(html), Some(frame)) = (looked, frame.get_untracked()) {
                show(&frame, &html);
            }
        });
    });
    view! {
        <Switch is_after/>
        <div class="review__frame" hidden=move || !is_there()>
            <iframe node_ref=frame class="bezel__page" sandbox="allow-same-origin"
                title=move || if is_after.get() { desk.words().page_after } else { desk.words().page_before }></iframe>
        </div>
        <Show when=move || !is_there()><Nothing is_after/></Show>
        <p class="small" role="status">{move || failed.get().then(|| desk.words().preview_none)}</p>
    }
}
