//! Hydration: what is in the page already stays, and becomes reactive where it
//! is.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::{Element, HtmlElement};
use markup::{Content, IntoErasedView, Markup, Reactive, lazy, markup, reactive};
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::{Mounted, WAYS, Way};

#[wasm_bindgen_test]
fn leaves_every_element_in_its_place() {
    let draw = || markup! { <section><p>"One"</p><ul><li>"Two"</li></ul></section> };
    let mut page = Mounted::written(draw().to_html());
    let html = page.html();
    let before: [Element; 3] = [page.find("section"), page.find("p"), page.find("li")];
    page.take_over(draw);
    let after: [Element; 3] = [page.find("section"), page.find("p"), page.find("li")];
    assert!(before == after);
    assert_eq!(page.html(), html);
}

/// What is reactive, behind everything that can stand before it.
fn crowded(count: RwSignal<i32>) -> Markup<Reactive> {
    let text = move || count.get().to_string();
    let class = move || format!("n{}", count.get());
    let pair: Content = markup! { <><small>"a"</small>"b"</> };
    let nothing: Option<Markup> = None;
    let items = ["x", "y"].map(|text| markup! { <span>{text}</span> });
    let again = reactive(move || markup! { <b>{text()}</b> });
    markup! {
        <div>
            "Text" " and text, "
            {nothing}
            {vec!["more".to_owned(), String::new()]}
            {text.erased()}
            ", after it "
            {pair}
            <em class={class}>{text.erased()} " of them"</em>
            {items}
            {again}
            <p><small>"fixed"</small>{text.erased()}</p>
        </div>
    }
}

#[wasm_bindgen_test]
async fn follows_signals_behind_text_lists_and_nothing() {
    for way in WAYS {
        let count = RwSignal::new(1);
        let page = Mounted::new(way, move || crowded(count));
        let kept: Element = page.find("b");
        for number in [1, 2] {
            count.set(number);
            tick().await;
            let n = number.to_string();
            assert_eq!(
                page.text(),
                [
                    "Text and text, more",
                    &n,
                    ", after it ab",
                    &n,
                    " of themxy",
                    &n,
                    "fixed",
                    &n
                ]
                .concat(),
                "{way:?}"
            );
            assert_eq!(page.find::<Element>("em").class_name(), format!("n{n}"));
        }
        assert!(kept == page.find("b"), "{way:?}");
    }
}

#[wasm_bindgen_test]
async fn takes_over_a_view_between_what_is_fixed() {
    let count = RwSignal::new(1);
    let draw = move || {
        let view = view! { <button on:click=move |_| count.set(2)>{count}</button> };
        markup! { <div><p>"Before"</p>{view.erased()}<p>{count.erased()}</p></div> }
    };
    // Without leptos' `ssr` a view cannot be written.
    let html = "<div><p>Before</p><button>1</button><p>1</p></div>";
    let mut page = Mounted::written(html.to_owned());
    page.take_over(draw);
    page.find::<HtmlElement>("button").click();
    tick().await;
    assert_eq!(page.html(), html.replace('1', "2"));
}

#[wasm_bindgen_test]
async fn puts_attributes_on_and_takes_them_off() {
    for way in WAYS {
        let hidden = RwSignal::new(true);
        let page = Mounted::new(way, move || {
            markup! { <p hidden={move || hidden.get()} class="stays">"Text"</p> }
        });
        assert!(page.find::<Element>("p").has_attribute("hidden"));
        hidden.set(false);
        tick().await;
        let html = "<p class=\"stays\">Text</p>";
        assert_eq!(page.html(), html, "{way:?}");
    }
}

#[wasm_bindgen_test]
fn draws_what_is_lazy_only_where_it_is_not_in_the_page() {
    let drawn = Arc::new(AtomicU32::new(0));
    let draw = {
        let drawn = Arc::clone(&drawn);
        move || {
            let drawn = Arc::clone(&drawn);
            let lazy = lazy(move || {
                drawn.fetch_add(1, Ordering::Relaxed);
                markup! { <p>"Lazy"</p> }
            });
            markup! { <div>{lazy}<b on:click={|_| ()}>"After it"</b></div> }
        }
    };
    let mut page = Mounted::written("<div><p>Lazy</p><b>After it</b></div>".to_owned());
    page.take_over(draw.clone());
    assert_eq!(drawn.load(Ordering::Relaxed), 0);
    let page = Mounted::new(Way::Built, draw);
    assert_eq!(drawn.load(Ordering::Relaxed), 1);
    assert_eq!(page.text(), "LazyAfter it");
}

#[wasm_bindgen_test]
fn does_not_look_into_what_is_fixed() {
    let clicks = Rc::new(Cell::new(0));
    let draw = {
        let clicks = Rc::clone(&clicks);
        move || {
            let clicks = Rc::clone(&clicks);
            let click = move |_| clicks.set(clicks.get() + 1);
            markup! { <div><ul><li>"One"</li></ul><button on:click={click}>"Press"</button></div> }
        }
    };
    // Somebody else has been there: a translator, an extension.
    let html = "<div><ul><i></i><li><font>Eins</font></li></ul><button>Press</button></div>";
    let mut page = Mounted::written(html.to_owned());
    page.take_over(draw);
    page.find::<HtmlElement>("button").click();
    assert_eq!(clicks.get(), 1);
    assert_eq!(page.html(), html);
}
