//! Building: markup as fresh DOM nodes.

use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::Element;
use markup::{IntoErasedView, markup};
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::{Mounted, Way};

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

#[wasm_bindgen_test]
fn builds_what_it_writes() {
    let draw = || {
        markup! {
            <p title="a \"b\" & c" hidden={false}>
                {"<script>".to_owned()} " & more"
                <br />
                {Some("text")}
                <a href={Some("/")} rel={None::<&'static str>}>"Home"</a>
            </p>
        }
    };
    let written = Mounted::written(draw().to_html());
    assert_eq!(Mounted::new(Way::Built, draw).html(), written.html());
    assert!(written.html().contains("&lt;script&gt;"));
}

#[wasm_bindgen_test]
fn draws_in_the_namespace_of_drawings() {
    let page = Mounted::new(Way::Built, || {
        markup! { <p><svg viewBox="0 0 8 8"><g><path d="M0 0h8" /></g></svg><b>"Text"</b></p> }
    });
    let namespace = |selector| page.find::<Element>(selector).namespace_uri();
    for name in ["svg", "g", "path"] {
        assert_eq!(namespace(name).as_deref(), Some(SVG), "{name}");
    }
    assert_eq!(namespace("b").as_deref(), Some(HTML));
    assert!(page.find::<Element>("svg").has_attribute("viewBox"));
}

#[wasm_bindgen_test]
async fn exchanges_itself_for_what_comes_next() {
    let number = RwSignal::new(1);
    let page = Mounted::new(Way::Built, move || {
        let inside = move || markup! { <b>{number.get().to_string()}</b> };
        markup! { <p>"No. "{inside.erased()}"!"</p> }
    });
    let before: Element = page.find("b");
    number.set(2);
    tick().await;
    assert_eq!(page.text(), "No. 2!");
    assert!(before != page.find("b"));
    assert!(before.parent_element().is_none());
}
