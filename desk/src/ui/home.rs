//! The first page: what needs doing, what is being written, what happened lately.

use std::collections::BTreeMap;

use desk::review;
use desk::words::fill;
use leptos::prelude::*;

use super::api::{Fault, Revision, Title};
use super::bar::kinds_of;
use super::editor::state_words;
use super::find::{Find, address};
use super::state::{Desk, use_desk};
use super::{local, when};

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let desk = use_desk();
    desk.refresh_for_page();
    view! {
        <main class="home" id="main">
            <h1 class="visually-hidden">{move || desk.words().home}</h1>
            <div class="home__main">
                <Tour/>
                <Find/>
                <ToDo/>
                <Work/>
            </div>
            <aside class="home__side">
                <a class="btn btn--write" href="/desk/new/article">"＋ "{move || desk.words().write_article}</a>
                <p class="quick">
                    <a href="/desk/new/company">{move || desk.words().add_company}</a>
                    <a href="/desk/new/indicator">{move || desk.words().add_figure}</a>
                    <a href="/desk/new/source">{move || desk.words().add_source}</a>
                    <a href="/desk/media">{move || desk.words().upload}</a>
                </p>
                <Recent/>
                <Now/>
            </aside>
        </main>
    }
}

/// Five sentences, until somebody has read them.
#[component]
fn Tour() -> impl IntoView {
    let desk = use_desk();
    let open = RwSignal::new(local::setting("tour").is_none());
    view! {
        <Show when=move || open.get()>
            <section class="panel tour">
                <h2>{move || desk.words().first_run}</h2>
                <ol>
                    <li>{move || desk.words().tour_1}</li>
                    <li>{move || desk.words().tour_2}</li>
                    <li>{move || desk.words().tour_3}</li>
                    <li>{move || desk.words().tour_4}</li>
                    <li>{move || desk.words().tour_5}</li>
                </ol>
                <button type="button" class="btn btn--small" on:click=move |_| {
                    local::set("tour", "read");
                    open.set(false);
                }>{move || desk.words().tour_done}</button>
            </section>
        </Show>
    }
}

/// Faults by what class they are of, with the records.
fn classes(faults: &[Fault]) -> Vec<(String, Vec<Fault>)> {
    let mut by: BTreeMap<&str, Vec<Fault>> = BTreeMap::new();
    for fault in faults {
        by.entry(&fault.title).or_default().push(fault.clone());
    }
    let mut all: Vec<_> = by
        .into_iter()
        .map(|(title, of)| (title.to_owned(), of))
        .collect();
    all.sort_by_key(|(_, of)| std::cmp::Reverse(of.len()));
    all
}

#[component]
fn ToDo() -> impl IntoView {
    let desk = use_desk();
    view! {
        <section class="panel todo" aria-labelledby="todo-t">
            <header class="panel__head">
                <h2 id="todo-t">{move || desk.words().todo}</h2>
                <p class="panel__note">
                    {move || desk.checked.get().map(|(_, at)| fill(desk.words().checked_at, &[&when::moment(at)]))}
                </p>
                <p class="panel__end"><a href="/desk/todo">{move || desk.words().see_all}</a></p>
            </header>
            <ul class="todo__list">
                {move || desk.checked.get().map(|(checked, _)| {
                    let words = desk.words();
                    let faults = checked.faults.clone();
                    let count = faults.len();
                    let row = match count {
                        0 => view! {
                            <li class="todo__row todo__row--done">
                                <b class="todo__n">"✓"</b>
                                <div class="todo__what"><h3>{words.faults}</h3></div>
                                <p class="todo__items">{words.no_faults}</p>
                            </li>
                        }.into_any(),
                        _ => view! {
                            <li class="todo__row todo__row--fault">
                                <b class="todo__n">{count}</b>
                                <div class="todo__what"><h3>{words.faults}</h3><p class="small">{words.faults_note}</p></div>
                                {items(desk, &faults)}
                            </li>
                        }.into_any(),
                    };
                    let warnings = classes(&checked.warnings).into_iter().map(|(title, of)| view! {
                        <li class="todo__row">
                            <b class="todo__n">{of.len()}</b>
                            <div class="todo__what"><h3>{title}</h3></div>
                            {items(desk, &of)}
                        </li>
                    }).collect_view();
                    view! { {row}{warnings} }
                })}
            </ul>
        </section>
    }
}

/// The first of some faults, each with the way to it.
fn items(desk: Desk, faults: &[Fault]) -> impl IntoView + use<> {
    const SHOWN: usize = 3;
    let more = faults.len().saturating_sub(SHOWN);
    let first: Vec<Fault> = faults.iter().take(SHOWN).cloned().collect();
    view! {
        <ul class="todo__items">
            {first.into_iter().map(|fault| item(desk, &fault)).collect_view()}
            {(more > 0).then(|| view! { <li><a class="small" href="/desk/todo">"+ "{more}</a></li> })}
        </ul>
    }
}

fn item(desk: Desk, fault: &Fault) -> AnyView {
    let message = fault.message.clone();
    match fault.record.clone() {
        Some(place) => view! {
            <li>
                <a href=address(&place.kind, &place.id, &place.path)>{desk.called(&place.kind, &place.id)}</a>
                "："{message}
            </li>
        }
        .into_any(),
        None => view! { <li>{message}</li> }.into_any(),
    }
}

/// All that needs doing.
#[component]
pub fn AllToDo() -> impl IntoView {
    let desk = use_desk();
    desk.check();
    view! {
        <main class="plain" id="main">
            <h1>{move || desk.words().todo}</h1>
            {move || desk.checked.get().map(|(checked, _)| {
                let words = desk.words();
                let part = |title: &'static str, note: &'static str, faults: &[Fault]| {
                    let classes = classes(faults).into_iter().map(|(name, of)| view! {
                        <details class="panel part" open=of.len() < 12>
                            <summary><b>{of.len()}</b>" "{name}</summary>
                            <ul class="todo__items">{of.iter().map(|one| item(desk, one)).collect_view()}</ul>
                        </details>
                    }).collect_view();
                    view! { <h2>{title}" "<span class="small">{note}</span></h2>{classes} }
                };
                view! {
                    {part(words.faults, words.faults_note, &checked.faults)}
                    {checked.faults.is_empty().then_some(words.no_faults)}
                    {part(words.reminders, words.reminders_note, &checked.warnings)}
                }
            })}
        </main>
    }
}

#[component]
fn Work() -> impl IntoView {
    let desk = use_desk();
    let mine = move || desk.unpublished();
    let line = move |title: Title| {
        let kind = kinds_of(desk, &title.kind, &title.id);
        let href = match &*title.kind {
            "asset" => "/desk/media".to_owned(),
            kind => address(kind, &title.id, ""),
        };
        view! {
            <li class="work__row">
                {state_words(desk, &title)}
                <a href=href>{desk.called(&title.kind, &title.id)}</a>
                <span class="small">{kind}</span>
                {title.note.clone().map(|note| view! { <q class="small">{note}</q> })}
                {(title.state == "proposed").then(|| view! {
                    <a href=review::address([(&*title.kind, &*title.id)])>{desk.words().review_open}</a>
                })}
            </li>
        }
    };
    view! {
        <section class="panel work" aria-labelledby="work-t">
            <header class="panel__head"><h2 id="work-t">{move || desk.words().work}</h2></header>
            <ul class="work__list">
                {move || {
                    // Again whenever something was saved.
                    desk.titles.track();
                    local::all().into_iter().map(|(kind, id)| view! {
                        <li class="work__row">
                            <span class="tag tag--heat">{desk.words().on_this_device}</span>
                            <a href=address(&kind, &id, "")>{desk.called(&kind, &id)}</a>
                        </li>
                    }).collect_view()
                }}
                {move || {
                    let all = mine();
                    match all.is_empty() {
                        true => view! { <li class="work__row">{desk.words().no_work}</li> }.into_any(),
                        false => all.into_iter().map(line).collect_view().into_any(),
                    }
                }}
                {move || desk.publishes.get().map(|publishes| {
                    publishes.scheduled.iter().map(|one| view! {
                        <li class="work__row">
                            <span class="tag tag--water">{desk.words().later}</span>
                            <a href="/desk/publish">{fill(desk.words().scheduled, &[&when::moment(one.due)])}</a>
                            <span class="small">{one.who.clone()}</span>
                        </li>
                    }).collect_view()
                })}
            </ul>
        </section>
    }
}

fn did(desk: Desk, one: &Revision) -> &'static str {
    match one.removed {
        true => desk.words().did_remove,
        false => desk.words().saved_write,
    }
}

#[component]
fn Recent() -> impl IntoView {
    let desk = use_desk();
    view! {
        <section class="panel recent" aria-labelledby="recent-t">
            <header class="panel__head"><h2 id="recent-t">{move || desk.words().recent}</h2></header>
            <ul class="recent__list">
                {move || desk.recent.get().iter().map(|one| view! {
                    <li>
                        <span class="small">{when::moment(one.at)}</span>
                        <p>
                            <b>{one.who.clone()}</b>" "{did(desk, one)}" "
                            <a href=format!("/desk/history/{}/{}", one.kind, one.id)>{desk.called(&one.kind, &one.id)}</a>
                        </p>
                    </li>
                }).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Now() -> impl IntoView {
    let desk = use_desk();
    let count = move |kind: &'static str| desk.of_kind(kind).len();
    view! {
        <section class="panel now" aria-labelledby="now-t">
            <header class="panel__head">
                <h2 id="now-t">{move || desk.words().site_now}</h2>
                <p class="panel__end"><a href="/" target="_blank">{move || desk.words().open_site}</a></p>
            </header>
            <dl class="now__counts">
                <div><dt>{move || desk.words().articles}</dt><dd>{move || count("article")}</dd></div>
                <div><dt>{move || desk.words().companies}</dt><dd>{move || count("company")}</dd></div>
                <div><dt>{move || desk.words().figures}</dt><dd>{move || count("indicator")}</dd></div>
                <div><dt>{move || desk.words().sources}</dt><dd>{move || count("source")}</dd></div>
            </dl>
        </section>
    }
}
