//! Which door this is: what it does not draw, it leaves to the browser or to another.

use std::cell::Cell;

use gloo_net::http::Request;
use leptos::prelude::{document, window};
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

use super::fetch::text;
use super::read::{Parsed, parse_by};
use model::Lang;
use model::document::{Document, DocumentReader, Embedded};
use model::read::Source;
use model::routes::{Door, lang_of};

/// The event by which another door is called: `boot.js` hears it, and the page of
/// `trunk serve`.
const CALL: &str = "door";
/// Where publishing writes down what each door consists of.
const RECORD: &str = "/app.json";
/// On `<html>`: which one.
const CALLED: &str = "data-door";

thread_local! {
    /// Set once, before anything else.
    static DOOR: Cell<Option<(Door, DocumentReader<Parsed>)>> = const { Cell::new(None) };
}

/// Notes which door this is, and how it reads its documents.
pub fn enter(door: Door, read: DocumentReader<Parsed>) {
    DOOR.set(Some((door, read)));
}

/// Whether another door draws the page at a path.
pub fn is_elsewhere(path: &str) -> bool {
    let own = DOOR.get().map(|(door, _)| door);
    Door::of(path).is_some_and(|door| own != Some(door))
}

/// Calls the door that draws the page at a path, if that is not this one. Whether it
/// does: then this one has nothing to do here.
pub fn call_door(path: &str) -> bool {
    let Some(door) = Door::of(path).filter(|_| is_elsewhere(path)) else {
        return false;
    };
    let lang = lang_of(path);
    spawn_local(async move {
        let files = files(door, lang).await.unwrap_or_default();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute(CALLED, door.as_str());
            for (kind, file) in ["data-js", "data-wasm", "data-words"].iter().zip(files) {
                let _ = root.set_attribute(kind, &["/", &file].concat());
            }
        }
        if let Ok(call) = Event::new(CALL) {
            let _ = window().dispatch_event(&call);
        }
    });
    true
}

/// What a door consists of: script, wasm and words, by the record of the publish. There
/// is none under `trunk serve`.
async fn files(door: Door, lang: Lang) -> Option<Vec<String>> {
    let answer = Request::get(RECORD).send().await.ok()?;
    let text = text(answer.binary().await.ok()?);
    let files = parse_by(&text, |record| {
        let files = record.field("doors").field(door.as_str());
        let words = files.field("words").field(lang.tag());
        Ok([files.field("js"), files.field("wasm"), words])
    });
    files.ok()?.iter().map(Source::text).collect()
}

/// Reads a page's document.
///
/// # Errors
/// What was expected instead: the document of another door is not read either.
pub fn read_document(text: &str) -> Result<Document, String> {
    let (_, read) = DOOR.get().ok_or("no door")?;
    parse_by(text, |source| model::read::read_by(source, read))
}

/// Reads what publishing has put into the page.
///
/// # Errors
/// See [`read_document`].
pub fn read_embedded(text: &str) -> Result<Embedded, String> {
    let (_, read) = DOOR.get().ok_or("no door")?;
    parse_by(text, |source| Embedded::read_by(source, read))
}
