//! What an element is made of, whatever its kind.

use std::marker::PhantomData;

use super::binding::{EventDescriptor, JsValue, Property};
use super::content::Node;
#[cfg(not(target_arch = "wasm32"))]
use super::prerendered::Prerendered;
use super::{Attribute, IntoContent, Reactive, Value};

/// What an element is made of, whatever its kind. `markup!` puts it together:
/// every part tells of which kind it is.
pub struct ElementData {
    pub(super) name: &'static str,
    pub(super) attributes: Vec<(&'static str, Value)>,
    pub(super) children: Vec<Node>,
    /// Listeners and properties: what only a browser has.
    #[cfg(target_arch = "wasm32")]
    pub(super) bindings: Vec<super::binding::Binding>,
    /// Whether hydration has to look into it.
    pub(super) reactive: bool,
    /// What draws it when it is needed; then the rest is empty.
    draw: Option<Draw>,
    /// What it is, when it has been written before; then the rest is empty.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) prerendered: Option<Prerendered>,
}

type Draw = Box<dyn FnOnce() -> ElementData + Send>;

impl ElementData {
    pub(super) const fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
            #[cfg(target_arch = "wasm32")]
            bindings: Vec::new(),
            reactive: false,
            draw: None,
            #[cfg(not(target_arch = "wasm32"))]
            prerendered: None,
        }
    }

    pub(super) fn lazy(draw: Draw) -> Self {
        Self {
            draw: Some(draw),
            ..Self::new("")
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn prerendered(html: Prerendered) -> Self {
        Self {
            prerendered: Some(html),
            ..Self::new("")
        }
    }

    /// Itself, drawn.
    pub(super) fn drawn(mut self) -> Self {
        match self.draw.take() {
            Some(draw) => draw().drawn(),
            None => self,
        }
    }

    /// Adds an attribute, if there is a value for it.
    pub fn set<A: Attribute>(&mut self, name: &'static str, value: A) -> PhantomData<A::Kind> {
        self.set_value(name, value.value());
        PhantomData
    }

    /// Adds something at the end: an element, text, several of them, or none.
    pub fn push<C: IntoContent>(&mut self, child: C) -> PhantomData<C::Kind> {
        self.push_node(child.into().node);
        PhantomData
    }

    /// Listens to an event: in the browser.
    pub fn on<E>(
        &mut self,
        event: E,
        handler: impl FnMut(E::EventType) + 'static,
    ) -> PhantomData<Reactive>
    where
        E: EventDescriptor<EventType: From<JsValue> + 'static> + Send + 'static,
    {
        self.listen(event, handler);
        PhantomData
    }

    /// Sets a property, and again whenever a signal in it changes: in the
    /// browser.
    pub fn prop(&mut self, name: &'static str, value: impl Property) -> PhantomData<Reactive> {
        self.bind_property(name, value);
        PhantomData
    }

    // Not inlined, and not generic: pages call them hundreds of times.
    #[inline(never)]
    pub(super) fn set_value(&mut self, name: &'static str, value: Option<Value>) {
        if let Some(value) = value {
            self.attributes.push((name, value));
        }
    }

    #[inline(never)]
    fn push_node(&mut self, child: Node) {
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

/// What a fragment is made of.
pub struct FragmentData<'a>(pub(super) &'a mut Node);

impl FragmentData<'_> {
    /// Adds something at the end.
    pub fn push<C: IntoContent>(&mut self, child: C) -> PhantomData<C::Kind> {
        self.push_node(child.into().node);
        PhantomData
    }

    #[inline(never)]
    fn push_node(&mut self, child: Node) {
        if let Node::Many(contents) = self.0 {
            contents.push(child);
        }
    }

    /// Makes room for so many.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn room(&mut self, _attributes: usize, children: usize) {
        if let Node::Many(contents) = self.0 {
            contents.reserve_exact(children);
        }
    }
}
