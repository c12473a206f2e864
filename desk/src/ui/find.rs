//! 网页上哪里错了？ What somebody has seen on the site, pasted here, opens the very field.

use desk::path::Path;
use desk::words::fill;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use web_sys::SubmitEvent;

use super::api::Hit;
use super::browser::escaped;
use super::state::{Desk, use_desk};

#[derive(Deserialize)]
struct Hits {
    hits: Vec<Hit>,
}

/// Where a hit is, in words.
fn place(desk: Desk, hit: &Hit) -> String {
    let english = desk.english.get();
    desk.forms.with(|forms| {
        let Some(form) = forms.of(&hit.kind, &hit.id) else {
            return hit.title.clone();
        };
        let kind = if english { &form.en } else { &form.zh };
        let mut words = vec![kind.clone()];
        if form.id.is_none() {
            words.push(hit.title.clone());
        }
        words.extend(forms.words(form, &Path::parse(&hit.path), english));
        words.join(" › ")
    })
}

/// The address of a field at the desk.
pub fn address(kind: &str, id: &str, path: &str) -> String {
    match path {
        "" => format!("/desk/edit/{kind}/{id}"),
        path => format!("/desk/edit/{kind}/{id}?at={}", escaped(path)),
    }
}

/// The question, and what was found.
#[component]
pub fn Find() -> impl IntoView {
    let desk = use_desk();
    let asked = RwSignal::new(String::new());
    let found = RwSignal::new(None::<Vec<Hit>>);
    let look = move || {
        let text = asked.get_untracked();
        if text.trim().is_empty() {
            found.set(None);
            return;
        }
        spawn_local(async move {
            match desk
                .ask()
                .get::<Hits>(&format!("/find?q={}", escaped(&text)))
                .await
            {
                Ok(hits) => found.set(Some(hits.hits)),
                Err(error) => desk.note(&error),
            }
        });
    };
    view! {
        <form class="fix panel" role="search" on:submit=move |event: SubmitEvent| {
            event.prevent_default();
            look();
        }>
            <label class="fix__name" for="fix">{move || desk.words().fix_title}</label>
            <input class="input fix__field" id="fix" type="search" autocomplete="off"
                placeholder=move || desk.words().fix_hint
                prop:value=move || asked.get()
                on:input=move |event| asked.set(event_target_value(&event))/>
            <button class="btn" type="submit">{move || desk.words().fix_go}</button>
            <div class="fix__found" role="status">
                {move || found.get().map(|hits| {
                    let words = desk.words();
                    let count = hits.len().to_string();
                    let said = match hits.is_empty() {
                        true => words.fix_none.to_owned(),
                        false => fill(words.fix_found, &[&count]),
                    };
                    view! {
                        <p class="small">{said}</p>
                        <ul class="hits">
                            {hits.into_iter().map(|hit| view! {
                                <li class="hit">
                                    <a href=address(&hit.kind, &hit.id, &hit.path)>{place(desk, &hit)}</a>
                                    <span class="hit__text">{hit.excerpt.clone()}</span>
                                </li>
                            }).collect_view()}
                        </ul>
                    }
                })}
            </div>
        </form>
    }
}
