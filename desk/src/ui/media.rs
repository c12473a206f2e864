//! Pictures: what there is, where it is used, what is missing, and new ones.

use desk::words::fill;
use gloo_net::http::RequestBuilder;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, HtmlInputElement};

use super::api::{ApiError, Title};
use super::browser::escaped;
use super::find::address;
use super::state::{Desk, use_desk};

/// A name that a file can have in the bundle: what addresses take.
fn safe(name: &str) -> String {
    let lower = name.to_lowercase();
    let (stem, ending) = lower.rsplit_once('.').unwrap_or((&lower, ""));
    let kept: String = stem
        .chars()
        .map(|char| {
            if char.is_ascii_alphanumeric() {
                char
            } else {
                '-'
            }
        })
        .collect();
    let parts: Vec<&str> = kept.split('-').filter(|part| !part.is_empty()).collect();
    let stem = match parts.is_empty() {
        true => "picture".to_owned(),
        false => parts.join("-"),
    };
    let ending = if ending == "jpeg" { "jpg" } else { ending };
    format!("{stem}.{ending}")
}

/// Sends a file; whether a new one or in the place of one.
async fn send(desk: Desk, file: File, path: String) -> Result<(), ApiError> {
    let known = desk.titles.with_untracked(|titles| {
        let one = titles
            .iter()
            .find(|one| one.kind == "asset" && one.id == path);
        one.map(|one| one.revision)
    });
    let (header, value) = match known {
        Some(revision) => ("If-Match", format!("\"{revision}\"")),
        None => ("If-None-Match", "*".to_owned()),
    };
    let request = RequestBuilder::new(&format!("/api/v1/assets/{path}"))
        .method(gloo_net::http::Method::PUT)
        .header(header, &value)
        .header(
            "Accept-Language",
            if desk.english.get_untracked() {
                "en"
            } else {
                "zh"
            },
        )
        .body(file)
        .map_err(|_| ApiError::Offline)?;
    let answer = request.send().await.map_err(|_| ApiError::Offline)?;
    if answer.ok() {
        return Ok(());
    }
    let problem: serde_json::Value = answer.json().await.unwrap_or_default();
    let detail = problem["detail"].as_str().unwrap_or_default();
    Err(ApiError::Refused(detail.to_owned()))
}

/// The grid.
#[component]
pub fn MediaPage() -> impl IntoView {
    let desk = use_desk();
    desk.refresh_titles();
    let said = RwSignal::new(Vec::<String>::new());
    let over = RwSignal::new(false);
    let take = move |files: web_sys::FileList, place: Option<String>| {
        said.set(Vec::new());
        let all: Vec<File> = (0..files.length())
            .filter_map(|at| files.item(at))
            .collect();
        spawn_local(async move {
            for file in all {
                let name = file.name();
                let path = match &place {
                    Some(place) => place.clone(),
                    None => format!("media/{}", safe(&name)),
                };
                let words = desk.words_now();
                let line = match send(desk, file, path).await {
                    Ok(()) => fill(words.uploaded, &[&name]),
                    Err(ApiError::Offline) => format!("{name}：{}", words.offline),
                    Err(error) => format!("{name}：{error}"),
                };
                said.update(|said| said.push(line));
            }
            desk.refresh_titles();
        });
    };
    let files = move || {
        let mut all = desk.of_kind("asset");
        all.retain(|one| one.id.starts_with("media/"));
        all
    };
    view! {
        <main class="plain" id="main">
            <h1>{move || desk.words().pictures_title}</h1>
            <label class="drop panel" class:drop--over=move || over.get()
                on:dragover=move |event: DragEvent| { event.prevent_default(); over.set(true); }
                on:dragleave=move |_| over.set(false)
                on:drop=move |event: DragEvent| {
                    event.prevent_default();
                    over.set(false);
                    if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
                        take(files, None);
                    }
                }>
                <span>{move || desk.words().drop_here}</span>
                <input type="file" multiple=true accept="image/jpeg,image/png,image/webp,image/gif"
                    on:change=move |event| {
                        let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
                        if let Some(files) = input.and_then(|input| input.files()) {
                            take(files, None);
                        }
                    }/>
            </label>
            <div role="status">
                {move || said.get().into_iter().map(|line| view! { <p class="strip">{line}</p> }).collect_view()}
            </div>
            <ul class="pics">
                {move || files().into_iter().map(|file| picture(desk, &file)).collect_view()}
            </ul>
            {move || files().is_empty().then(|| view! { <p class="small">{desk.words().nothing_here}</p> })}
        </main>
    }
}

fn picture(desk: Desk, file: &Title) -> impl IntoView + use<> {
    let name = file.id.trim_start_matches("media/").to_owned();
    let record = described(desk, &name);
    let src = format!("/api/v1/assets/{}?revision={}", file.id, file.revision);
    let link = match &record {
        Some(id) => address("picture", id, ""),
        None => format!("/desk/new/picture?file={}", escaped(&name)),
    };
    let words = desk.words();
    view! {
        <li class="pic panel">
            <img class="pic__img" src=src alt="" loading="lazy"/>
            <p class="pic__name">{match &record {
                Some(id) => desk.called("picture", id),
                None => name.clone(),
            }}</p>
            <a class="btn btn--small" href=link>{match record {
                Some(_) => words.look,
                None => words.describe,
            }}</a>
            {record.is_none().then(|| view! { <span class="tag tag--open">{words.unregistered}</span> })}
        </li>
    }
}

/// The picture that a file is of.
fn described(desk: Desk, file: &str) -> Option<String> {
    let mut all = desk.of_kind("picture").into_iter();
    let one = all.find(|one| one.file.as_deref() == Some(file));
    one.map(|one| one.id)
}
