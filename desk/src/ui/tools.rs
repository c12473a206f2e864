//! Where an article is written: a plain text area, and buttons for what an office person
//! knows from elsewhere. The buttons are one stop of the Tab key, with arrows inside.

use desk::edit::{Tool, apply};
use desk::paste::pictures::{mark, next_name};
use desk::paste::{Pasted, is_rich, tidy_beside};
use desk::text::paragraphs;
use desk::words::{Words, fill};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, File, HtmlElement, HtmlTextAreaElement, KeyboardEvent,
};

use super::browser::{chosen, commands, composes, insert};
use super::input::{Area, Leaf};
use super::parse::parse;
use super::pasted::{PastedPictures, Pending};
use super::state::use_desk;

type Named = fn(&Words) -> &'static str;

const TOOLS: [(Tool, &str, Named); 7] = [
    (Tool::Heading, "H", |words| words.heading),
    (Tool::Bold, "B", |words| words.bold),
    (Tool::List, "•", |words| words.list),
    (Tool::Numbers, "1.", |words| words.numbers),
    (Tool::Quote, "”", |words| words.quote),
    (Tool::Table, "▦", |words| words.table),
    (Tool::Link, "↗", |words| words.link),
];

/// Does what a tool does, where the caret is.
fn use_tool(area: &HtmlTextAreaElement, tool: Tool, words: &str) {
    let edit = apply(tool, &area.value(), chosen(area), words);
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    insert(area, number(edit.at.from), number(edit.at.to), &edit.text);
    // A text area takes every place that is in it.
    let _ = area.set_selection_range(number(edit.then.from), number(edit.then.to));
}

/// What was tidied, in a sentence.
fn summary(words: &Words, tidied: &Pasted) -> String {
    let mut parts = vec![words.pasted_formats.to_owned()];
    let counts = [
        (tidied.headings, words.pasted_headings),
        (tidied.tables, words.pasted_tables),
        (tidied.trackers, words.pasted_trackers),
        (tidied.pictures.len(), words.pasted_pictures),
    ];
    let these = counts.iter().filter(|(count, _)| *count > 0);
    parts.extend(these.map(|(count, words)| fill(words, &[&count.to_string()])));
    fill(words.pasted_text, &[&parts.join(words.comma)])
}

/// The picture that a paste consists of.
fn picture_in(data: &DataTransfer) -> Option<File> {
    let files = data.files()?;
    let files = (0..files.length()).filter_map(|at| files.item(at));
    files
        .into_iter()
        .find(|file| file.type_().starts_with("image/"))
}

/// A paste that was taken back leaves nothing to describe.
fn forget(pending: RwSignal<Vec<Pending>>, pasted: RwSignal<Option<Pasted>>) {
    let Some(gone) = pasted.get_untracked() else {
        return;
    };
    pasted.set(None);
    pending.update(|all| all.retain(|one| !one.is_of(&gone.pictures)));
}

/// A body with its tools.
#[component]
pub fn Markdown(leaf: Leaf) -> impl IntoView {
    let desk = use_desk();
    let doc = leaf.doc;
    let node = NodeRef::<html::Textarea>::new();
    let on = RwSignal::new(0_usize);
    let press = move |tool: Tool| {
        if let Some(area) = node.get_untracked() {
            use_tool(&area, tool, desk.words_now().words_here);
        }
    };
    let around = move || {
        let Some(area) = node.get_untracked() else {
            return;
        };
        let text: Vec<u16> = area.value().encode_utf16().collect();
        let at = chosen(&area).from.min(text.len());
        let end = u16::from(b'\n');
        let from = text[..at]
            .iter()
            .rposition(|unit| *unit == end)
            .map_or(0, |at| at + 1);
        let rest = text[at..].iter().position(|unit| *unit == end);
        let to = rest.map_or(text.len(), |rest| at + rest);
        doc.around.set(String::from_utf16_lossy(&text[from..to]));
    };
    let pasted = RwSignal::new(None::<Pasted>);
    let pending = RwSignal::new(Vec::<Pending>::new());
    let paste = move |event: ClipboardEvent| {
        let (Some(data), Some(area)) = (event.clipboard_data(), node.get_untracked()) else {
            return;
        };
        let html = data.get_data("text/html").unwrap_or_default();
        let tidied = is_rich(&html).then(|| tidy_beside(&html, &area.value(), parse));
        let tidied = tidied.filter(|tidied| !tidied.text.is_empty());
        let at = chosen(&area);
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let (from, to) = (number(at.from), number(at.to));
        // A picture of the screen, or one that was copied by itself.
        if tidied.as_ref().is_none_or(Pasted::is_one_picture)
            && let Some(file) = picture_in(&data)
        {
            event.prevent_default();
            let name = next_name(&area.value());
            insert(&area, from, to, &format!("\n\n{}\n\n", mark(&name)));
            pending.update(|all| all.push(Pending::of_file(name, file)));
            return;
        }
        let Some(tidied) = tidied else {
            return;
        };
        event.prevent_default();
        doc.mark();
        insert(&area, from, to, &tidied.text);
        doc.mark();
        let pictures = tidied.pictures.iter().cloned();
        pending.update(|all| all.extend(pictures.map(Pending::of_text)));
        pasted.set(Some(tidied));
    };
    let counted = {
        let leaf = leaf.clone();
        Memo::new(move |_| {
            let text = doc.read(|value| leaf.codec.shown(leaf.path.get(value)));
            let characters = text.chars().filter(|char| !char.is_whitespace()).count();
            (paragraphs(&text).len(), characters)
        })
    };
    let below = leaf.clone();
    let buttons = TOOLS.iter().enumerate().map(|(index, (tool, sign, name))| {
        view! {
            <button
                type="button"
                class="tools__b"
                tabindex=move || if on.get() == index { "0" } else { "-1" }
                on:focus=move |_| on.set(index)
                on:click=move |_| press(*tool)
            >
                <span class="tools__g" aria-hidden="true">{*sign}</span>
                {move || name(desk.words())}
            </button>
        }
    });
    let buttons = buttons.collect_view();
    view! {
        <div class="write">
            <div
                class="tools"
                role="toolbar"
                aria-label=move || desk.words().tools
                on:keydown=move |event: KeyboardEvent| {
                    let step = match event.key().as_str() {
                        "ArrowRight" => 1,
                        "ArrowLeft" => TOOLS.len() - 1,
                        _ => return,
                    };
                    event.prevent_default();
                    let next = (on.get_untracked() + step) % TOOLS.len();
                    on.set(next);
                    let bar = event.current_target().and_then(|bar| bar.dyn_into::<HtmlElement>().ok());
                    let place = format!(":nth-child({})", next + 1);
                    let button = bar.and_then(|bar| bar.query_selector(&place).ok()?);
                    if let Some(Ok(button)) = button.map(JsCast::dyn_into::<HtmlElement>) {
                        // It is there and takes the focus.
                        let _ = button.focus();
                    }
                }
            >
                {buttons}
            </div>
            <div
                on:keydown=move |event: KeyboardEvent| {
                    if composes(&event) || !commands(&event) || event.alt_key() {
                        return;
                    }
                    let tool = match event.key().to_lowercase().as_str() {
                        "b" => Tool::Bold,
                        "k" => Tool::Link,
                        _ => return,
                    };
                    event.prevent_default();
                    press(tool);
                }
                on:paste=paste
                on:keyup=move |_| around()
                on:click=move |_| around()
            >
                <Area leaf class="write__area" node/>
            </div>
            {move || pasted.get().map(|tidied| view! {
                <p class="strip" role="status">
                    {summary(desk.words(), &tidied)}
                    <span class="strip__acts">
                        <button type="button" class="btn btn--small" on:click=move |_| {
                            doc.undo();
                            forget(pending, pasted);
                        }>{desk.words().undo_paste}</button>
                    </span>
                </p>
            })}
            <PastedPictures leaf=below pending/>
            <p class="small write__foot">
                {move || {
                    let (parts, characters) = counted.get();
                    fill(desk.words().paragraphs, &[&parts.to_string(), &characters.to_string()])
                }}
            </p>
        </div>
    }
}
