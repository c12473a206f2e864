//! Markup that does not change while it is on screen, and where it does.
//!
//! Most of a page is fixed: it is drawn from its document and replaced as a
//! whole when another document comes. In a `view!` every element is a type of
//! its own, and each type brings the code to build, hydrate and update it.
//! Markup is one type for every element: pages are data, drawn by one piece of
//! code. docs/decisions/markup.md has the figures, docs/markup.md what an author
//! must know.
//!
//! What changes while mounted is in the type: [`Markup<Reactive>`](Reactive). What
//! takes [`Markup`] takes only what is [`Fixed`].
//!
//! Hydration takes fixed markup over as it is and walks only to what is reactive,
//! so taking over a page costs next to nothing.

mod attribute;
mod binding;
mod build;
mod compose;
mod content;
mod dom;
mod erased_view;
mod hydrate;
mod kind;
mod morph;
mod node;
#[cfg(not(target_arch = "wasm32"))]
mod prerendered;
mod render;
mod syntax;
pub mod tags;
mod write;

use std::marker::PhantomData;

use binding::{EventDescriptor, JsValue};

pub use attribute::{Attribute, Value};
pub use binding::Property;
#[doc(hidden)]
pub use content::FragmentData;
pub use content::{Content, IntoContent};
pub use erased_view::{ErasedView, IntoErasedView};
#[doc(hidden)]
pub use kind::both;
pub use kind::{Fixed, Kind, Reactive};
/// The events that an element can listen to.
#[doc(hidden)]
pub use leptos::ev;
#[doc(hidden)]
pub use node::ElementData;
#[cfg(not(target_arch = "wasm32"))]
pub use prerendered::Prerendered;

use node::Node;

/// An element with everything in it. Written with [`markup!`].
#[must_use]
pub struct Markup<K: Kind = Fixed> {
    element: ElementData,
    kind: PhantomData<K>,
}

impl<K: Kind> Markup<K> {
    #[inline(always)]
    const fn of(element: ElementData) -> Self {
        Self {
            element,
            kind: PhantomData,
        }
    }

    /// Adds an attribute, if there is a value for it.
    pub fn set(&mut self, name: &'static str, value: impl Attribute<Kind = Fixed>) {
        self.element.set_value(name, value.value());
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn data(&mut self) -> &mut ElementData {
        &mut self.element
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn done(&mut self, _: PhantomData<K>) {
        if K::REACTIVE {
            self.element.reactive = true;
        }
    }
}

/// Fixed markup stands wherever reactive markup can.
impl From<Markup> for Markup<Reactive> {
    fn from(markup: Markup) -> Self {
        // Still nothing to look into.
        Self::of(markup.element)
    }
}

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
/// page already, taking it over costs nothing.
pub fn lazy(draw: impl FnOnce() -> Markup + Send + 'static) -> Markup {
    Markup::of(ElementData::lazy(Box::new(|| draw().element)))
}

/// An element that is drawn again whenever a signal read while drawing it
/// changes. Only what differs is touched, so that elements, and the focus in
/// them, stay; see `morph`.
///
/// For what changes as a whole, all the time and in many places, such as a
/// drawing or a table of figures: one piece of code does it all, where a
/// closure for every attribute would cost bytes and time.
///
/// It is marked with `translate="no"`, unless it says otherwise: a translator
/// would wrap texts that are exchanged a moment later. What is drawn moves even
/// where one does.
///
/// What it draws must be fixed: what is drawn again cannot keep a listener or a
/// view from one time to the next. Those stand around it:
///
/// ```
/// # use leptos::prelude::{Get, RwSignal};
/// # use markup::{Markup, Reactive, markup, reactive};
/// fn button(count: RwSignal<i32>) -> Markup<Reactive> {
///     let text = reactive(move || markup! { <b>{count.get().to_string()}</b> });
///     markup! { <button on:click={|_| ()}>{text}</button> }
/// }
/// ```
///
/// What is not fixed does not compile:
///
/// ```compile_fail,E0308
/// # use leptos::prelude::{Get, RwSignal};
/// # use markup::{Content, Reactive, markup, reactive};
/// fn button(count: RwSignal<i32>) -> Content<Reactive> {
///     reactive(move || markup! { <button on:click={|_| ()}>{count.get().to_string()}</button> })
/// }
/// ```
pub fn reactive(draw: impl Fn() -> Markup + Send + 'static) -> Content<Reactive> {
    Node::Reactive(Box::new(move || draw().element)).of_kind()
}

/// Text that changes while it is on screen, in an element of its own: were it a
/// bare text, a translator would put another in its place.
pub fn reactive_text(text: impl Fn() -> String + Send + 'static) -> Content<Reactive> {
    reactive(move || markup! { <span>{text()}</span> })
}

impl Markup<Reactive> {
    /// Listens to an event: in the browser.
    pub fn on<E>(&mut self, event: E, handler: impl FnMut(E::EventType) + 'static)
    where
        E: EventDescriptor<EventType: From<JsValue> + 'static> + Send + 'static,
    {
        let _ = self.element.on(event, handler);
    }

    /// Does something with the element once there is one: in the browser. What it
    /// registers with `on_cleanup` is cleaned up with the element.
    pub fn mounted(&mut self, then: impl Fn(&leptos::web_sys::Element) + Send + 'static) {
        self.element.on_mounted(then);
    }
}
