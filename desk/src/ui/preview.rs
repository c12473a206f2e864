//! The page of the record beside it, by the site's own renderer: at the width of a phone or
//! a computer, in each language, as it was when it last had no faults.

use desk::words::fill;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;

use super::api::ApiError;
use super::browser::{follow, show};
use super::doc::Doc;
use super::state::use_desk;

#[derive(Clone, Debug, Deserialize)]
struct Looked {
    path: String,
    html: String,
}

const LANGS: [(&str, &str); 3] = [("zh-Hans", "简"), ("zh-Hant", "繁"), ("en", "EN")];

/// Whether records of a kind have a page to look at.
pub fn has_page(kind: &str, id: &str) -> bool {
    match kind {
        "article" | "company" | "event" | "indicator" | "paper" | "role" | "factor" | "preset"
        | "material" => true,
        "file" => matches!(id, "alliance" | "chain" | "indicators"),
        _ => false,
    }
}

/// The preview.
#[component]
pub fn Preview(doc: Doc) -> impl IntoView {
    let desk = use_desk();
    let frame = NodeRef::<html::Iframe>::new();
    let wide = RwSignal::new(false);
    let lang = RwSignal::new("zh-Hans");
    let stale = RwSignal::new(false);
    let shown = RwSignal::new(false);
    let address = RwSignal::new(String::new());
    let asked = StoredValue::new(0_u32);
    let look = move || {
        let (kind, id) = doc.key();
        let value = doc.value.get_untracked();
        let tag = lang.get_untracked();
        let number = asked.get_value() + 1;
        asked.set_value(number);
        spawn_local(async move {
            let path = format!("/look/{kind}/{id}?lang={tag}");
            let looked = desk.ask().with(value).post::<Looked>(&path).await;
            // A newer one is on its way, or the record is closed.
            if asked.try_get_value() != Some(number) {
                return;
            }
            match looked {
                Ok(looked) => {
                    if let Some(frame) = frame.get_untracked() {
                        show(&frame, &looked.html);
                        follow(&frame, &doc.around.get_untracked());
                    }
                    address.set(looked.path);
                    stale.set(false);
                    shown.set(true);
                }
                Err(ApiError::Faults { .. } | ApiError::Offline) => stale.set(true),
                Err(error) => desk.note(&error),
            }
        });
    };
    Effect::new(move |_| {
        doc.rests.track();
        lang.track();
        if frame.get().is_some() {
            look();
        }
    });
    Effect::new(move |_| {
        let around = doc.around.get();
        if let Some(frame) = frame.get_untracked() {
            follow(&frame, &around);
        }
    });
    let widths = [(false, "phone"), (true, "computer")].map(|(is_wide, name)| {
        view! {
            <button type="button" class="seg__item"
                aria-pressed=move || (wide.get() == is_wide).to_string()
                on:click=move |_| wide.set(is_wide)>
                {move || match name { "phone" => desk.words().phone, _ => desk.words().computer }}
            </button>
        }
    });
    let langs = LANGS.map(|(tag, sign)| {
        view! {
            <button type="button" class="seg__item" lang=tag
                aria-pressed=move || (lang.get() == tag).to_string()
                on:click=move |_| lang.set(tag)>{sign}</button>
        }
    });
    view! {
        <section class="see" aria-label=move || desk.words().preview>
            <header class="see__head">
                <div class="seg">{widths}</div>
                <div class="seg">{langs}</div>
            </header>
            <div class="bezel" class:bezel--wide=move || wide.get()>
                <iframe
                    node_ref=frame
                    class="bezel__page"
                    sandbox="allow-same-origin"
                    title=move || desk.words().preview
                ></iframe>
            </div>
            <p class="small see__note" class:see__note--stale=move || stale.get()>
                {move || match (stale.get(), shown.get()) {
                    (true, true) => desk.words().preview_stale.to_owned(),
                    (true, false) => desk.words().preview_none.to_owned(),
                    _ => fill(desk.words().same_program, &[]),
                }}
                " "
                <span class="path">{move || address.get()}</span>
            </p>
        </section>
    }
}
