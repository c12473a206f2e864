//! A record's page, or a picture, before and after: one at a time, in the same place, so
//! that what differs is seen by going there and back. Two beside each other have no room on
//! a phone.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use serde_json::Value;

use crate::ui::api::{ApiError, Ask, Title};
use crate::ui::browser::show;
use crate::ui::state::use_desk;

#[derive(Clone, Debug, Deserialize)]
struct Looked {
    html: String,
}

/// What is seen of a record: as readers have it, and as it was last saved.
#[derive(Clone, Copy, Debug)]
struct Sides {
    before: Option<i64>,
    after: Option<i64>,
}

impl Sides {
    fn of(title: &Title) -> Self {
        Self {
            before: title.live,
            after: (!title.removed).then_some(title.revision),
        }
    }

    fn of_side(self, is_after: bool) -> Option<i64> {
        if is_after { self.after } else { self.before }
    }
}

async fn look(title: &Title, revision: i64) -> Result<String, ApiError> {
    let (kind, id) = (&title.kind, &title.id);
    let path = format!("/records/{kind}/{id}?revision={revision}");
    let record: Value = Ask::default().get(&path).await?;
    let ask = Ask::default().with(record);
    let looked: Looked = ask.post(&format!("/look/{kind}/{id}")).await?;
    Ok(looked.html)
}

/// The buttons; what is not there is said and not shown.
#[component]
fn Switch(is_after: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let side = move |wanted: bool| {
        view! {
            <button type="button" class="seg__item review__side"
                aria-pressed=move || (is_after.get() == wanted).to_string()
                on:click=move |_| is_after.set(wanted)>
                {move || if wanted { desk.words().after } else { desk.words().before }}
            </button>
        }
    };
    view! {
        <div class="seg" role="group" aria-label=move || desk.words().before_after>
            {side(false)}{side(true)}
        </div>
    }
}

/// Why there is nothing to see.
#[component]
fn Nothing(is_after: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    view! {
        <p class="small">
            {move || if is_after.get() { desk.words().not_after } else { desk.words().not_before }}
        </p>
    }
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

/// A picture's file.
#[component]
pub fn Pictures(title: Title) -> impl IntoView {
    let sides = Sides::of(&title);
    let is_after = RwSignal::new(sides.after.is_some());
    let id = title.id;
    view! {
        <Switch is_after/>
        {move || match sides.of_side(is_after.get()) {
            Some(revision) => {
                let src = format!("/api/v1/assets/{id}?revision={revision}");
                view! { <img class="review__picture" src=src alt=id.clone()/> }.into_any()
            }
            None => view! { <Nothing is_after/> }.into_any(),
        }}
    }
}
