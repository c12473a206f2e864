//! Links to what is not published: to the review, for who approves; to the drafts as the
//! site, for who only reads.

use desk::review::address;
use desk::words::fill;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use serde_json::json;
use wasm_bindgen_futures::JsFuture;

use super::browser::window;
use super::state::{Desk, use_desk};

#[derive(Deserialize)]
struct PreviewAt {
    address: String,
    minutes: i64,
}

fn whole(path: &str) -> String {
    let origin = window().map(|window| window.origin());
    format!("{}{path}", origin.unwrap_or_default())
}

/// An address, and a button that copies it.
#[component]
fn Address(
    address: String,
    /// What it is an address of.
    name: fn(&desk::words::Words) -> &'static str,
) -> impl IntoView {
    let desk = use_desk();
    let copied = RwSignal::new(false);
    let text = address.clone();
    let copy = move |_| {
        if let Some(window) = window() {
            let written = window.navigator().clipboard().write_text(&text);
            spawn_local(async move {
                let _ = copied.try_set(JsFuture::from(written).await.is_ok());
            });
        }
    };
    view! {
        <input class="input" readonly=true aria-label=move || name(desk.words()) value=address/>
        <button type="button" class="btn" on:click=copy>
            {move || if copied.get() { desk.words().copied } else { desk.words().copy }}
        </button>
    }
}

/// The link to the review of what waits.
#[component]
pub fn ReviewLink(desk: Desk) -> impl IntoView {
    let path = Memo::new(move |_| {
        let mut waiting = desk.unpublished();
        waiting.retain(|title| title.state == "proposed");
        let named = waiting.iter().map(|title| (&*title.kind, &*title.id));
        (!waiting.is_empty()).then(|| address(named))
    });
    view! {
        {move || path.get().map(|path| view! {
            <section class="panel step" aria-labelledby="ask-t">
                <h2 id="ask-t">{move || desk.words().review_link}</h2>
                <p class="small">{move || desk.words().review_link_note}</p>
                <Address address=whole(&path) name=|words| words.review_link/>
                <a class="btn" href=path>{move || desk.words().review_open}</a>
            </section>
        })}
    }
}

/// A link with which the drafts are seen as the site.
#[component]
pub fn PreviewLink(desk: Desk) -> impl IntoView {
    let link = RwSignal::new(None::<(String, i64)>);
    let said = RwSignal::new(String::new());
    let make = move |_| {
        spawn_local(async move {
            let ask = desk.ask().with(json!({}));
            match ask.post::<PreviewAt>("/previews").await {
                Ok(made) => {
                    link.set(Some((whole(&made.address), made.minutes)));
                    said.set(String::new());
                }
                Err(error) => said.set(error.to_string()),
            }
        });
    };
    view! {
        <section class="panel step" aria-labelledby="review-t">
            <h2 id="review-t">{move || desk.words().preview_link}</h2>
            <button type="button" class="btn" on:click=make>{move || desk.words().make_link}</button>
            {move || link.get().map(|(address, minutes)| view! {
                <Address address name=|words| words.preview_link/>
                <p class="small">{fill(desk.words().link_note, &[&minutes.to_string()])}</p>
            })}
            <p class="small" role="status">{move || said.get()}</p>
        </section>
    }
}
