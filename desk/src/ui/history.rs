//! How a record came to be as it is, and back: nothing is deleted by it.

use desk::words::fill;
use gloo_net::http::Method;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use serde::Deserialize;
use serde_json::{Value, json};

use super::api::{ApiError, Ask, Revision};
use super::find::address;
use super::state::{Desk, use_desk};
use super::when;

#[derive(Clone, Debug, Deserialize)]
struct Past {
    revisions: Vec<Revision>,
}

/// Every leaf of a value, with the way to it.
fn leaves(value: &Value, path: String, all: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (key, one) in fields {
                let below = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                leaves(one, below, all);
            }
        }
        Value::Array(list) => {
            for (index, one) in list.iter().enumerate() {
                leaves(one, format!("{path}[{index}]"), all);
            }
        }
        other => all.push((path, desk::text::line(Some(other)))),
    }
}

/// What differs, by field: what it was, what it is.
fn differences(old: &Value, new: &Value) -> Vec<(String, String, String)> {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    leaves(old, String::new(), &mut before);
    leaves(new, String::new(), &mut after);
    let find = |all: &[(String, String)], path: &str| {
        let one = all.iter().find(|(known, _)| known == path);
        one.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let gone = before
        .iter()
        .filter(|(path, _)| !after.iter().any(|(known, _)| known == path));
    let paths: Vec<String> = after
        .iter()
        .chain(gone)
        .map(|(path, _)| path.clone())
        .collect();
    paths
        .into_iter()
        .map(|path| (find(&before, &path), find(&after, &path), path))
        .filter(|(old, new, _)| old != new)
        .map(|(old, new, path)| (path, old, new))
        .collect()
}

async fn at(kind: &str, id: &str, revision: i64) -> Result<Value, ApiError> {
    Ask::default()
        .get(&format!("/records/{kind}/{id}?revision={revision}"))
        .await
}

/// The revisions of a record.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let desk = use_desk();
    let params = use_params_map();
    let named = Memo::new(move |_| {
        params.with(|params| {
            let of = |name: &str| params.get(name).unwrap_or_default();
            (of("kind"), of("id").trim_start_matches('/').to_owned())
        })
    });
    let past = LocalResource::new(move || {
        let (kind, id) = named.get();
        async move {
            Ask::default()
                .get::<Past>(&format!("/history/{kind}/{id}?most=200"))
                .await
        }
    });
    view! {
        <main class="plain" id="main">
            <h1>
                {move || { let (kind, id) = named.get(); desk.called(&kind, &id) }}
                " · "{move || desk.words().history}
            </h1>
            <p><a href=move || { let (kind, id) = named.get(); address(&kind, &id, "") }>{move || desk.words().go_on}</a></p>
            <ol class="past panel">
                {move || past.get().map(|past| match past {
                    Ok(past) => {
                        let newest = past.revisions.first().map_or(0, |one| one.revision);
                        let pairs: Vec<(Revision, Option<i64>)> = past.revisions.iter().enumerate()
                            .map(|(at, one)| (one.clone(), past.revisions.get(at + 1).map(|one| one.revision)))
                            .collect();
                        pairs.into_iter()
                            .map(|(one, before)| view! { <Step one before newest/> })
                            .collect_view()
                            .into_any()
                    }
                    Err(error) => view! { <li class="past__row">{error.to_string()}</li> }.into_any(),
                })}
            </ol>
        </main>
    }
}

/// One revision: who, when, what, and the way back to it.
#[component]
fn Step(one: Revision, before: Option<i64>, newest: i64) -> impl IntoView {
    let desk = use_desk();
    let open = RwSignal::new(false);
    let shown = {
        let one = one.clone();
        LocalResource::new(move || {
            let (one, open) = (one.clone(), open.get());
            async move {
                if !open {
                    return None;
                }
                let new = at(&one.kind, &one.id, one.revision)
                    .await
                    .unwrap_or_default();
                let old = match before {
                    Some(before) => at(&one.kind, &one.id, before).await.unwrap_or_default(),
                    None => Value::Null,
                };
                Some(differences(&old, &new))
            }
        })
    };
    let navigate = use_navigate();
    let (kind, id, number) = (one.kind.clone(), one.id.clone(), one.revision);
    let (of_kind, of_id) = (kind.clone(), id.clone());
    let restore = move |_| {
        let navigate = navigate.clone();
        let (kind, id) = (kind.clone(), id.clone());
        spawn_local(async move {
            let with = json!({ "revision": number, "current": newest });
            let ask = desk.ask().with(with);
            match ask
                .send(Method::POST, &format!("/restore/{kind}/{id}"))
                .await
            {
                Ok(_) => {
                    super::local::forget(&kind, &id);
                    desk.refresh();
                    navigate(&address(&kind, &id, ""), NavigateOptions::default());
                }
                Err(error) => desk.note(&error),
            }
        });
    };
    let restore = StoredValue::new_local(restore);
    let is_newest = number == newest;
    let removed = one.removed;
    view! {
        <li class="past__step">
            <div class="past__row">
                <b>{when::moment(one.at)}</b>
                <span>{one.who.clone()}" "{one.why.clone()}
                    {removed.then(|| view! { " "<span class="tag tag--heat">{move || desk.words().was_removed}</span> })}
                </span>
                {(!removed).then(|| view! {
                    <button type="button" class="btn btn--small btn--bare"
                        aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|open| *open = !*open)>{move || desk.words().look}</button>
                })}
                {match is_newest {
                    true => view! { <span class="tag tag--water">{move || desk.words().this_is_now}</span> }.into_any(),
                    false if removed => ().into_any(),
                    false => view! {
                        <button type="button" class="btn btn--small"
                            on:click=move |event| restore.with_value(|restore| restore(event))>
                            {move || desk.words().restore}
                        </button>
                    }.into_any(),
                }}
            </div>
            <Show when=move || open.get()>
                {let (kind, id) = (of_kind.clone(), of_id.clone()); move || shown.get().flatten().map(|all| changed(desk, &kind, &id, all))}
            </Show>
        </li>
    }
}

fn changed(
    desk: Desk,
    kind: &str,
    id: &str,
    all: Vec<(String, String, String)>,
) -> impl IntoView + use<> {
    let english = desk.english.get();
    let forms = desk.forms.get();
    let form = forms.of(kind, id).cloned();
    let lines = all.into_iter().map(|(path, old, new)| {
        let words = form
            .as_ref()
            .map(|form| forms.words(form, &desk::path::Path::parse(&path), english));
        let words = words.unwrap_or_default().join(" › ");
        view! {
            <div class="diff__line">
                <dt>{words}</dt>
                <dd>
                    {(!old.is_empty()).then(|| view! { <del>{old}</del> })}
                    {(!new.is_empty()).then(|| view! { <ins>{new}</ins> })}
                </dd>
            </div>
        }
    });
    let lines: Vec<_> = lines.collect();
    match lines.is_empty() {
        true => view! { <p class="small">{fill(desk.words().no_difference, &[])}</p> }.into_any(),
        false => view! { <dl class="diff__list">{lines}</dl> }.into_any(),
    }
}
