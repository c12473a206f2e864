//! The browser, where leptos has no word for it.

use desk::edit::Chosen;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, HtmlIFrameElement, HtmlInputElement,
    HtmlTextAreaElement, KeyboardEvent, Window,
};

#[wasm_bindgen]
extern "C" {
    /// Shows a page in a frame: see `boot.js`.
    #[wasm_bindgen(js_name = deskShow)]
    pub fn show(frame: &HtmlIFrameElement, html: &str);
    /// Scrolls a frame to where a text stands.
    #[wasm_bindgen(js_name = deskFollow)]
    pub fn follow(frame: &HtmlIFrameElement, text: &str);
    /// Scrolls to an element, clear of the bars.
    #[wasm_bindgen(js_name = deskReveal)]
    fn reveal(element: &HtmlElement);
    /// Puts text into a field as typing does.
    #[wasm_bindgen(js_name = deskInsert)]
    pub fn insert(field: &HtmlTextAreaElement, from: u32, to: u32, text: &str);
    /// Parses HTML into a document of its own, in which nothing runs and nothing is fetched.
    #[wasm_bindgen(js_name = deskParse)]
    pub fn parse(html: &str) -> Document;
    /// Makes a field as high as what stands in it, where the style cannot.
    #[wasm_bindgen(js_name = deskFit)]
    pub fn fit(area: &HtmlTextAreaElement);
}

/// The window, but in a worker.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// An element by its id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Goes to a field: scrolls it clear of the bars, opens what it is folded in, and chooses
/// what stands there.
pub fn go_to(id: &str) -> bool {
    let Some(element) = by_id(id) else {
        return false;
    };
    let mut at: Option<Element> = element.parent_element();
    while let Some(one) = at {
        if one.tag_name() == "DETAILS" {
            // It exists, so it takes attributes.
            let _ = one.set_attribute("open", "");
        }
        at = one.parent_element();
    }
    reveal(&element);
    let focus = FocusOptions::new();
    focus.set_prevent_scroll(true);
    // What cannot have the focus is in view at least.
    let _ = element.focus_with_options(&focus);
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
    true
}

/// What is chosen in a text.
pub fn chosen(area: &HtmlTextAreaElement) -> Chosen {
    let at = |end: Result<Option<u32>, JsValue>| end.ok().flatten().unwrap_or_default() as usize;
    Chosen {
        from: at(area.selection_start()),
        to: at(area.selection_end()),
    }
}

/// Whether a key belongs to an input method that is composing.
pub fn composes(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Whether the key for commands is down: on a Mac the other one.
pub fn commands(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key()
}

/// A text that can stand in an address.
pub fn escaped(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
