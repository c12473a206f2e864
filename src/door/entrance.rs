//! How a page is taken over, or drawn where there is none.

use std::time::Duration;

use leptos::either::Either;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::App;
use crate::components::load_failed;
use crate::library::LoadError;
use crate::library::browser::{
    Parsed, call_door, embedded, enter, fetch_embedded, fetch_words, has_documents, history,
    is_as_published, root, set_hook, take_words,
};
use crate::pages::Draw;
use model::Lang;
use model::document::{Document, DocumentReader, Embedded};
use model::routes::{Address, Door, lang_of};

/// What makes a door the one that it is.
#[derive(Clone, Copy)]
pub struct Program {
    /// Which it is.
    pub door: Door,
    /// Reads the documents of its pages.
    pub read: DocumentReader<Parsed>,
    /// Draws them.
    pub draw: Draw,
}

/// Takes the page over in several tasks: between two short ones a reader's tap
/// gets through.
pub fn open(program: Program) {
    set_hook();
    enter(program.door, program.read);
    let draw = program.draw;
    let path = history::here().path().to_owned();
    let Some(root) = root() else {
        return;
    };
    if !has_documents() {
        // No page was prerendered here, as under `trunk serve`.
        return fetch(root, path, draw);
    }
    if !take_words() {
        // The page stays as it is, and `boot.js` reports it.
        wasm_bindgen::throw_str("the words are of another version of the app");
    }
    let take_over = move || match embedded(&path) {
        // The page for what is not there.
        Some(Embedded {
            document: Document::NotFound,
            ..
        }) if history::lead_on() => {}
        Some(embedded) => set_timeout(move || take_over(root, embedded, draw), Duration::ZERO),
        None if Address::parse(&path).is_none() && history::lead_on() => {}
        // Those of another page, which a host has served as a fallback.
        None => fetch(root, path, draw),
    };
    set_timeout(take_over, Duration::ZERO);
}

/// Takes the published page over as it stands, or draws it anew where somebody
/// else has changed it since.
fn take_over(root: HtmlElement, embedded: Embedded, draw: Draw) {
    let lang = lang_of(&embedded.path);
    if !is_as_published(&root) {
        return mount(&root, lang, Ok(embedded), draw);
    }
    leptos::mount::hydrate_from(root, move || view! { <App embedded lang draw /> }).forget();
}

/// Fetches what the page needs, and draws it; a page of another door is left to that.
fn fetch(root: HtmlElement, path: String, draw: Draw) {
    if call_door(&path) {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        let lang = lang_of(&path);
        let words = fetch_words(lang).await;
        let documents = fetch_embedded(&path).await;
        if words.is_err() {
            // The words did not come: this is all there is to say.
            root.set_text_content(Some("加载失败，请刷新。Reload, please."));
            return;
        }
        if let Some(html) = document().document_element() {
            let _ = html.set_attribute("lang", lang.tag());
        }
        mount(&root, lang, documents, draw);
    });
}

/// Draws the page, or the error, and only then replaces the content of the root:
/// should drawing fail, the old content is still there.
fn mount(root: &HtmlElement, lang: Lang, documents: Result<Embedded, LoadError>, draw: Draw) {
    let Ok(fresh) = root.clone_node().map(JsCast::unchecked_into::<HtmlElement>) else {
        return;
    };
    let app = move || match documents {
        Ok(embedded) => Either::Left(view! { <App embedded lang draw /> }),
        Err(error) => {
            provide_context(lang);
            Either::Right(load_failed(&error, history::reload, None))
        }
    };
    leptos::mount::mount_to(fresh.clone(), app).forget();
    let _ = root.replace_with_with_node_1(&fresh);
}
