//! A field of a form, by its shape: whatever the bundle can hold can be written here.

mod chips;
mod flag;
mod group;
mod label;
mod line;
mod list;
mod references;
mod row;
mod select;
mod strings;
mod words;

use desk::form::{FieldForm, Part, Shape};
use desk::path::Path;
use leptos::prelude::*;

use super::doc::Doc;
use super::grid::Grid;
use super::state::use_desk;
use chips::chips;
use flag::flag;
use group::group;
use label::titled;
use line::line;
use list::list;
use references::references;
use select::{choice, reference};
use words::words;

/// Types whose lists are tables.
const TABLES: [&str; 4] = ["Point", "Capacity", "PresetValue", "FormerValue"];

/// The fields of a type, at a way of a record; what is seldom needed is folded.
pub fn fields(doc: Doc, of: &str, path: &Path, part: Option<Part>) -> AnyView {
    let desk = use_desk();
    let all = desk.forms.with_untracked(|forms| forms.fields(of));
    let is_root = path.steps().is_empty();
    // A record is never called otherwise once it is there.
    let all: Vec<FieldForm> = all
        .into_iter()
        .filter(|field| !(is_root && field.key == "id"))
        .collect();
    let of_part = |wanted: Part| {
        let these = all.iter().filter(|field| field.part() == wanted);
        these
            .map(|field| field_of(doc, field.clone(), path.field(&field.key)))
            .collect::<Vec<_>>()
    };
    match part {
        Some(part) => of_part(part).into_any(),
        None => {
            let (words, facts, rare) = (
                of_part(Part::Words),
                of_part(Part::Facts),
                of_part(Part::Rare),
            );
            let has_rare = !rare.is_empty();
            view! {
                {words}
                {facts}
                {has_rare.then(|| view! {
                    <details class="rare">
                        <summary>{move || desk.words().rare}</summary>
                        <div class="fields">{rare}</div>
                    </details>
                })}
            }
            .into_any()
        }
    }
}

/// One field, with its title, what to write, what is wrong.
pub fn field_of(doc: Doc, field: FieldForm, path: Path) -> AnyView {
    match field.shape.clone() {
        Shape::Text | Shape::Markdown => words(doc, field, path),
        Shape::Line { .. } | Shape::Number => line(doc, field, path),
        Shape::Flag => flag(doc, field, path),
        Shape::Choice { options } => choice(doc, field, path, options),
        Shape::Reference { kind } => reference(doc, field, path, kind),
        Shape::Group { of } => group(doc, field, path, of),
        Shape::List { of } => match *of {
            Shape::Choice { options } => chips(doc, field, path, options),
            Shape::Reference { kind } => references(doc, field, path, kind),
            Shape::Group { of } if TABLES.contains(&&*of) => {
                let title = titled(&field, None);
                view! {
                    <section class="block">
                        <header class="block__head">
                            {title}
                            <p class="small">{move || use_desk().words().paste_cells}</p>
                        </header>
                        <Grid doc path of/>
                    </section>
                }
                .into_any()
            }
            of => list(doc, field, path, of),
        },
    }
}
