//! What is chosen, on the root and in the browser's storage.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, MouseEvent, Storage};

use super::{CHOICES, SHEET, SHOW};

/// What holds now, by its key.
pub(super) fn chosen(key: &str) -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute(&attribute(key)))
        .unwrap_or_default()
}

/// Does what a radio button says.
pub(super) fn choose(event: &Event) {
    let input = event.target();
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        set(&input.name(), &input.value());
    }
}

/// Goes back to what holds where nothing is kept.
pub(super) fn forget() {
    for (key, values) in CHOICES {
        set(key, "");
        let plain = if values.contains(&SHOW) { SHOW } else { "" };
        let plain = ["#", SHEET, " [name='", key, "'][value='", plain, "']"].concat();
        let input = document().query_selector(&plain).ok().flatten();
        if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
            input.set_checked(true);
        }
    }
}

/// Closes the sheet. An older browser has it closed by the click of its own.
pub(super) fn close() {
    let sheet = document().get_element_by_id(SHEET);
    if let Some(sheet) = sheet.and_then(|sheet| sheet.dyn_into::<HtmlElement>().ok()) {
        let _ = sheet.remove_attribute("data-open");
        if js_sys::Reflect::has(&sheet, &"hidePopover".into()) == Ok(true) {
            let _ = sheet.hide_popover();
        }
    }
}

/// What the button that was pressed does.
pub(super) fn pressed(event: &MouseEvent) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let button = target.closest("[data-press]").ok().flatten()?;
    button.get_attribute("data-press")
}

/// Storage may be refused, or full: then a choice holds for this page.
fn set(key: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let name = attribute(key);
        let _ = match value {
            "" => root.remove_attribute(&name),
            value => root.set_attribute(&name, value),
        };
    }
    if let Some(storage) = storage() {
        let _ = match value {
            "" => storage.remove_item(key),
            value => storage.set_item(key, value),
        };
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn attribute(key: &str) -> String {
    ["data-", key].concat()
}
