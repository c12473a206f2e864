//! Listeners and properties.

use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use markup::markup;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::{Mounted, WAYS, type_into};

#[wasm_bindgen_test]
fn hears_the_events_of_an_element() {
    for way in WAYS {
        let heard = RwSignal::new(Vec::<String>::new());
        let page = Mounted::new(way, move || {
            let hear = move |what: String| heard.update(|heard| heard.push(what));
            markup! {
                <form>
                    <p>"Fixed, and nothing to hear"</p>
                    <button type="button" on:click={move |event| hear(event.type_())}>
                        <b>"Press"</b>
                    </button>
                    <input on:input={move |event| hear(event_target_value(&event))} />
                </form>
            }
        });
        page.find::<HtmlElement>("b").click();
        page.find::<HtmlElement>("p").click();
        type_into(&page.find("input"), "13");
        assert_eq!(heard.get_untracked(), ["click", "13"], "{way:?}");
    }
}

#[wasm_bindgen_test]
fn is_deaf_once_it_is_gone() {
    for way in WAYS {
        let heard = RwSignal::new(0);
        let page = Mounted::new(way, move || {
            markup! { <button on:click={move |_| heard.update(|heard| *heard += 1)}>"Press"</button> }
        });
        let button: HtmlElement = page.find("button");
        button.click();
        drop(page);
        button.click();
        assert_eq!(heard.get_untracked(), 1, "{way:?}");
    }
}

#[wasm_bindgen_test]
async fn keeps_a_property_in_step_with_its_signals() {
    for way in WAYS {
        let value = RwSignal::new("3".to_owned());
        let ticked = RwSignal::new(false);
        let page = Mounted::new(way, move || {
            markup! {
                <p>
                    <input class="field" value="1" prop:value={move || value.get()} />
                    <input class="box" type="checkbox" prop:checked={move || ticked.get()} />
                </p>
            }
        });
        let field: HtmlInputElement = page.find(".field");
        let tick_box: HtmlInputElement = page.find(".box");
        tick().await;
        assert_eq!((field.value(), tick_box.checked()), ("3".into(), false));
        // What is typed is the reader's until the signal says otherwise.
        type_into(&field, "31");
        value.set("4".to_owned());
        ticked.set(true);
        tick().await;
        assert_eq!((field.value(), tick_box.checked()), ("4".into(), true));
        assert_eq!(
            field.get_attribute("value").as_deref(),
            Some("1"),
            "{way:?}"
        );
    }
}

#[wasm_bindgen_test]
async fn leaves_a_property_alone_that_has_no_value() {
    for way in WAYS {
        let value = RwSignal::new(Some("3"));
        let page = Mounted::new(way, move || {
            markup! { <p><input prop:value={move || value.get()} /></p> }
        });
        let field: HtmlInputElement = page.find("input");
        tick().await;
        field.set_value("in hand");
        value.set(None);
        tick().await;
        assert_eq!(field.value(), "in hand", "{way:?}");
    }
}

#[wasm_bindgen_test]
async fn sets_a_list_to_what_is_in_it() {
    for way in WAYS {
        let page = Mounted::new(way, move || {
            markup! {
                <select prop:value="b">
                    <option value="a">"A"</option>
                    <option value="b">"B"</option>
                </select>
            }
        });
        tick().await;
        assert_eq!(
            page.find::<HtmlSelectElement>("select").value(),
            "b",
            "{way:?}"
        );
    }
}
