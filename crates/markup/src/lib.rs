//! Markup that does not change while it is on screen.
//!
//! Most of a page is fixed: it is drawn from its document and replaced as a
//! whole when another document comes. In a `view!` every element is a type of
//! its own, and each type brings the code to build, hydrate and update it;
//! with all pages written so, the app weighed 342 kB after brotli. Markup is
//! one type for every element: pages are data, drawn by one piece of code.
//! What does change while mounted (a switch, a search box) stays a `view!` and
//! is put in as [`Content::Live`].
//!
//! Hydration takes fixed markup over as it is and walks only to what is live,
//! so taking over a page costs next to nothing.

mod attribute;
mod binding;
mod content;
mod dom;
mod hydrate;
mod morph;
mod piece;
mod render;
mod syntax;
pub mod tags;
mod write;
#[cfg(not(target_arch = "wasm32"))]
mod written;

pub use attribute::{Attribute, Live, Value};
pub use binding::Property;
pub use content::Content;
/// The events that an element can listen to.
#[doc(hidden)]
pub use leptos::ev;
pub use piece::{IntoPiece, Piece};
#[cfg(not(target_arch = "wasm32"))]
pub use written::Written;

/// An element with everything in it. Written with [`markup!`].
#[must_use]
pub struct Markup {
    name: &'static str,
    attributes: Vec<(&'static str, Value)>,
    children: Vec<Content>,
    /// Listeners and properties: what only a browser has.
    #[cfg(target_arch = "wasm32")]
    bindings: Vec<binding::Binding>,
    /// What draws it when it is needed; then the rest is empty.
    draw: Option<Draw>,
    /// What it is, when it has been written before; then the rest is empty.
    #[cfg(not(target_arch = "wasm32"))]
    written: Option<Written>,
}

type Draw = Box<dyn FnOnce() -> Markup + Send>;

/// How many of the words are this one.
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub const fn count(words: &[&str], word: &str) -> usize {
    let (mut count, mut at) = (0, 0);
    while at < words.len() {
        // The words that are counted differ in length.
        count += (words[at].len() == word.len()) as usize;
        at += 1;
    }
    count
}

/// Markup that is drawn only when it is written or built. Where it is in the
/// page already, taking it over costs nothing: it must have nothing live in it.
pub fn later(draw: impl FnOnce() -> Markup + Send + 'static) -> Markup {
    Markup {
        draw: Some(Box::new(draw)),
        ..Markup::new("")
    }
}

/// An element that is drawn again whenever a signal read while drawing it
/// changes. Only what differs is touched, so that elements, and the focus in
/// them, stay; see `morph`. There must be nothing live in it.
///
/// For what changes as a whole, all the time and in many places, such as a
/// drawing or a table of figures: one piece of code does it all, where a
/// closure for every attribute would cost bytes and time.
///
/// It is marked with `translate="no"`, unless it says otherwise: a translator
/// would wrap texts that are exchanged a moment later. What is drawn moves even
/// where one does.
pub fn living(draw: impl Fn() -> Markup + Send + 'static) -> Content {
    Content::Living(Box::new(draw))
}

/// Text that changes while it is on screen, in an element of its own: were it a
/// bare text, a translator would put another in its place.
pub fn changing(text: impl Fn() -> String + Send + 'static) -> Content {
    living(move || markup! { <span>{text()}</span> })
}

/// What is drawn again, as it is now; marked for translators.
// Not generic: it is drawn in several places.
fn redrawn(draw: &(dyn Fn() -> Markup + Send)) -> Markup {
    const MARK: &str = "translate";
    let mut markup = draw().drawn();
    // A drawing has no such attribute: the element around it says so.
    let says = markup.name == "svg" || markup.attributes.iter().any(|(name, _)| *name == MARK);
    if !says {
        markup.set(MARK, "no");
    }
    markup
}

impl Markup {
    /// Whether there is something live on it or in it.
    fn is_live(&self) -> bool {
        self.attributes
            .iter()
            .any(|(_, value)| matches!(value, Value::Live(_)))
            || self.is_bound()
            || self.children.iter().any(Content::is_live)
    }

    /// Itself, drawn.
    fn drawn(mut self) -> Self {
        match self.draw.take() {
            Some(draw) => draw().drawn(),
            None => self,
        }
    }

    const fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
            #[cfg(target_arch = "wasm32")]
            bindings: Vec::new(),
            draw: None,
            #[cfg(not(target_arch = "wasm32"))]
            written: None,
        }
    }

    /// Adds an attribute, if there is a value for it.
    pub fn set(&mut self, name: &'static str, value: impl Attribute) {
        self.set_value(name, value.value());
    }

    /// Adds something at the end: an element, text, several of them, or none.
    pub fn push(&mut self, child: impl Into<Content>) {
        self.push_content(child.into());
    }

    // Not inlined, and not generic: pages call them hundreds of times.
    #[inline(never)]
    fn set_value(&mut self, name: &'static str, value: Option<Value>) {
        if let Some(value) = value {
            self.attributes.push((name, value));
        }
    }

    #[inline(never)]
    fn push_content(&mut self, child: Content) {
        self.children.push(child);
    }

    /// Makes room for so many attributes and children: taking it bit by bit is
    /// what takes the time where pages are written by the thousand.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn room(&mut self, attributes: usize, children: usize) {
        self.attributes.reserve_exact(attributes);
        self.children.reserve_exact(children);
    }
}
