//! What only a browser's element has: listeners and properties.

use leptos::tachys::html::event::EventDescriptor;
use leptos::wasm_bindgen::JsValue;

use super::Markup;

/// Binds an element, once it is there with all that is in it.
#[cfg(target_arch = "wasm32")]
pub(super) type Binding =
    Box<dyn FnOnce(&leptos::web_sys::Element) -> super::dom::LiveState + Send>;

/// What can be the value of a property.
pub trait Property: Send + 'static {
    /// The value; `None` leaves the property alone.
    fn get(&self) -> Option<JsValue>;
}

impl Property for &'static str {
    fn get(&self) -> Option<JsValue> {
        Some(JsValue::from_str(self))
    }
}

impl Property for String {
    fn get(&self) -> Option<JsValue> {
        Some(JsValue::from_str(self))
    }
}

impl Property for bool {
    fn get(&self) -> Option<JsValue> {
        Some(JsValue::from_bool(*self))
    }
}

impl<P: Property> Property for Option<P> {
    fn get(&self) -> Option<JsValue> {
        self.as_ref().and_then(Property::get)
    }
}

/// Follows signals.
impl<P: Property, F: Fn() -> P + Send + 'static> Property for F {
    fn get(&self) -> Option<JsValue> {
        self().get()
    }
}

#[cfg(target_arch = "wasm32")]
impl Markup {
    /// Listens to an event.
    pub fn on<E>(&mut self, event: E, handler: impl FnMut(E::EventType) + 'static)
    where
        E: EventDescriptor<EventType: From<JsValue> + 'static> + Send + 'static,
    {
        use super::dom::LiveState;

        let listener = leptos::tachys::html::event::on(event, handler);
        self.bind(Box::new(move |element| {
            LiveState::Listener(listener.attach(element))
        }));
    }

    /// Sets a property, and again whenever a signal in it changes.
    pub fn prop(&mut self, name: &'static str, value: impl Property) {
        self.bind_property(name, Box::new(value));
    }

    #[inline(never)]
    fn bind_property(&mut self, name: &'static str, value: Box<dyn Property>) {
        use leptos::prelude::RenderEffect;
        use leptos::tachys::renderer::Rndr;

        use super::dom::LiveState;

        self.bind(Box::new(move |element| {
            let element = element.clone();
            LiveState::Effect(RenderEffect::new(move |_| {
                if let Some(value) = value.get() {
                    Rndr::set_property(&element, name, &value);
                }
            }))
        }));
    }

    /// Does something with the element once there is one. What it registers with
    /// `on_cleanup` is cleaned up with the element.
    pub fn mounted(&mut self, then: impl Fn(&leptos::web_sys::Element) + Send + 'static) {
        use leptos::prelude::{RenderEffect, untrack};

        use super::dom::LiveState;

        self.bind(Box::new(move |element| {
            let element = element.clone();
            LiveState::Effect(RenderEffect::new(move |_| untrack(|| then(&element))))
        }));
    }

    fn bind(&mut self, binding: Binding) {
        self.bindings.push(binding);
    }

    /// Whether there is a listener or a property.
    pub(super) fn is_bound(&self) -> bool {
        !self.bindings.is_empty()
    }
}

/// None of them is written into HTML.
#[cfg(not(target_arch = "wasm32"))]
impl Markup {
    /// Listens to an event: in the browser.
    pub fn on<E>(&mut self, _event: E, _handler: impl FnMut(E::EventType) + 'static)
    where
        E: EventDescriptor<EventType: From<JsValue> + 'static> + Send + 'static,
    {
    }

    /// Sets a property: in the browser.
    pub fn prop(&mut self, _name: &'static str, _value: impl Property) {}

    /// Does something with the element: in the browser.
    pub fn mounted(&mut self, _then: impl Fn(&leptos::web_sys::Element) + Send + 'static) {}

    /// Whether there is a listener or a property.
    pub(super) fn is_bound(&self) -> bool {
        false
    }
}
