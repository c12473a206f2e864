//! What markup is made of, whatever its kind: types that hold each other.

use std::borrow::Cow;

use leptos::prelude::RenderEffect;
#[cfg(target_arch = "wasm32")]
use leptos::web_sys::Element;

use super::attribute::Value;
use super::erased_view::{ErasedView, ErasedViewState};

/// What is inside an element.
pub(super) enum Node {
    /// An element.
    Element(ElementData),
    /// Text.
    Text(Cow<'static, str>),
    /// Several, in order; perhaps none.
    Many(Vec<Node>),
    /// A view that changes while mounted. Not in what is [`Fixed`](super::Fixed).
    View(ErasedView),
    /// An element that follows signals: [`reactive`](super::reactive). Not in what
    /// is [`Fixed`](super::Fixed).
    Reactive(Box<dyn Fn() -> ElementData + Send>),
}

/// What an element is made of. `markup!` puts it together: every part says of
/// which kind it is.
pub struct ElementData {
    pub(super) name: &'static str,
    pub(super) attributes: Vec<(&'static str, Value)>,
    pub(super) children: Vec<Node>,
    /// Listeners and properties: what only a browser has.
    #[cfg(target_arch = "wasm32")]
    pub(super) bindings: Vec<Binding>,
    /// Whether hydration has to look into it.
    pub(super) reactive: bool,
    /// What draws it when it is needed; then the rest is empty.
    draw: Option<Draw>,
    /// Its HTML, when it has been written before; then the rest is empty.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) prerendered: Option<std::sync::Arc<str>>,
}

type Draw = Box<dyn FnOnce() -> ElementData + Send>;

/// Binds an element, once it is there with all that is in it.
#[cfg(target_arch = "wasm32")]
pub(super) type Binding = Box<dyn FnOnce(&Element) -> ReactiveState + Send>;

/// What is reactive in markup, kept so that it stays so.
pub(super) enum ReactiveState {
    View(#[expect(dead_code, reason = "held, not read")] ErasedViewState),
    Effect(#[expect(dead_code, reason = "held, not read")] RenderEffect<()>),
    #[cfg(target_arch = "wasm32")]
    Listener(
        #[expect(dead_code, reason = "held, not read")]
        leptos::tachys::renderer::RemoveEventHandler<Element>,
    ),
    Element(#[expect(dead_code, reason = "held, not read")] RenderEffect<ElementData>),
}

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
    pub(super) fn prerendered(html: std::sync::Arc<str>) -> Self {
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
    // Not inlined, and not generic: pages call them hundreds of times.
    #[inline(never)]
    pub(super) fn set_value(&mut self, name: &'static str, value: Option<Value>) {
        if let Some(value) = value {
            self.attributes.push((name, value));
        }
    }

    #[inline(never)]
    pub(super) fn push_node(&mut self, child: Node) {
        self.children.push(child);
    }
}

/// What is drawn again, as it is now; marked for translators.
// Not generic: it is drawn in several places.
pub(super) fn redrawn(draw: &(dyn Fn() -> ElementData + Send)) -> ElementData {
    const MARK: &str = "translate";
    let mut element = draw().drawn();
    // A drawing has no such attribute: the element around it says so.
    let says = element.name == "svg" || element.attributes.iter().any(|(name, _)| *name == MARK);
    if !says {
        element.set_value(MARK, Some(Value::Fixed(Cow::Borrowed("no"))));
    }
    element
}
