//! Companies and figures in a spreadsheet: taken out, and brought in after a look at every
//! cell that is different.

use desk::words::fill;
use gloo_net::http::Method;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use serde::Deserialize;
use web_sys::File;

use super::api::ApiError;
use super::bar::kinds_of;
use super::browser::escaped;
use super::drop::DropFile;
use super::faults::mark;
use super::find::address;
use super::state::{Desk, use_desk};

/// Whether records of a kind go out as a spreadsheet.
pub fn has_sheets(kind: &str) -> bool {
    matches!(kind, "company" | "indicator")
}

/// What a file would change.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Plan {
    records: Vec<Record>,
    faults: Vec<CellFault>,
    checks: Vec<CellFault>,
    ignored: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Record {
    id: String,
    revision: Option<i64>,
    title: String,
    held: bool,
    changes: Vec<Change>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Change {
    sheet: String,
    cell: String,
    field: String,
    before: String,
    after: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct CellFault {
    sheet: String,
    cell: String,
    message: String,
}

impl Plan {
    /// How many records are written.
    fn without_fault(&self) -> usize {
        self.records.iter().filter(|one| !one.held).count()
    }

    fn cells(&self) -> usize {
        self.records.iter().map(|one| one.changes.len()).sum()
    }
}

/// A file that was compared, and what came of it.
#[derive(Clone, Debug)]
struct Looked {
    // A file belongs to the browser's one thread, as everything here does.
    file: StoredValue<File, LocalStorage>,
    tag: String,
    plan: Plan,
}

/// How far it has come.
#[derive(Clone, Debug)]
enum Stage {
    Nothing,
    Busy,
    Looked(Looked, bool),
    Written(usize),
    Refused(String),
}

/// Compares a file with what is there; `again` after somebody else has changed that.
async fn look(desk: Desk, kind: &str, file: &File, again: bool) -> Stage {
    let ask = desk.ask().with_file(file);
    let answer = ask.send(Method::POST, &format!("/sheets/{kind}")).await;
    let looked = answer.and_then(|answer| {
        Ok(Looked {
            file: StoredValue::new_local(file.clone()),
            tag: answer.tag.clone().unwrap_or_default(),
            plan: answer.json()?,
        })
    });
    match looked {
        Ok(looked) => Stage::Looked(looked, again),
        Err(error) => refused(desk, error),
    }
}

/// Saves what was looked at.
async fn write(desk: Desk, kind: &str, looked: &Looked) -> Stage {
    let file = looked.file.get_value();
    let why = escaped(desk.words_now().sheets_why);
    let ask = desk.ask().with_file(&file).seen(&looked.tag);
    let path = format!("/sheets/{kind}?why={why}");
    match ask.send(Method::PUT, &path).await {
        Ok(_) => {
            desk.refresh();
            Stage::Written(looked.plan.without_fault())
        }
        Err(ApiError::Stale | ApiError::Conflict(_)) => look(desk, kind, &file, true).await,
        Err(error) => refused(desk, error),
    }
}

fn refused(desk: Desk, error: ApiError) -> Stage {
    desk.note(&error);
    Stage::Refused(match error {
        ApiError::Offline => desk.words_now().offline.to_owned(),
        error => error.to_string(),
    })
}

/// Out and in.
#[component]
pub fn SheetsPage() -> impl IntoView {
    let desk = use_desk();
    let params = use_params_map();
    let kind = Memo::new(move |_| params.with(|params| params.get("kind").unwrap_or_default()));
    let stage = RwSignal::new(Stage::Nothing);
    let name = move || kinds_of(desk, &kind.get(), "");
    let take = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        stage.set(Stage::Busy);
        spawn_local(async move {
            let next = look(desk, &kind.get_untracked(), &file, false).await;
            stage.set(next);
        });
    };
    let agree = move |looked: Looked| {
        stage.set(Stage::Busy);
        spawn_local(async move {
            let next = write(desk, &kind.get_untracked(), &looked).await;
            stage.set(next);
        });
    };
    let href = move || {
        let lang = if desk.english.get() { "en" } else { "zh-Hans" };
        format!("/api/v1/sheets/{}?lang={lang}", kind.get())
    };
    view! {
        <main class="plain" id="main">
            <p class="path"><a href=move || format!("/desk/list/{}", kind.get())>{name}</a>" ›"</p>
            <h1>{move || fill(desk.words().sheets_title, &[&name()])}</h1>
            <div class="sheets__ways">
                <section class="panel step" aria-labelledby="out-t">
                    <h2 id="out-t">{move || desk.words().sheets_out}</h2>
                    <p class="small">{move || fill(desk.words().sheets_out_note, &[&name()])}</p>
                    <p><a class="btn" href=href download="" rel="external">{move || desk.words().sheets_get}</a></p>
                </section>
                <section class="panel step" aria-labelledby="in-t">
                    <h2 id="in-t">{move || desk.words().sheets_in}</h2>
                    <p class="small">{move || desk.words().sheets_in_note}</p>
                    <DropFile words=Signal::derive(move || desk.words().sheets_drop)
                        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                        several=false take/>
                </section>
            </div>
            <div class="sheets__plan" aria-live="polite">
                {move || match stage.get() {
                    Stage::Nothing => ().into_any(),
                    Stage::Busy => view! { <p class="strip" role="status">{desk.words().sheets_reading}</p> }.into_any(),
                    Stage::Refused(why) => view! {
                        <p class="strip strip--heat" role="alert">{mark(true)}<span>{why}</span></p>
                    }.into_any(),
                    Stage::Written(count) => view! {
                        <p class="strip" role="status">
                            {fill(desk.words().sheets_written, &[&count.to_string()])}
                            <span class="strip__acts"><a href="/desk/publish">{desk.words().publish}</a></span>
                        </p>
                    }.into_any(),
                    Stage::Looked(looked, again) => view! { <Shown kind=kind.get() looked again agree/> }.into_any(),
                }}
            </div>
        </main>
    }
}

/// What would change.
#[component]
fn Shown(
    kind: String,
    looked: Looked,
    again: bool,
    agree: impl Fn(Looked) + Copy + Send + 'static,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let Plan {
        records,
        faults,
        checks,
        ignored,
    } = looked.plan.clone();
    let (count, cells) = (records.len(), looked.plan.cells());
    let writable = looked.plan.without_fault();
    let sum = match count {
        0 => words.sheets_none.to_owned(),
        _ => fill(words.sheets_sum, &[&count.to_string(), &cells.to_string()]),
    };
    let fault_list = |title: &str, blocks: bool, all: Vec<CellFault>| {
        (!all.is_empty()).then(|| {
            let title = fill(title, &[&all.len().to_string()]);
            let lines = all.into_iter().map(|fault| {
                view! {
                    <li class="sheets__fault">
                        {mark(blocks)}
                        <b>{fault.sheet}" "{fault.cell}</b>
                        <span>{fault.message}</span>
                    </li>
                }
            });
            let lines = lines.collect_view();
            view! {
                <section class="panel">
                    <header class="panel__head"><h2>{title}</h2></header>
                    <ul class="sheets__faults">{lines}</ul>
                </section>
            }
        })
    };
    view! {
        {again.then(|| view! { <p class="strip strip--heat" role="alert">{mark(true)}<span>{words.sheets_stale}</span></p> })}
        <p class="strip" role="status">
            <b>{sum}</b>
            {(writable > 0).then(|| view! {
                <span class="strip__acts">
                    <button type="button" class="btn btn--main" on:click=move |_| agree(looked.clone())>
                        {fill(words.sheets_write, &[&writable.to_string()])}
                    </button>
                </span>
            })}
        </p>
        {fault_list(words.sheets_faults, true, faults)}
        {fault_list(words.sheets_checks, false, checks)}
        {records.into_iter().map(|one| record(desk, &kind, one)).collect_view()}
        {(!ignored.is_empty()).then(|| view! {
            <p class="small">{fill(words.sheets_ignored, &[&ignored.join("；")])}</p>
        })}
    }
}

/// A record with its cells that are different.
fn record(desk: Desk, kind: &str, one: Record) -> impl IntoView + use<> {
    let words = desk.words();
    let empty = move || view! { <span class="small">{words.sheets_empty}</span> };
    let title = match one.revision {
        Some(_) => view! { <a href=address(kind, &one.id, "")>{one.title}</a> }.into_any(),
        None => {
            view! { {one.title}" "<span class="tag tag--water">{words.new_tag}</span> }.into_any()
        }
    };
    let rows = one.changes.into_iter().map(|change| {
        let said = move |text: String| match text.is_empty() {
            true => empty().into_any(),
            false => text.into_any(),
        };
        view! {
            <tr>
                <th scope="row">{change.sheet}" "{change.cell}</th>
                <td>{change.field}</td>
                <td class="sheets__before">{said(change.before)}</td>
                <td class="sheets__after">{said(change.after)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="panel" class:panel--off=one.held>
            <header class="panel__head">
                <h2>{title}</h2>
                {one.held.then(|| view! { <p class="panel__end">{mark(true)}" "{words.sheets_held}</p> })}
            </header>
            <div class="sheet-wrap">
                <table class="sheets__table">
                    <thead><tr>
                        <th scope="col">{words.sheets_cell}</th>
                        <th scope="col">{words.sheets_field}</th>
                        <th scope="col">{words.sheets_before}</th>
                        <th scope="col">{words.sheets_after}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
