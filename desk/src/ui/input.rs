//! A field that takes text. Plain inputs: the browser's undo, dictation and input methods
//! work in them as anywhere.

use desk::path::Path;
use desk::text::{Tongue, from_line, from_number, line, said, saying, saying_paragraphs};
use leptos::html;
use leptos::prelude::*;
use serde_json::Value;
use web_sys::KeyboardEvent;

use super::browser::{composes, fit};
use super::doc::Doc;

/// How a value and the text in its field become each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// A line.
    Line,
    /// A number.
    Number,
    /// Words in a language.
    Words(Tongue),
    /// Paragraphs in a language.
    Paragraphs(Tongue),
}

impl Codec {
    /// The text of a value.
    pub fn shown(self, value: Option<&Value>) -> String {
        match self {
            Self::Line | Self::Number => line(value),
            Self::Words(tongue) | Self::Paragraphs(tongue) => said(value, tongue),
        }
    }

    /// The value of a text; none when nothing stands there.
    pub fn kept(self, before: Option<&Value>, text: &str) -> Option<Value> {
        match self {
            Self::Line => from_line(text),
            Self::Number => from_number(text),
            Self::Words(tongue) => saying(before, tongue, text),
            Self::Paragraphs(tongue) => saying_paragraphs(before, tongue, text),
        }
    }

    fn tongue(self) -> Option<Tongue> {
        match self {
            Self::Words(tongue) | Self::Paragraphs(tongue) => Some(tongue),
            Self::Line | Self::Number => None,
        }
    }
}

/// A text field of a record: what it is of, and how it is named.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The record.
    pub doc: Doc,
    /// The value.
    pub path: Path,
    /// How it is written.
    pub codec: Codec,
    /// The id of the field's element.
    pub id: String,
    /// What it is called, where no label stands beside it.
    pub label: Option<String>,
    /// What stands in it while it is empty.
    pub hint: String,
    /// The kind of input: `text`, `tel`, `url`, `email`.
    pub kind: &'static str,
}

impl Leaf {
    /// Takes what was typed.
    fn take(&self, text: &str) {
        let new = self
            .doc
            .value
            .with_untracked(|value| self.codec.kept(self.path.get(value), text));
        self.doc.put(&self.path, new);
    }

    /// Puts words in the place of others.
    pub fn replace(&self, words: &str, others: &str) {
        let text = self
            .doc
            .value
            .with_untracked(|value| self.codec.shown(self.path.get(value)));
        self.take(&text.replace(words, others));
    }

    /// Whether a text in the field stands for what the record has.
    fn stands_for(&self, text: &str) -> bool {
        self.doc.value.with_untracked(|value| {
            let now = self.path.get(value);
            self.codec.kept(now, text).as_ref() == now
        })
    }

    /// Whether something is wrong here that may be said.
    fn is_faulty(&self) -> bool {
        let fresh = self
            .doc
            .fresh
            .with(|fresh| fresh.as_deref() == Some(&*self.id));
        !fresh && self.faults_here().iter().any(|fault| fault.blocks())
    }

    fn faults_here(&self) -> Vec<super::api::Fault> {
        let mut all = match self.codec.tongue() {
            Some(tongue) => self.doc.faults_at(&self.path.field(tongue.tag()), true),
            None => Vec::new(),
        };
        if self.codec.tongue() != Some(Tongue::En) {
            let own = self.doc.faults_at(&self.path, false);
            all.extend(own.into_iter().filter(|one| one.path() == self.path));
        }
        all
    }

    fn describes(&self) -> String {
        format!("{}-faults", self.id)
    }

    /// Its lines of text, for assistive technology and everybody else.
    pub fn said_below(&self) -> impl IntoView + use<> {
        let leaf = self.clone();
        let id = self.describes();
        view! {
            <div id=id>
                {move || {
                    let fresh = leaf.doc.fresh.with(|fresh| fresh.as_deref() == Some(&*leaf.id));
                    let faults = if fresh { Vec::new() } else { leaf.faults_here() };
                    faults.into_iter().map(|one| super::faults::line(leaf.doc, one)).collect_view()
                }}
            </div>
        }
    }
}

macro_rules! text_field {
    ($leaf:ident, $node:ident) => {{
        let shown = Memo::new({
            let leaf = $leaf.clone();
            move |_| {
                leaf.doc
                    .read(|value| leaf.codec.shown(leaf.path.get(value)))
            }
        });
        Effect::new({
            let leaf = $leaf.clone();
            move |_| {
                let text = shown.get();
                let Some(element) = $node.get() else {
                    return;
                };
                // Never while somebody composes, and never what only looks otherwise: the
                // caret stays where it is.
                let now = element.value();
                let idle = !leaf.doc.composing.get_untracked();
                if idle && now != text && !leaf.stands_for(&now) {
                    element.set_value(&text);
                }
            }
        });
        shown
    }};
}

/// A field of one line.
#[component]
pub fn Line(leaf: Leaf) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    text_field!(leaf, node);
    let text = leaf
        .doc
        .value
        .with_untracked(|value| leaf.codec.shown(leaf.path.get(value)));
    let (faulty, faulty_too) = (leaf.clone(), leaf.clone());
    let lang = leaf.codec.tongue().map(Tongue::tag);
    let mode = match (leaf.codec, leaf.kind) {
        (Codec::Number, _) => "decimal",
        (_, kind) => kind,
    };
    view! {
        <input
            node_ref=node
            class="input"
            class:input--fault=move || faulty.is_faulty()
            id=leaf.id.clone()
            type=leaf.kind
            inputmode=mode
            lang=lang
            autocomplete="off"
            value=text
            placeholder=leaf.hint.clone()
            aria-label=leaf.label.clone()
            aria-describedby=leaf.describes()
            aria-invalid=move || faulty_too.is_faulty().then_some("true")
            on:keydown=move |event: KeyboardEvent| {
                // The Enter that ends a composition, or any other, sends no form.
                if event.key() == "Enter" && !composes(&event) {
                    event.prevent_default();
                }
            }
            {..hearing(&leaf, move || node.get().map(|input| input.value()))}
        />
    }
}

/// A field of several lines, as high as what stands in it.
#[component]
pub fn Area(
    leaf: Leaf,
    /// Made larger for whole articles.
    #[prop(optional)]
    class: &'static str,
    /// The element, for tools.
    #[prop(optional)]
    node: Option<NodeRef<html::Textarea>>,
) -> impl IntoView {
    let node = node.unwrap_or_default();
    let shown = text_field!(leaf, node);
    Effect::new(move |_| {
        shown.track();
        if let Some(area) = node.get() {
            fit(&area);
        }
    });
    let text = leaf
        .doc
        .value
        .with_untracked(|value| leaf.codec.shown(leaf.path.get(value)));
    let (faulty, faulty_too) = (leaf.clone(), leaf.clone());
    let lang = leaf.codec.tongue().map(Tongue::tag);
    view! {
        <textarea
            node_ref=node
            class=format!("input input--area {class}")
            class:input--fault=move || faulty.is_faulty()
            id=leaf.id.clone()
            lang=lang
            rows="2"
            placeholder=leaf.hint.clone()
            aria-label=leaf.label.clone()
            aria-describedby=leaf.describes()
            aria-invalid=move || faulty_too.is_faulty().then_some("true")
            {..hearing(&leaf, move || node.get().map(|area| area.value()))}
        >
            {text}
        </textarea>
    }
}

/// What a text field listens to.
fn hearing(
    leaf: &Leaf,
    now: impl Fn() -> Option<String> + Copy + Send + Sync + 'static,
) -> Vec<leptos::attr::any_attribute::AnyAttribute> {
    use leptos::attr::any_attribute::IntoAnyAttribute;
    use leptos::ev;
    let doc = leaf.doc;
    let id = leaf.id.clone();
    let (typed, composed) = (leaf.clone(), leaf.clone());
    vec![
        ev::on(ev::input, move |event: web_sys::Event| {
            use wasm_bindgen::JsCast;
            let input = event.dyn_ref::<web_sys::InputEvent>();
            if doc.composing.get_untracked() || input.is_some_and(web_sys::InputEvent::is_composing)
            {
                return;
            }
            if let Some(text) = now() {
                typed.take(&text);
            }
        })
        .into_any_attr(),
        ev::on(ev::compositionstart, move |_| doc.composing.set(true)).into_any_attr(),
        ev::on(ev::compositionend, move |_| {
            doc.composing.set(false);
            if let Some(text) = now() {
                composed.take(&text);
            }
        })
        .into_any_attr(),
        ev::on(ev::focus, move |_| {
            let is_empty = now().is_some_and(|text| text.is_empty());
            doc.fresh.set(is_empty.then(|| id.clone()));
            doc.focus.set(Some(id.clone()));
        })
        .into_any_attr(),
        ev::on(ev::blur, move |_| {
            doc.composing.set(false);
            doc.fresh.set(None);
            doc.save();
        })
        .into_any_attr(),
    ]
}
