//! A list of rows as a small spreadsheet: a block from Excel is pasted whole, faults are at
//! their cells, and the paste is one step to undo.

use desk::form::{FieldForm, Shape};
use desk::path::Path;
use desk::table::{cells, from_cell};
use desk::text::Tongue;
use desk::words::fill;
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::browser::{commands, composes};
use super::doc::{Doc, field_id};
use super::input::{Codec, Leaf, Line};
use super::state::use_desk;

/// Rows of a type, at a way of a record.
#[component]
pub fn Grid(doc: Doc, path: Path, of: String) -> impl IntoView {
    let desk = use_desk();
    let columns = StoredValue::new(desk.forms.with_untracked(|forms| forms.fields(&of)));
    let list = StoredValue::new(path.clone());
    let count = Memo::new(move |_| length(doc, &list.get_value()));
    let pasted = RwSignal::new(0_usize);
    let heads = columns.get_value().into_iter().map(|field| {
        let required = field.required;
        view! {
            <th scope="col">
                {move || match desk.english.get() { true => field.en.clone(), false => field.zh.clone() }}
                {required.then_some(" *")}
            </th>
        }
    });
    let heads = heads.collect_view();
    let paste = move |event: ClipboardEvent| {
        let text = event
            .clipboard_data()
            .and_then(|data| data.get_data("text/plain").ok());
        let Some(text) = text else {
            return;
        };
        let block = cells(&text);
        let is_block = block.len() > 1 || block.iter().any(|row| row.len() > 1);
        let Some((row, column)) = cell_of(&event).filter(|_| is_block) else {
            return;
        };
        event.prevent_default();
        let columns = columns.get_value();
        let list = list.get_value();
        let named = |kind: &str, name: &str| {
            let known = untrack(|| desk.named(kind));
            let called = known.iter().find(|(id, one)| {
                id == name || one == name || one.split('（').next() == Some(name)
            });
            called.map(|(id, _)| id.clone())
        };
        doc.step(|value| {
            for (down, cells) in block.iter().enumerate() {
                for (right, cell) in cells.iter().enumerate() {
                    let Some(field) = columns.get(column + right) else {
                        continue;
                    };
                    let at = list.index(row + down).field(&field.key);
                    let new = from_cell(field, cell, at.get(value), &named);
                    at.set(value, new);
                }
            }
        });
        pasted.set(block.len());
    };
    view! {
        <div class="sheet-wrap">
            <table class="grid" on:paste=paste on:keydown=move |event| walk(doc, &list.get_value(), &columns.get_value(), &event)>
                <thead><tr><td></td>{heads}<td></td></tr></thead>
                <tbody>
                    <For each=move || 0..count.get() key=|index| *index let:index>
                        {row(doc, &list.get_value(), &columns.get_value(), index)}
                    </For>
                </tbody>
            </table>
        </div>
        <Show when=move || { pasted.get() > 0 }>
            <p class="strip" role="status">
                {move || fill(desk.words().pasted_rows, &[&pasted.get().to_string()])}
                <span class="strip__acts">
                    <button type="button" class="btn btn--small" on:click=move |_| {
                        doc.undo();
                        pasted.set(0);
                    }>{move || desk.words().undo_paste}</button>
                </span>
            </p>
        </Show>
        <p class="grid__foot">
            <button type="button" class="btn btn--small" on:click=move |_| {
                let list = list.get_value();
                let at = length(doc, &list);
                doc.step(|value| list.index(at).set(value, Some(json!({}))));
            }>"＋ "{move || desk.words().add_row}</button>
            <span class="small grid__keys">{move || desk.words().grid_keys}</span>
        </p>
    }
}

fn length(doc: Doc, path: &Path) -> usize {
    doc.read(|value| {
        path.get(value)
            .and_then(Value::as_array)
            .map_or(0, Vec::len)
    })
}

fn row(doc: Doc, list: &Path, columns: &[FieldForm], index: usize) -> AnyView {
    let desk = use_desk();
    let path = list.index(index);
    let off = path.clone();
    let number = (index + 1).to_string();
    let name = number.clone();
    let cells = columns.iter().enumerate();
    let cells = cells
        .map(|(column, field)| cell(doc, &path, field, index, column))
        .collect_view();
    view! {
        <tr>
            <th scope="row">{number}</th>
            {cells}
            <td class="grid__off">
                <button type="button" class="btn btn--small btn--bare btn--icon"
                    aria-label=move || fill(desk.words().remove_row, &[&name])
                    on:click=move |_| doc.step(|value| off.set(value, None))>"×"</button>
            </td>
        </tr>
    }
    .into_any()
}

fn cell(doc: Doc, row: &Path, field: &FieldForm, index: usize, column: usize) -> AnyView {
    let desk = use_desk();
    let path = row.field(&field.key);
    let id = field_id(&path);
    let label = format!("{} {}", index + 1, field.zh);
    let place = format!("{index} {column}");
    let (faulty, said) = (path.clone(), path.clone());
    let below = move || {
        let faults = doc.faults_at(&said, true).into_iter();
        faults
            .map(|one| super::faults::line(doc, one))
            .collect_view()
    };
    let input = match &field.shape {
        Shape::Choice { options } => {
            let english = desk.english.get_untracked();
            let all = options.iter().cloned();
            let all = all.map(|one| (one.value, if english { one.en } else { one.zh }));
            choose(doc, &path, &id, &label, all.collect())
        }
        Shape::Reference { kind } => {
            let kind = kind.clone();
            let all = Memo::new(move |_| desk.named(&kind));
            let (path, id, label) = (path.clone(), id.clone(), label.clone());
            (move || choose(doc, &path, &id, &label, all.get())).into_any()
        }
        Shape::Flag => {
            let (at, to) = (path.clone(), path.clone());
            view! {
                <input type="checkbox" id=id aria-label=label
                    prop:checked=move || doc.read(|value| at.get(value) == Some(&Value::Bool(true)))
                    on:change=move |event| doc.put(&to, event_target_checked(&event).then_some(Value::Bool(true)))/>
            }
            .into_any()
        }
        shape => {
            let leaf = Leaf {
                doc,
                path: path.clone(),
                codec: match shape {
                    Shape::Number => Codec::Number,
                    Shape::Text => Codec::Words(Tongue::Zh),
                    _ => Codec::Line,
                },
                id,
                label: Some(label),
                hint: String::new(),
                kind: "text",
            };
            view! { <Line leaf/> }.into_any()
        }
    };
    view! {
        <td
            class="cell"
            class:cell--number=field.shape == Shape::Number
            class:cell--fault=move || doc.faults_at(&faulty, true).iter().any(super::api::Fault::blocks)
            data-cell=place
        >
            {input}
            {below}
        </td>
    }
    .into_any()
}

fn choose(doc: Doc, path: &Path, id: &str, label: &str, all: Vec<(String, String)>) -> AnyView {
    let (at, to) = (path.clone(), path.clone());
    let now = move || doc.read(|value| desk::text::line(at.get(value)));
    let all = StoredValue::new(all);
    view! {
        <select class="input" id=id.to_owned() aria-label=label.to_owned()
            on:change=move |event| doc.put(&to, desk::text::from_line(&event_target_value(&event)))>
            {move || {
                let now = now();
                let mut all = all.get_value();
                if !now.is_empty() && !all.iter().any(|(value, _)| *value == now) {
                    all.push((now.clone(), now.clone()));
                }
                all.insert(0, (String::new(), String::new()));
                all.into_iter().map(|(value, name)| {
                    let chosen = value == now;
                    view! { <option value=value selected=chosen prop:selected=chosen>{name}</option> }
                }).collect_view()
            }}
        </select>
    }
    .into_any()
}

/// The cell in which something happens.
fn cell_of(event: &web_sys::Event) -> Option<(usize, usize)> {
    let element = event.target()?.dyn_into::<HtmlElement>().ok()?;
    let place = element
        .closest("[data-cell]")
        .ok()??
        .get_attribute("data-cell")?;
    let (row, column) = place.split_once(' ')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

fn focus(event: &web_sys::Event, row: usize, column: usize) -> Option<()> {
    let table = event.current_target()?.dyn_into::<HtmlElement>().ok()?;
    let cell = format!("[data-cell='{row} {column}'] :is(input, select)");
    let field = table
        .query_selector(&cell)
        .ok()??
        .dyn_into::<HtmlElement>()
        .ok()?;
    field.focus().ok()?;
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
    Some(())
}

/// Moves about by keyboard, and copies from above.
fn walk(doc: Doc, list: &Path, columns: &[FieldForm], event: &KeyboardEvent) {
    if composes(event) {
        return;
    }
    let Some((row, column)) = cell_of(event) else {
        return;
    };
    let target = event.target();
    let input = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    // Inside a text the arrows move in the text, and leave it at its ends.
    let caret = input
        .as_ref()
        .and_then(|input| input.selection_start().ok().flatten());
    let length = input
        .as_ref()
        .map_or(0, |input| input.value().encode_utf16().count());
    let at_start = caret.is_none_or(|at| at == 0);
    let at_end = caret.is_none_or(|at| at as usize >= length);
    let is_select = input.is_none();
    let to = match event.key().as_str() {
        "Enter" if !is_select => Some((row + 1, column)),
        "ArrowDown" if !is_select => Some((row + 1, column)),
        "ArrowUp" if !is_select => row.checked_sub(1).map(|row| (row, column)),
        "ArrowLeft" if at_start => column.checked_sub(1).map(|column| (row, column)),
        "ArrowRight" if at_end => Some((row, column + 1)),
        "d" | "D" if commands(event) => {
            event.prevent_default();
            let (Some(field), Some(above)) = (columns.get(column), row.checked_sub(1)) else {
                return;
            };
            let above = list.index(above).field(&field.key);
            let here = list.index(row).field(&field.key);
            doc.step(|value| {
                let copied = above.get(value).cloned();
                here.set(value, copied);
            });
            return;
        }
        "Escape" => {
            doc.undo();
            return;
        }
        _ => None,
    };
    if let Some((row, column)) = to {
        event.prevent_default();
        // At the edge it stays where it is.
        focus(event, row, column);
    }
}
