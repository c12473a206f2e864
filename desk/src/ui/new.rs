//! A new record: it needs a name, and its address is made from that.

use desk::words::fill;
use gloo_net::http::Method;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use serde::Deserialize;
use serde_json::{Value, json};
use web_sys::SubmitEvent;

use super::api::ApiError;
use super::bar::kinds_of;
use super::browser::escaped;
use super::state::{Desk, use_desk};
use super::{api, when};

#[derive(Deserialize)]
struct NewId {
    id: String,
}

/// What is asked for first.
#[derive(Clone, Debug)]
struct Begun {
    kind: String,
    zh: String,
    en: String,
    date: String,
    file: String,
}

/// Makes a record, and says what it is called in addresses.
async fn make(desk: Desk, begun: Begun) -> Result<String, ApiError> {
    let Begun {
        kind,
        zh,
        en,
        date,
        file,
    } = begun;
    let id = id_for(desk, &kind, &zh, &en, &date).await?;
    let forms = desk.forms.get_untracked();
    let Some(form) = forms.of(&kind, &id) else {
        return Err(ApiError::Refused(kind));
    };
    let mut record = forms.blank(form, &id);
    let fields = forms.fields(&form.type_name);
    let has = |key: &str| fields.iter().any(|field| field.key == key);
    let name = match en.trim() {
        "" => json!(zh.trim()),
        en => json!({ "zh-Hans": zh.trim(), "en": en }),
    };
    if let Some(key) = ["title", "name", "term", "alt"]
        .into_iter()
        .find(|key| has(key))
    {
        record[key] = name;
    }
    if let Some(key) = ["date", "start"]
        .into_iter()
        .find(|key| has(key) && !date.is_empty())
    {
        record[key] = date.into();
    }
    if has("file") && !file.is_empty() {
        record["file"] = file.into();
    }
    add(desk, &kind, &id, record).await?;
    Ok(id)
}

/// An id for a record of this name.
pub async fn id_for(
    desk: Desk,
    kind: &str,
    zh: &str,
    en: &str,
    date: &str,
) -> Result<String, ApiError> {
    let [name, en, date] = [zh, en, date].map(escaped);
    let path = format!("/new-id?kind={kind}&name={name}&en={en}&date={date}");
    Ok(desk.ask().get::<NewId>(&path).await?.id)
}

/// Saves a record that is not there yet, and names it where its kind is listed.
pub async fn add(desk: Desk, kind: &str, id: &str, record: Value) -> Result<(), ApiError> {
    let ask = desk.ask().of(None).with(record);
    ask.send(Method::PUT, &format!("/records/{kind}/{id}"))
        .await?;
    let listed = desk
        .forms
        .with_untracked(|forms| forms.of(kind, id).and_then(|form| form.listed.clone()));
    match listed {
        Some(listed) => list(desk, &listed.file, &listed.key, id).await,
        None => Ok(()),
    }
}

/// Names a record in its file, last. Somebody may do the same at that moment.
async fn list(desk: Desk, file: &str, key: &str, id: &str) -> Result<(), ApiError> {
    const TRIES: usize = 4;
    for _ in 0..TRIES {
        let (mut rest, revision) = match api::record("file", file).await {
            Ok((rest, revision)) => (rest, Some(revision)),
            // A bundle may lack the file.
            Err(ApiError::Refused(_)) => (json!({}), None),
            Err(error) => return Err(error),
        };
        if !rest[key].is_array() {
            rest[key] = json!([]);
        }
        if let Some(all) = rest[key].as_array_mut()
            && !all.iter().any(|one| one == id)
        {
            all.push(id.into());
        }
        let ask = desk.ask().of(revision).with(rest);
        match ask
            .send(Method::PUT, &format!("/records/file/{file}"))
            .await
        {
            Err(ApiError::Conflict(_)) => {}
            Err(error) => return Err(error),
            Ok(_) => return Ok(()),
        }
    }
    // It stands last in its file as well when nothing names it.
    Ok(())
}

/// The form of three fields.
#[component]
pub fn NewPage() -> impl IntoView {
    let desk = use_desk();
    let params = use_params_map();
    let kind = Memo::new(move |_| params.with(|params| params.get("kind").unwrap_or_default()));
    let zh = RwSignal::new(String::new());
    let en = RwSignal::new(String::new());
    let date = RwSignal::new(when::day(when::now()));
    let dated = Memo::new(move |_| matches!(&*kind.get(), "article" | "event"));
    let trouble = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let navigate = use_navigate();
    let query = use_query_map();
    let begin = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        if zh.with_untracked(|zh| zh.trim().is_empty()) {
            trouble.set(Some(desk.words_now().name_first.to_owned()));
            return;
        }
        busy.set(true);
        let navigate = navigate.clone();
        let begun = Begun {
            kind: kind.get_untracked(),
            zh: zh.get_untracked(),
            en: en.get_untracked(),
            date: match dated.get_untracked() {
                true => date.get_untracked(),
                false => String::new(),
            },
            file: query
                .with_untracked(|query| query.get("file"))
                .unwrap_or_default(),
        };
        let of = begun.kind.clone();
        spawn_local(async move {
            let made = make(desk, begun).await;
            busy.set(false);
            match made {
                Ok(id) => {
                    desk.refresh();
                    navigate(&format!("/desk/edit/{of}/{id}"), NavigateOptions::default());
                }
                Err(error) => {
                    desk.note(&error);
                    trouble.set(Some(match error {
                        ApiError::Offline => desk.words_now().offline.to_owned(),
                        error => error.to_string(),
                    }));
                }
            }
        });
    };
    view! {
        <main class="plain plain--narrow" id="main">
            <h1>{move || fill(desk.words().new_title, &[&kinds_of(desk, &kind.get(), "")])}</h1>
            <form class="panel fields new" on:submit=begin>
                <label class="field"><span class="field__name">{move || desk.words().name_zh}</span>
                    <input class="input input--title" id="new-zh" autocomplete="off" lang="zh-Hans" autofocus=true
                        aria-describedby="new-trouble"
                        on:input=move |event| zh.set(event_target_value(&event))/></label>
                <label class="field"><span class="field__name">{move || desk.words().name_en}</span>
                    <input class="input" autocomplete="off" lang="en"
                        on:input=move |event| en.set(event_target_value(&event))/></label>
                <Show when=move || dated.get()>
                    <label class="field"><span class="field__name">{move || desk.words().date}</span>
                        <input class="input" autocomplete="off" prop:value=move || date.get()
                            on:input=move |event| date.set(event_target_value(&event))/></label>
                </Show>
                <p class="field__fault" role="alert" id="new-trouble">{move || trouble.get()}</p>
                <button class="btn btn--main" type="submit" disabled=move || busy.get()>{move || desk.words().begin}</button>
            </form>
        </main>
    }
}
