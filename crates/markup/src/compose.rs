//! How `markup!` puts an element together.

use std::marker::PhantomData;

use super::attribute::Attribute;
use super::binding::{EventDescriptor, JsValue, Property};
use super::content::IntoContent;
use super::kind::Reactive;
use super::node::ElementData;

impl ElementData {
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

    /// Makes room for so many attributes and children: taking it bit by bit is
    /// what takes the time where pages are written by the thousand.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn room(&mut self, attributes: usize, children: usize) {
        self.attributes.reserve_exact(attributes);
        self.children.reserve_exact(children);
    }
}
