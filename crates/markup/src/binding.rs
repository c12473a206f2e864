//! What only a browser's element has: listeners and properties.

#[cfg(target_arch = "wasm32")]
use leptos::prelude::RenderEffect;
pub(super) use leptos::tachys::html::event::EventDescriptor;
#[cfg(target_arch = "wasm32")]
use leptos::tachys::renderer::Rndr;
pub(super) use leptos::wasm_bindgen::JsValue;

use super::node::ElementData;
#[cfg(target_arch = "wasm32")]
use super::node::{Binding, ReactiveState};

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
impl ElementData {
    pub(super) fn listen<E>(&mut self, event: E, handler: impl FnMut(E::EventType) + 'static)
    where
        E: EventDescriptor<EventType: From<JsValue> + 'static> + Send + 'static,
    {
        // Boxed: what attaches it is one piece of code for each event, not for each handler.
        self.listen_boxed(event, Box::new(handler));
    }

    #[inline(never)]
    fn listen_boxed<E>(&mut self, event: E, handler: Box<dyn FnMut(E::EventType)>)
    where
        E: EventDescriptor<EventType: From<JsValue> + 'static> + Send + 'static,
    {
        let listener = leptos::tachys::html::event::on(event, handler);
        self.bind(Box::new(move |element| {
            ReactiveState::Listener(listener.attach(element))
        }));
    }

    pub(super) fn bind_property(&mut self, name: &'static str, value: impl Property) {
        self.bind_boxed(name, Box::new(value));
    }

    #[inline(never)]
    fn bind_boxed(&mut self, name: &'static str, value: Box<dyn Property>) {
        self.bind(Box::new(move |element| {
            let element = element.clone();
            ReactiveState::Effect(RenderEffect::new(move |_| {
                if let Some(value) = value.get() {
                    Rndr::set_property(&element, name, &value);
                }
            }))
        }));
    }

    /// Does something with the element once there is one. What it registers with
    /// `on_cleanup` is cleaned up with the element.
    pub(super) fn on_mounted(&mut self, then: impl Fn(&leptos::web_sys::Element) + Send + 'static) {
        use leptos::prelude::untrack;

        self.bind(Box::new(move |element| {
            let element = element.clone();
            ReactiveState::Effect(RenderEffect::new(move |_| untrack(|| then(&element))))
        }));
    }

    fn bind(&mut self, binding: Binding) {
        self.bindings.push(binding);
    }
}

/// None of them is written into HTML.
#[cfg(not(target_arch = "wasm32"))]
impl ElementData {
    pub(super) fn listen<E: EventDescriptor>(
        &mut self,
        _event: E,
        _handler: impl FnMut(E::EventType) + 'static,
    ) {
    }

    pub(super) fn bind_property(&mut self, _name: &'static str, _value: impl Property) {}

    pub(super) fn on_mounted(
        &mut self,
        _then: impl Fn(&leptos::web_sys::Element) + Send + 'static,
    ) {
    }
}
