//! A field of a form, by its shape: whatever the bundle can hold can be written here.

use desk::form::{Choice, FieldForm, Part, Shape};
use desk::path::Path;
use desk::text::Tongue;
use desk::words::fill;
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;

use super::clashes::Clashes;
use super::doc::{Doc, field_id};
use super::grid::Grid;
use super::input::{Area, Codec, Leaf, Line};
use super::state::use_desk;
use super::tools::Markdown;

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

/// The title of a field, before it.
fn titled(field: &FieldForm, for_id: Option<String>) -> AnyView {
    let desk = use_desk();
    let (zh, en, required) = (field.zh.clone(), field.en.clone(), field.required);
    let title = move || match desk.english.get() {
        true => en.clone(),
        false => zh.clone(),
    };
    let must = move || {
        required.then(|| view! { <span class="field__must">{desk.words().required}</span> })
    };
    match for_id {
        Some(id) => view! { <label class="field__name" for=id>{title}{must}</label> }.into_any(),
        None => view! { <h2 class="field__name">{title}{must}</h2> }.into_any(),
    }
}

/// What to write.
fn about(field: &FieldForm) -> AnyView {
    let desk = use_desk();
    let text = plain(&field.about);
    // The guide speaks Chinese: in English the title says enough.
    view! {
        <Show when=move || !desk.english.get()>
            <p class="field__note">{text.clone()}</p>
        </Show>
    }
    .into_any()
}

/// Words about files and ids are for who writes JSON.
fn plain(about: &str) -> String {
    let technical = [
        ".json", "编号", "true", "写成 {", "unit", "note ", "unstated",
    ];
    let sentences = about.split_inclusive(['。', '；']);
    let kept = sentences.filter(|one| !technical.iter().any(|word| one.contains(word)));
    kept.collect::<String>().trim_end_matches('；').to_owned()
}

/// An example of a line, for an empty field.
fn hint(field: &FieldForm) -> String {
    let desk = use_desk();
    let example = match &field.example {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return String::new(),
    };
    format!("{}{example}", desk.words_now().example)
}

fn words(doc: Doc, field: FieldForm, path: Path) -> AnyView {
    let is_body = field.shape == Shape::Markdown;
    let long = field.is_long();
    let one = |tongue: Tongue| {
        let codec = match is_body {
            true => Codec::Paragraphs(tongue),
            false => Codec::Words(tongue),
        };
        let id = match tongue {
            Tongue::Zh => field_id(&path),
            Tongue::En => field_id(&path.field(tongue.tag())),
        };
        let label = match tongue {
            Tongue::Zh => None,
            Tongue::En => Some(format!("{} English", field.zh)),
        };
        let leaf = Leaf {
            doc,
            path: path.clone(),
            codec,
            id,
            label,
            hint: match tongue {
                Tongue::Zh => String::new(),
                Tongue::En => "English".to_owned(),
            },
            kind: "text",
        };
        let below = leaf.said_below();
        let input = match (is_body, long) {
            (true, _) => view! { <Markdown leaf/> }.into_any(),
            (false, true) => view! { <Area leaf/> }.into_any(),
            (false, false) => view! { <Line leaf/> }.into_any(),
        };
        view! { <div class="field__in">{input}{below}</div> }
    };
    let title = titled(&field, Some(field_id(&path)));
    let about = about(&field);
    let class = match (is_body, field.key.as_str()) {
        (true, _) => "field field--body",
        (false, "title" | "name" | "term" | "headline") => "field field--title",
        _ => "field",
    };
    view! {
        <div class=class>
            {title}
            {about}
            <div class="pair">{one(Tongue::Zh)}{one(Tongue::En)}</div>
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}

fn line(doc: Doc, field: FieldForm, path: Path) -> AnyView {
    let id = field_id(&path);
    let kind = match field.key.as_str() {
        "phone" => "tel",
        "email" => "email",
        "url" | "website" | "registrationUrl" => "url",
        _ => "text",
    };
    let leaf = Leaf {
        doc,
        path: path.clone(),
        codec: match field.shape {
            Shape::Number => Codec::Number,
            _ => Codec::Line,
        },
        id: id.clone(),
        label: None,
        hint: hint(&field),
        kind,
    };
    let below = leaf.said_below();
    view! {
        <div class="field">
            {titled(&field, Some(id))}
            <Line leaf/>
            {below}
            {about(&field)}
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}

fn flag(doc: Doc, field: FieldForm, path: Path) -> AnyView {
    let id = field_id(&path);
    let (to, at) = (path.clone(), path.clone());
    view! {
        <div class="field">
            <label class="check" for=id.clone()>
                <input
                    type="checkbox"
                    id=id.clone()
                    prop:checked=move || doc.read(|value| at.get(value) == Some(&Value::Bool(true)))
                    on:change=move |event| {
                        let yes = event_target_checked(&event);
                        doc.put(&to, yes.then_some(Value::Bool(true)));
                    }
                />
                {titled_inline(&field)}
            </label>
            {faults_below(doc, &path)}
            {about(&field)}
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}

fn titled_inline(field: &FieldForm) -> impl IntoView + use<> {
    let desk = use_desk();
    let (zh, en) = (field.zh.clone(), field.en.clone());
    view! {
        <span>{move || match desk.english.get() { true => en.clone(), false => zh.clone() }}</span>
    }
}

/// What is wrong at a field that is not written in.
fn faults_below(doc: Doc, path: &Path) -> AnyView {
    let id = format!("{}-faults", field_id(path));
    let path = path.clone();
    view! {
        <div id=id>
            {move || doc.faults_at(&path, false).into_iter().map(|one| super::faults::line(doc, one)).collect_view()}
        </div>
    }
    .into_any()
}

fn is_faulty(doc: Doc, path: &Path) -> bool {
    doc.faults_at(path, false)
        .iter()
        .any(super::api::Fault::blocks)
}

fn choice(doc: Doc, field: FieldForm, path: Path, options: Vec<Choice>) -> AnyView {
    let desk = use_desk();
    let options = options.into_iter().map(|one| (one.value, one.zh, one.en));
    let options: Vec<_> = options.collect();
    let named = move || {
        let english = desk.english.get();
        let all = options.iter().cloned();
        all.map(|(value, zh, en)| (value, if english { en } else { zh }))
            .collect()
    };
    select(doc, &field, path, named, None)
}

fn reference(doc: Doc, field: FieldForm, path: Path, kind: String) -> AnyView {
    let desk = use_desk();
    let of = kind.clone();
    let named = move || desk.named(&of);
    select(doc, &field, path, named, Some(kind))
}

/// A field of which one is chosen. What stands there and is none of them stays to be seen.
fn select(
    doc: Doc,
    field: &FieldForm,
    path: Path,
    named: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
    makes: Option<String>,
) -> AnyView {
    let desk = use_desk();
    let id = field_id(&path);
    let (at, to, faulty, faulty_too) = (path.clone(), path.clone(), path.clone(), path.clone());
    let now = Memo::new(move |_| doc.read(|value| desk::text::line(at.get(value))));
    // Only when a name has changed: somebody may have the list open.
    let options = Memo::new(move |_| named());
    let required = field.required;
    let is_source = makes.as_deref() == Some("source");
    view! {
        <div class="field">
            {titled(field, Some(id.clone()))}
            <select
                class="input"
                class:input--fault=move || is_faulty(doc, &faulty)
                id=id.clone()
                aria-describedby=format!("{id}-faults")
                aria-invalid=move || is_faulty(doc, &faulty_too).then_some("true")
                on:change=move |event| {
                    doc.put(&to, desk::text::from_line(&event_target_value(&event)));
                }
            >
                {move || {
                    let now = now.get();
                    let mut all = options.get();
                    if !now.is_empty() && !all.iter().any(|(value, _)| *value == now) {
                        all.push((now.clone(), now.clone()));
                    }
                    let words = desk.words();
                    let first = if required { words.choose } else { words.none };
                    all.insert(0, (String::new(), first.to_owned()));
                    all.into_iter().map(|(value, name)| {
                        let chosen = value == now;
                        view! { <option value=value selected=chosen prop:selected=chosen>{name}</option> }
                    }).collect_view()
                }}
            </select>
            {faults_below(doc, &path)}
            {is_source.then(|| view! {
                <p class="field__acts">
                    <a class="small" href="/desk/new/source" target="_blank">{move || desk.words().new_source}</a>
                </p>
            })}
            {about(field)}
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}

fn group(doc: Doc, field: FieldForm, path: Path, of: String) -> AnyView {
    let desk = use_desk();
    let at = path.clone();
    let there = Memo::new(move |_| doc.read(|value| at.get(value).is_some()));
    let (zh, en, required) = (field.zh.clone(), field.en.clone(), field.required);
    let name = move || match desk.english.get() {
        true => en.clone(),
        false => zh.clone(),
    };
    let inside = {
        let path = path.clone();
        move || fields(doc, &of, &path, None)
    };
    let (begin, end) = (path.clone(), path.clone());
    let (named, named_too) = (name.clone(), name.clone());
    view! {
        <fieldset class="group" id=field_id(&path) tabindex="-1">
            <legend class="group__name">{name}</legend>
            {about(&field)}
            {faults_below(doc, &path)}
            <Show
                when=move || there.get() || required
                fallback={
                    let (begin, named) = (begin.clone(), named.clone());
                    move || {
                        let (begin, named) = (begin.clone(), named.clone());
                        view! {
                            <button type="button" class="btn btn--small"
                                on:click=move |_| doc.step(|value| begin.set(value, Some(json!({}))))>
                                {move || fill(desk.words().add_group, &[&named()])}
                            </button>
                        }
                    }
                }
            >
                <div class="fields">{inside()}</div>
                {
                    let (end, named) = (end.clone(), named_too.clone());
                    (!required).then(move || view! {
                        <button type="button" class="btn btn--small btn--bare"
                            on:click=move |_| doc.step(|value| end.set(value, None))>
                            {move || fill(desk.words().remove_group, &[&named()])}
                        </button>
                    })
                }
            </Show>
            <Clashes doc path=path.clone() exact=true/>
        </fieldset>
    }
    .into_any()
}

fn length(doc: Doc, path: &Path) -> usize {
    doc.read(|value| {
        path.get(value)
            .and_then(Value::as_array)
            .map_or(0, Vec::len)
    })
}

/// Several of the same, one below the other, with buttons to move and take away.
fn list(doc: Doc, field: FieldForm, path: Path, of: Shape) -> AnyView {
    let desk = use_desk();
    let counted = path.clone();
    let count = Memo::new(move |_| length(doc, &counted));
    let (to, entry_of) = (path.clone(), of.clone());
    let fresh = move || match &entry_of {
        Shape::Group { .. } => json!({}),
        _ => json!(""),
    };
    let rows = path.clone();
    view! {
        <section class="block" id=field_id(&path) tabindex="-1">
            <header class="block__head">{titled(&field, None)}{about(&field)}</header>
            {faults_below(doc, &path)}
            <ol class="rows">
                <For each=move || 0..count.get() key=|index| *index let:index>
                    {row(doc, &rows, &of, index, count)}
                </For>
            </ol>
            <button type="button" class="btn btn--small" on:click=move |_| {
                let at = length(doc, &to);
                let new = fresh();
                doc.step(|value| to.index(at).set(value, Some(new)));
            }>"＋ "{move || desk.words().add_row}</button>
            <Clashes doc path=path.clone() exact=true/>
        </section>
    }
    .into_any()
}

fn row(doc: Doc, list: &Path, of: &Shape, index: usize, count: Memo<usize>) -> AnyView {
    let desk = use_desk();
    let path = list.index(index);
    let number = (index + 1).to_string();
    let inside = match of {
        Shape::Group { of } => {
            let inside = fields(doc, of, &path, None);
            view! { <div class="fields">{inside}</div> }.into_any()
        }
        Shape::Text => {
            let one = |tongue: Tongue| {
                let leaf = Leaf {
                    doc,
                    path: path.clone(),
                    codec: Codec::Words(tongue),
                    id: match tongue {
                        Tongue::Zh => field_id(&path),
                        Tongue::En => field_id(&path.field(tongue.tag())),
                    },
                    label: Some(format!(
                        "{number} {}",
                        match tongue {
                            Tongue::Zh => "中文",
                            Tongue::En => "English",
                        }
                    )),
                    hint: match tongue {
                        Tongue::Zh => String::new(),
                        Tongue::En => "English".to_owned(),
                    },
                    kind: "text",
                };
                let below = leaf.said_below();
                view! { <div class="field__in"><Area leaf/>{below}</div> }
            };
            view! { <div class="pair">{one(Tongue::Zh)}{one(Tongue::En)}</div> }.into_any()
        }
        _ => {
            let leaf = Leaf {
                doc,
                path: path.clone(),
                codec: Codec::Line,
                id: field_id(&path),
                label: Some(number.clone()),
                hint: String::new(),
                kind: "text",
            };
            let below = leaf.said_below();
            view! { <div class="field__in"><Line leaf/>{below}</div> }.into_any()
        }
    };
    let (up, off) = (list.clone(), path.clone());
    let (up_name, off_name) = (number.clone(), number);
    view! {
        <li class="row">
            {inside}
            <div class="row__acts">
                <Show when=move || { index > 0 && index < count.get() }>
                    <button type="button" class="btn btn--small btn--bare btn--icon"
                        aria-label={let name = up_name.clone(); move || fill(desk.words().move_up, &[&name])}
                        on:click={let up = up.clone(); move |_| doc.step(|value| swap(value, &up, index))}>"↑"</button>
                </Show>
                <button type="button" class="btn btn--small btn--bare btn--icon"
                    aria-label=move || fill(desk.words().remove_row, &[&off_name])
                    on:click=move |_| doc.step(|value| off.set(value, None))>"×"</button>
            </div>
        </li>
    }
    .into_any()
}

fn swap(value: &mut Value, list: &Path, index: usize) {
    if let Some(Value::Array(all)) = list.get(value) {
        let mut all = all.clone();
        if index > 0 && index < all.len() {
            all.swap(index, index - 1);
            list.set(value, Some(Value::Array(all)));
        }
    }
}

fn strings(doc: Doc, path: &Path) -> Vec<String> {
    doc.read(|value| {
        let list = path.get(value).and_then(Value::as_array);
        let words = list.into_iter().flatten().filter_map(Value::as_str);
        words.map(str::to_owned).collect()
    })
}

fn put_strings(doc: Doc, path: &Path, list: Vec<String>) {
    let new = (!list.is_empty()).then(|| list.into_iter().map(Value::String).collect());
    doc.put(path, new);
}

/// A few words of which any may be chosen: each a button that is down or up.
fn chips(doc: Doc, field: FieldForm, path: Path, options: Vec<Choice>) -> AnyView {
    let desk = use_desk();
    let order: Vec<String> = options.iter().map(|one| one.value.clone()).collect();
    let buttons = options.into_iter().map(|option| {
        let (down, press, at) = (path.clone(), path.clone(), option.value.clone());
        let (value, order) = (option.value.clone(), order.clone());
        let name = move || match desk.english.get() {
            true => option.en.clone(),
            false => option.zh.clone(),
        };
        view! {
            <button type="button" class="chip"
                aria-pressed=move || strings(doc, &down).contains(&at).to_string()
                on:click=move |_| {
                    let mut now = strings(doc, &press);
                    match now.iter().position(|one| *one == value) {
                        Some(at) => drop(now.remove(at)),
                        None => now.push(value.clone()),
                    }
                    // As the chain has them.
                    now.sort_by_key(|one| order.iter().position(|known| known == one));
                    put_strings(doc, &press, now);
                }
            >{name}</button>
        }
    });
    let buttons = buttons.collect_view();
    view! {
        <div class="field" role="group" id=field_id(&path) tabindex="-1">
            {titled(&field, None)}
            <div class="chips">{buttons}</div>
            {faults_below(doc, &path)}
            {about(&field)}
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}

/// Several records: those that are chosen, each with a button to leave it out, and a
/// choice of the others.
fn references(doc: Doc, field: FieldForm, path: Path, kind: String) -> AnyView {
    let desk = use_desk();
    let id = field_id(&path);
    let (at, to, all) = (path.clone(), path.clone(), path.clone());
    let (of, others) = (kind.clone(), kind);
    let chosen = Memo::new(move |_| strings(doc, &at));
    let options = Memo::new(move |_| desk.named(&others));
    view! {
        <div class="field">
            {titled(&field, Some(id.clone()))}
            <div class="tokens">
                {move || chosen.get().into_iter().map(|one| {
                    let (name, off) = (desk.called(&of, &one), all.clone());
                    let label = format!("× {name}");
                    view! {
                        <span class="token">
                            {name}
                            <button type="button" class="token__off" aria-label=label
                                on:click=move |_| {
                                    let mut now = strings(doc, &off);
                                    now.retain(|other| *other != one);
                                    put_strings(doc, &off, now);
                                }>"×"</button>
                        </span>
                    }
                }).collect_view()}
                <select class="tokens__more" id=id
                    on:change=move |event| {
                        let value = event_target_value(&event);
                        if value.is_empty() {
                            return;
                        }
                        let mut now = strings(doc, &to);
                        now.push(value);
                        put_strings(doc, &to, now);
                        if let Some(select) = event.target()
                            && let Ok(select) = select.dyn_into::<web_sys::HtmlSelectElement>()
                        {
                            select.set_selected_index(0);
                        }
                    }>
                    <option value="">"＋ "{move || desk.words().choose}</option>
                    {move || {
                        let chosen = chosen.get();
                        let rest = options.get().into_iter();
                        rest.filter(|(value, _)| !chosen.contains(value))
                            .map(|(value, name)| view! { <option value=value>{name}</option> })
                            .collect_view()
                    }}
                </select>
            </div>
            {faults_below(doc, &path)}
            {about(&field)}
            <Clashes doc path=path.clone()/>
        </div>
    }
    .into_any()
}
