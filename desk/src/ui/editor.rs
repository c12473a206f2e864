//! A record that is being written: its form, its preview, its faults, its state.

use std::time::Duration;

use desk::form::Part;
use desk::path::Path;
use desk::words::fill;
use gloo_net::http::Method;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use serde::Deserialize;
use serde_json::{Value, json};
use web_sys::{BeforeUnloadEvent, KeyboardEvent};

use super::api::ApiError;
use super::browser::{commands, composes};
use super::doc::{Doc, Loaded, Saved, go_to_soon};
use super::faults::Faults;
use super::field::fields;
use super::preview::{Preview, has_page};
use super::state::{Desk, use_desk};
use super::when;

/// So often one looks who else has it open, and what they saved.
const LOOK_EVERY: Duration = Duration::from_secs(8);

/// The page of one record.
#[component]
pub fn EditorPage() -> impl IntoView {
    let params = use_params_map();
    let named = Memo::new(move |_| {
        params.with(|params| {
            let of = |name: &str| params.get(name).unwrap_or_default();
            (of("kind"), of("id").trim_start_matches('/').to_owned())
        })
    });
    move || {
        let (kind, id) = named.get();
        view! { <Opening kind id/> }
    }
}

/// Loads a record.
#[component]
fn Opening(kind: String, id: String) -> impl IntoView {
    let desk = use_desk();
    let loaded = RwSignal::new(None::<Result<Loaded, ApiError>>);
    let load = {
        let (kind, id) = (kind.clone(), id.clone());
        move || {
            let (kind, id) = (kind.clone(), id.clone());
            loaded.set(None);
            spawn_local(async move {
                let result = Doc::load(desk, kind, id).await;
                // Somebody may have gone elsewhere meanwhile.
                let _ = loaded.try_set(Some(result));
            });
        }
    };
    load();
    let again = StoredValue::new(load);
    let has_forms = Memo::new(move |_| desk.forms.with(|forms| !forms.kinds.is_empty()));
    move || match (loaded.get(), has_forms.get()) {
        (None, _) | (Some(Ok(_)), false) => {
            view! { <main class="plain" id="main"><p role="status">"…"</p></main> }.into_any()
        }
        (Some(Ok(loaded)), true) => {
            let (kind, id) = (kind.clone(), id.clone());
            view! { <Editor kind id loaded/> }.into_any()
        }
        (Some(Err(error)), _) => {
            let why = match &error {
                ApiError::Offline => desk.words().offline.to_owned(),
                error => error.to_string(),
            };
            view! {
                <main class="plain" id="main">
                    <p role="alert">{fill(desk.words().load_failed, &[&why])}</p>
                    <button type="button" class="btn" on:click=move |_| again.with_value(|again| again())>
                        {desk.words().try_again}
                    </button>
                </main>
            }
            .into_any()
        }
    }
}

#[component]
fn Editor(kind: String, id: String, loaded: Loaded) -> impl IntoView {
    let desk = use_desk();
    let doc = Doc::new(desk, kind.clone(), id.clone(), loaded);
    let query = use_query_map();
    let at = query
        .with_untracked(|query| query.get("at"))
        .unwrap_or_default();
    if !at.is_empty() {
        go_to_soon(Path::parse(&at));
    }
    keep_safe(doc);
    let others = look_around(desk, doc);
    let form = desk
        .forms
        .with_untracked(|forms| forms.of(&kind, &id).cloned());
    let type_name = form
        .as_ref()
        .map_or_else(String::new, |form| form.type_name.clone());
    let root = Path::default();
    let part = |part: Part| fields(doc, &type_name, &root, Some(part));
    let (words, facts, rare) = (part(Part::Words), part(Part::Facts), part(Part::Rare));
    let has_look = has_page(&kind, &id);
    let name = {
        let (kind, id) = (kind.clone(), id.clone());
        move || {
            let own = doc.read(called);
            own.unwrap_or_else(|| desk.called(&kind, &id))
        }
    };
    view! {
        <DocBar doc kind=kind.clone() id=id.clone()/>
        <main class="editor" class:editor--seen=has_look id="main">
            <h1 class="visually-hidden">{name}</h1>
            <div class="editor__words">
                <Show when=move || doc.recovered.get()>
                    <p class="strip" role="status">{move || desk.words().recovered}</p>
                </Show>
                <Show when=move || !others.with(Vec::is_empty)>
                    <p class="small" role="status">
                        {move || fill(desk.words().others_here, &[&others.get().join("、")])}
                    </p>
                </Show>
                {words}
                <details class="rare">
                    <summary>{move || desk.words().rare}</summary>
                    <div class="fields">{rare}</div>
                </details>
            </div>
            <div class="editor__facts">{facts}</div>
            {has_look.then(|| view! { <Preview doc/> })}
        </main>
        <Faults doc/>
    }
}

/// What a record calls itself.
fn called(value: &Value) -> Option<String> {
    let name = ["title", "name", "term"]
        .iter()
        .find_map(|key| value.get(key));
    let name = desk::text::said(name, desk::text::Tongue::Zh);
    (!name.is_empty()).then_some(name)
}

/// Nothing is lost when the tab goes: it is on the device; the server gets it if there is time.
fn keep_safe(doc: Doc) {
    let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| doc.save());
    let leaving =
        window_event_listener(leptos::ev::beforeunload, move |event: BeforeUnloadEvent| {
            if doc.is_ahead() {
                doc.save();
                event.prevent_default();
            }
        });
    let keys = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if !composes(&event) && commands(&event) && event.key().eq_ignore_ascii_case("s") {
            event.prevent_default();
            doc.save();
        }
    });
    on_cleanup(move || {
        doc.save();
        hidden.remove();
        leaving.remove();
        keys.remove();
    });
}

/// Says that it is open here, and who else has it open.
fn look_around(desk: Desk, doc: Doc) -> RwSignal<Vec<String>> {
    #[derive(Deserialize)]
    struct Others {
        others: Vec<String>,
    }
    let others = RwSignal::new(Vec::new());
    let tab = format!("{:x}", js_sys::Math::random().to_bits());
    let look = move || {
        let (kind, id) = doc.key();
        let here = json!({ "kind": kind, "id": id, "tab": tab });
        spawn_local(async move {
            if let Ok(found) = desk.ask().with(here).post::<Others>("/presence").await {
                let _ = others.try_set(found.others);
            }
        });
    };
    look();
    let timer = set_interval_with_handle(
        move || {
            look();
            doc.look_for_others();
        },
        LOOK_EVERY,
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    others
}

/// The bar of a record: what it is, whether it is saved, undo, history.
#[component]
fn DocBar(doc: Doc, kind: String, id: String) -> impl IntoView {
    let desk = use_desk();
    let back = match &*kind {
        "file" => "/desk/more".to_owned(),
        kind => format!("/desk/list/{kind}"),
    };
    let history = format!("/desk/history/{kind}/{id}");
    let title = {
        let (kind, id) = (kind.clone(), id.clone());
        move || doc.read(called).unwrap_or_else(|| desk.called(&kind, &id))
    };
    let state = {
        let (kind, id) = (kind.clone(), id.clone());
        move || {
            desk.titles.with(|titles| {
                let title = titles.iter().find(|one| one.kind == kind && one.id == id);
                title.map(|title| state_words(desk, title))
            })
        }
    };
    let can_go = kind != "file";
    let navigate = use_navigate();
    let removed = {
        let back = back.clone();
        move || {
            let words = desk.words_now();
            let sure = super::browser::window()
                .and_then(|window| window.confirm_with_message(words.delete_sure).ok());
            if sure != Some(true) {
                return;
            }
            let (kind, id) = doc.key();
            let (navigate, back) = (navigate.clone(), back.clone());
            let revision = doc.revision();
            spawn_local(async move {
                let path = format!("/records/{kind}/{id}");
                match desk.ask().of(revision).send(Method::DELETE, &path).await {
                    Ok(_) => {
                        super::local::forget(&kind, &id);
                        desk.refresh();
                        navigate(&back, leptos_router::NavigateOptions::default());
                    }
                    Err(error) => desk.note(&error),
                }
            });
        }
    };
    let removed = StoredValue::new_local(removed);
    view! {
        <section class="doc" aria-label=move || desk.words().record_bar>
            <a class="btn btn--bare btn--icon" href=back aria-label=move || desk.words().back>"‹"</a>
            <p class="doc__name"><b>{title}</b>" "{state}</p>
            <div class="doc__end">
                <p class="saved" role="status" class:saved--not=move || doc.saved.with(|saved| *saved == Saved::Failed)>
                    {move || {
                        let words = desk.words();
                        let clashes = doc.clashes.with(Vec::len);
                        match doc.saved.get() {
                            _ if clashes > 0 => fill(words.clash_state, &[&clashes.to_string()]),
                            Saved::Opened => String::new(),
                            Saved::Not => words.unsaved.to_owned(),
                            Saved::Sending => words.saving.to_owned(),
                            Saved::At(at) => fill(words.saved_at, &[&when::clock(at)]),
                            Saved::Failed => words.not_saved.to_owned(),
                        }
                    }}
                </p>
                <button type="button" class="btn btn--bare btn--icon" aria-label=move || desk.words().undo
                    disabled=move || !doc.can.get().0 on:click=move |_| doc.undo()>"↶"</button>
                <button type="button" class="btn btn--bare btn--icon" aria-label=move || desk.words().redo
                    disabled=move || !doc.can.get().1 on:click=move |_| doc.redo()>"↷"</button>
                <a class="btn btn--small" href=history>{move || desk.words().history}</a>
                {can_go.then(|| view! {
                    <button type="button" class="btn btn--small btn--bare"
                        on:click=move |_| removed.with_value(|removed| removed())>
                        {move || desk.words().delete}
                    </button>
                })}
            </div>
        </section>
    }
}

/// How far a record is, as a tag.
pub fn state_words(desk: Desk, title: &super::api::Title) -> AnyView {
    let words = desk.words();
    let (text, class) = match (&*title.state, title.live.is_some()) {
        _ if title.removed => (words.removed, "tag tag--heat"),
        ("published", _) => (words.published, "tag"),
        ("proposed", _) => (words.proposed, "tag tag--open"),
        ("sent-back", _) => (words.sent_back, "tag tag--heat"),
        ("approved", _) => (words.approved, "tag tag--water"),
        (_, true) => (words.changed, "tag"),
        (_, false) => (words.draft, "tag tag--open"),
    };
    view! { <span class=class>{text}</span> }.into_any()
}
