//! The element that the app draws in, and whether it is as it was published.

use leptos::prelude::document as dom;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::library::{NODES, ROOT};

/// The element that the app draws in. A page that was not prerendered may have
/// none: then it gets one.
pub fn root() -> Option<HtmlElement> {
    let dom = dom();
    let root = match dom.get_element_by_id(ROOT) {
        Some(root) => root,
        None => {
            let root = dom.create_element("div").ok()?;
            root.set_id(ROOT);
            dom.body()?.append_child(&root).ok()?;
            root
        }
    };
    root.dyn_into().ok()
}

/// Whether the root holds as many nodes as publishing put there.
///
/// The page is not the app's alone: before the app starts, translators wrap every
/// text in elements of theirs, extensions add some, carriers strip comments.
/// Hydration counts nodes, and panics where there are others than it expects.
/// What changes without a node coming or going, such as the words of a text or
/// an attribute, does it no harm.
pub fn is_as_published(root: &HtmlElement) -> bool {
    // Counted by the browser in one call: stepping from node to node in wasm takes
    // a slow phone many milliseconds. Compared as text: parsing a number adds code
    // that nothing else needs.
    let counted = dom().evaluate("count(descendant::node())", root);
    let counted = counted.and_then(|count| count.number_value());
    counted.is_ok_and(|counted| root.get_attribute(NODES) == Some((counted as u32).to_string()))
}
