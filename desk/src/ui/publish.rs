//! Publishing: what readers will see changed, what stands in the way, now or later, and back.

mod go_back;
mod past;

use std::collections::BTreeSet;

use desk::words::fill;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, MessageEvent};

use past::Past;

use super::api::{ApiError, Ask, Fault, Title, records};
use super::bar::kinds_of;
use super::difference::difference;
use super::editor::state_words;
use super::fault_links::fault_links;
use super::find::address;
use super::review_link::{PreviewLink, ReviewLink};
use super::state::{Desk, use_desk};
use super::when;

#[derive(Clone, Debug, Deserialize)]
struct Difference {
    text: String,
}

/// What is going on.
#[derive(Clone, Debug, PartialEq)]
enum Going {
    Nothing,
    On(String),
    Done(String),
    Failed(String, Vec<Fault>),
}

/// The page.
#[component]
pub fn PublishPage() -> impl IntoView {
    let desk = use_desk();
    desk.refresh_for_page();
    let going = RwSignal::new(Going::Nothing);
    let left_out = RwSignal::new(BTreeSet::<String>::new());
    let changes = LocalResource::new(move || {
        // Again whenever something was saved.
        desk.titles.track();
        let english = desk.english.get();
        async move { Ask::new(english).get::<Difference>("/diff").await }
    });
    listen(desk, going);
    view! {
        <main class="pub" id="main">
            <section class="pub__changes" aria-labelledby="changes-t">
                <h1 id="changes-t">{move || desk.words().changes_title}</h1>
                <Picked desk left_out/>
                {move || changes.get().map(|answer| match answer {
                    Ok(answer) => view! { <pre class="panel diff">{difference(&answer.text)}</pre> }.into_any(),
                    Err(ApiError::Faults { .. }) => ().into_any(),
                    Err(error) => view! { <p class="small">{error.to_string()}</p> }.into_any(),
                })}
            </section>
            <div class="pub__side">
                <InTheWay desk/>
                // Not before all above it has come: it would move away under a finger.
                <Show when=move || desk.checked.with(Option::is_some) && changes.with(Option::is_some)>
                    <Go desk going left_out/>
                </Show>
                <ReviewLink desk/>
                <PreviewLink desk/>
                <Past desk going/>
            </div>
        </main>
    }
}

fn name(title: &Title) -> String {
    format!("{}/{}", title.kind, title.id)
}

/// The records that can go out, each to be left for another time.
#[component]
fn Picked(desk: Desk, left_out: RwSignal<BTreeSet<String>>) -> impl IntoView {
    let line = move |title: Title| {
        let (own, own_too) = (name(&title), name(&title));
        let label = desk.called(&title.kind, &title.id);
        let href = match &*title.kind {
            "asset" => "/desk/media".to_owned(),
            kind => address(kind, &title.id, ""),
        };
        view! {
            <li class="list__row">
                <label class="check">
                    <input type="checkbox"
                        prop:checked=move || !left_out.with(|left| left.contains(&own))
                        on:change=move |event| {
                            let yes = event_target_checked(&event);
                            left_out.update(|left| match yes {
                                true => drop(left.remove(&own_too)),
                                false => drop(left.insert(own_too.clone())),
                            });
                        }/>
                    <span class="visually-hidden">{desk.words().this_time}": "</span>
                    {label}
                </label>
                <span class="small">{kinds_of(desk, &title.kind, &title.id)}</span>
                {state_words(desk, &title)}
                <a class="small" href=href>{desk.words().look}</a>
            </li>
        }
    };
    view! {
        <ul class="panel list">
            {move || {
                let all = desk.unpublished();
                match all.is_empty() {
                    true => view! { <li class="list__row">{desk.words().no_changes}</li> }.into_any(),
                    false => all.into_iter().map(line).collect_view().into_any(),
                }
            }}
        </ul>
        <p class="small">{move || desk.words().leave_out}</p>
    }
}

/// What holds up publishing.
#[component]
fn InTheWay(desk: Desk) -> impl IntoView {
    view! {
        <section class="panel step">
            {move || desk.checked.get().map(|(checked, _)| {
                let words = desk.words();
                match checked.faults.len() {
                    0 => view! { <p><span class="mark mark--ok" aria-hidden="true">"✓"</span>" "{words.not_held}</p> }.into_any(),
                    count => view! {
                        <p><b>{fill(words.stands_in_the_way, &[&count.to_string()])}</b></p>
                        {fault_links(desk, &checked.faults)}
                    }.into_any(),
                }
            })}
        </section>
    }
}

/// What is said while it goes on.
fn listen(desk: Desk, going: RwSignal<Going>) {
    let Ok(events) = EventSource::new("/api/v1/events") else {
        return;
    };
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data().as_string().unwrap_or_default();
        let step: Value = serde_json::from_str(&data).unwrap_or_default();
        if step["step"] == "begun" && matches!(going.get_untracked(), Going::On(_)) {
            let files = step["files"].to_string();
            going.set(Going::On(fill(desk.words_now().publish_step, &[&files])));
        }
    });
    // The source takes any listener.
    let _ = events.add_event_listener_with_callback("progress", heard.as_ref().unchecked_ref());
    let held = StoredValue::new_local((events, heard));
    on_cleanup(move || held.with_value(|(events, _)| events.close()));
}

/// Takes what is chosen all the way to readers.
async fn bring(
    desk: Desk,
    chosen: Vec<Title>,
    why: &str,
    at: Option<f64>,
) -> Result<Value, ApiError> {
    let with =
        |titles: &[&Title]| json!({ "records": records(titles.iter().copied()), "why": why });
    let draft: Vec<&Title> = chosen
        .iter()
        .filter(|title| !matches!(&*title.state, "proposed" | "approved" | "published"))
        .collect();
    if !draft.is_empty() {
        desk.ask()
            .with(with(&draft))
            .post::<Value>("/propose")
            .await?;
    }
    let waiting: Vec<&Title> = chosen
        .iter()
        .filter(|title| title.state != "approved")
        .collect();
    if !waiting.is_empty() {
        desk.ask()
            .with(with(&waiting))
            .post::<Value>("/approve")
            .await?;
    }
    let how = match at {
        Some(at) => json!({ "why": why, "at": at as i64 }),
        None => json!({ "why": why }),
    };
    desk.ask().with(how).post::<Value>("/publish").await
}

/// Now, later, or to somebody who may.
#[component]
fn Go(desk: Desk, going: RwSignal<Going>, left_out: RwSignal<BTreeSet<String>>) -> impl IntoView {
    let why = RwSignal::new(String::new());
    let later = RwSignal::new(false);
    let day = RwSignal::new(when::day(when::now()));
    let time = RwSignal::new("08:00".to_owned());
    let may = Memo::new(move |_| {
        desk.me
            .with(|me| me.as_ref().is_some_and(super::api::Me::publishes))
    });
    let chosen = move || {
        let left = left_out.get_untracked();
        let mut all = untrack(|| desk.unpublished());
        all.retain(|title| !left.contains(&name(title)));
        all
    };
    let done = move |result: Result<String, ApiError>| {
        desk.refresh();
        match result {
            Ok(words) => going.set(Going::Done(words)),
            Err(error) => {
                desk.note(&error);
                let faults = match &error {
                    ApiError::Faults { faults, .. } => faults.clone(),
                    _ => Vec::new(),
                };
                let detail = match (&error, faults.is_empty()) {
                    (ApiError::Offline, _) => desk.words_now().offline.to_owned(),
                    (ApiError::Stale, _) => desk.words_now().review_stale.to_owned(),
                    (_, false) => String::new(),
                    (error, true) => error.to_string(),
                };
                going.set(Going::Failed(
                    fill(desk.words_now().publish_failed, &[&detail]),
                    faults,
                ));
            }
        }
    };
    let publish = move |_| {
        if matches!(going.get_untracked(), Going::On(_)) {
            return;
        }
        let at = match later.get_untracked() {
            true => when::in_beijing(&day.get_untracked(), &time.get_untracked()),
            false => None,
        };
        going.set(Going::On(desk.words_now().publishing.to_owned()));
        let chosen = chosen();
        spawn_local(async move {
            let result = bring(desk, chosen, &why.get_untracked(), at).await;
            let words = desk.words_now();
            done(result.map(|answer| match at {
                Some(at) => fill(words.scheduled, &[&when::moment(at)]),
                None => fill(words.publish_done, &[&answer["publish"].to_string()]),
            }));
        });
    };
    let propose = move |_| {
        let mut chosen = chosen();
        chosen.retain(|title| matches!(&*title.state, "draft" | "sent-back"));
        if chosen.is_empty() {
            return;
        }
        spawn_local(async move {
            let with = json!({ "records": records(&chosen), "why": why.get_untracked() });
            let result = desk.ask().with(with).post::<Value>("/propose").await;
            done(result.map(|_| desk.words_now().sent_for_review.to_owned()));
        });
    };
    view! {
        <section class="panel step" aria-labelledby="go-t">
            <h2 id="go-t">{move || desk.words().publish_title}</h2>
            <label class="field"><span class="field__name">{move || desk.words().why}</span>
                <input class="input" maxlength="300" autocomplete="off"
                    on:input=move |event| why.set(event_target_value(&event))/></label>
            <Show when=move || may.get()>
                <fieldset class="whens">
                    <label class="check"><input type="radio" name="when" prop:checked=move || !later.get()
                        on:change=move |_| later.set(false)/>{move || desk.words().now}</label>
                    <label class="check"><input type="radio" name="when" prop:checked=move || later.get()
                        on:change=move |_| later.set(true)/>{move || desk.words().later}</label>
                    <Show when=move || later.get()>
                        <span class="small">{move || desk.words().at_time}</span>
                        <input class="input" type="date" aria-label=move || desk.words().date
                            prop:value=move || day.get() on:input=move |event| day.set(event_target_value(&event))/>
                        <input class="input" type="time" aria-label=move || desk.words().at_time
                            prop:value=move || time.get() on:input=move |event| time.set(event_target_value(&event))/>
                    </Show>
                </fieldset>
                <button type="button" class="btn btn--main step__go" on:click=publish>
                    {move || match later.get() { true => desk.words().publish_later, false => desk.words().publish_now }}
                </button>
            </Show>
            <button type="button" class="btn" on:click=propose>{move || desk.words().send_for_review}</button>
            <div role="status" aria-live="polite">
                {move || match going.get() {
                    Going::Nothing => ().into_any(),
                    Going::On(words) => view! { <p class="strip">{words}</p> }.into_any(),
                    Going::Done(words) => view! { <p class="strip">{words}</p> }.into_any(),
                    Going::Failed(words, faults) => view! {
                        <div class="strip strip--heat"><p>{words}</p>{fault_links(desk, &faults)}</div>
                    }.into_any(),
                }}
            </div>
        </section>
    }
}
