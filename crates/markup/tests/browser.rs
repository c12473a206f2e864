//! Markup in a real browser: taken over where it is in the page already, built
//! where it is not, and drawn again.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlElement, HtmlInputElement, HtmlSelectElement};
use markup::{Markup, markup};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The two ways in which markup comes into a page.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// As HTML, then taken over.
    Hydrated,
    /// Freshly built.
    Built,
}

const WAYS: [Way; 2] = [Way::Hydrated, Way::Built];

/// Where a test's markup stands.
struct Stage {
    root: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Stage {
    fn new(way: Way, draw: impl Fn() -> Markup + 'static) -> Self {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let _mounted: Box<dyn std::any::Any> = match way {
            Way::Hydrated => {
                root.set_inner_html(&draw().to_html());
                Box::new(hydrate_from(root.clone(), draw))
            }
            Way::Built => Box::new(mount_to(root.clone(), draw)),
        };
        Self { root, _mounted }
    }

    fn find<E: JsCast>(&self, selector: &str) -> E {
        let found = self.root.query_selector(selector).unwrap();
        found.unwrap().unchecked_into()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn type_into(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    let event = Event::new("input").unwrap();
    field.dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
fn hears_the_events_of_an_element() {
    for way in WAYS {
        let heard = RwSignal::new(Vec::<String>::new());
        let stage = Stage::new(way, move || {
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
        stage.find::<HtmlElement>("b").click();
        stage.find::<HtmlElement>("p").click();
        type_into(&stage.find("input"), "13");
        assert_eq!(heard.get_untracked(), ["click", "13"], "{way:?}");
    }
}

#[wasm_bindgen_test]
fn is_deaf_once_it_is_gone() {
    for way in WAYS {
        let heard = RwSignal::new(0);
        let stage = Stage::new(way, move || {
            markup! { <button on:click={move |_| heard.update(|heard| *heard += 1)}>"Press"</button> }
        });
        let button: HtmlElement = stage.find("button");
        button.click();
        drop(stage);
        button.click();
        assert_eq!(heard.get_untracked(), 1, "{way:?}");
    }
}

#[wasm_bindgen_test]
async fn keeps_a_property_in_step_with_its_signals() {
    for way in WAYS {
        let value = RwSignal::new("3".to_owned());
        let ticked = RwSignal::new(false);
        let stage = Stage::new(way, move || {
            markup! {
                <p>
                    <input class="field" value="1" prop:value={move || value.get()} />
                    <input class="box" type="checkbox" prop:checked={move || ticked.get()} />
                </p>
            }
        });
        let field: HtmlInputElement = stage.find(".field");
        let tick_box: HtmlInputElement = stage.find(".box");
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
        let stage = Stage::new(way, move || {
            markup! { <p><input prop:value={move || value.get()} /></p> }
        });
        let field: HtmlInputElement = stage.find("input");
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
        let stage = Stage::new(way, move || {
            markup! {
                <select prop:value="b">
                    <option value="a">"A"</option>
                    <option value="b">"B"</option>
                </select>
            }
        });
        tick().await;
        assert_eq!(
            stage.find::<HtmlSelectElement>("select").value(),
            "b",
            "{way:?}"
        );
    }
}
