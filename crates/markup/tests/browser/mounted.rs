//! Where a test's markup stands.

use std::any::Any;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlElement, HtmlInputElement};
use markup::{Kind, Markup};

/// The two ways in which markup comes into a page.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// As HTML, then taken over.
    Hydrated,
    /// Freshly built.
    Built,
}

pub const WAYS: [Way; 2] = [Way::Hydrated, Way::Built];

/// Markup in the page of the test; goes with the value.
pub struct Mounted {
    pub root: HtmlElement,
    _handle: Option<Box<dyn Any>>,
}

impl Mounted {
    pub fn new<K: Kind>(way: Way, draw: impl Fn() -> Markup<K> + 'static) -> Self {
        match way {
            Way::Hydrated => {
                let mut written = Self::written(draw().to_html());
                written.take_over(draw);
                written
            }
            Way::Built => {
                let root = root();
                let handle: Box<dyn Any> = Box::new(mount_to(root.clone(), draw));
                Self {
                    root,
                    _handle: Some(handle),
                }
            }
        }
    }

    /// HTML that nobody has taken over yet.
    pub fn written(html: String) -> Self {
        let root = root();
        root.set_inner_html(&html);
        Self {
            root,
            _handle: None,
        }
    }

    pub fn take_over<K: Kind>(&mut self, draw: impl Fn() -> Markup<K> + 'static) {
        self._handle = Some(Box::new(hydrate_from(self.root.clone(), draw)));
    }

    pub fn find<E: JsCast>(&self, selector: &str) -> E {
        let found = self.root.query_selector(selector).unwrap();
        found.unwrap().unchecked_into()
    }

    pub fn html(&self) -> String {
        self.root.inner_html()
    }

    pub fn text(&self) -> String {
        self.root.text_content().unwrap()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn root() -> HtmlElement {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    root
}

pub fn type_into(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    field.dispatch_event(&Event::new("input").unwrap()).unwrap();
}
