//! Drawing again: only what differs is touched.

use leptos::prelude::*;
use leptos::task::tick;
use leptos::web_sys::{Element, HtmlElement};
use markup::{Markup, markup, reactive};
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::{Mounted, WAYS, Way};

/// A page on which this is drawn again and again.
fn page<T: Clone + Send + Sync + 'static>(
    way: Way,
    value: RwSignal<T>,
    draw: fn(T) -> Markup,
) -> Mounted {
    Mounted::new(way, move || {
        let again = reactive(move || draw(value.get()));
        markup! { <article>"Before"<hr />{again}</article> }
    })
}

fn list(items: Vec<&'static str>) -> Markup {
    let items = items.into_iter().map(|item| {
        markup! { <li class={item}><button type="button">{item}</button></li> }
    });
    markup! { <ul>{items.collect::<Vec<_>>()}</ul> }
}

#[wasm_bindgen_test]
async fn keeps_elements_and_the_focus_in_them() {
    for way in WAYS {
        let items = RwSignal::new(vec!["a", "b"]);
        let page = page(way, items, list);
        let [first, second]: [HtmlElement; 2] = [page.find(".a button"), page.find(".b button")];
        second.focus().unwrap();
        items.set(vec!["c", "d", "e"]);
        tick().await;
        assert_eq!(page.text(), "Beforecde", "{way:?}");
        assert!(first == page.find(".c button"), "{way:?}");
        let focused = document().active_element().unwrap();
        assert!(focused == page.find(".d button"), "{way:?}");
    }
}

#[wasm_bindgen_test]
async fn lengthens_and_shortens_lists() {
    for way in WAYS {
        let items = RwSignal::new(vec!["a"]);
        let page = page(way, items, list);
        for now in [vec!["a", "b", "c"], vec![], vec!["d", "e"], vec!["e"]] {
            items.set(now.clone());
            tick().await;
            assert_eq!(page.text(), format!("Before{}", now.concat()), "{way:?}");
            let count = page.root.query_selector_all("li").unwrap().length();
            assert_eq!(count as usize, now.len(), "{way:?}");
        }
    }
}

#[wasm_bindgen_test]
async fn adds_changes_and_removes_attributes() {
    for way in WAYS {
        let which = RwSignal::new(0);
        let page = page(way, which, |which| match which {
            0 => markup! { <p id="p" class="one">"Text"</p> },
            1 => markup! { <p id="p" class="two" hidden={true}>"Text"</p> },
            _ => markup! { <p id="p">"Text"</p> },
        });
        let attributes = || {
            let paragraph: Element = page.find("p");
            (
                paragraph.get_attribute("class"),
                paragraph.has_attribute("hidden"),
            )
        };
        let (one, two) = (Some("one".to_owned()), Some("two".to_owned()));
        assert_eq!(attributes(), (one, false));
        which.set(1);
        tick().await;
        assert_eq!(attributes(), (two, true), "{way:?}");
        which.set(2);
        tick().await;
        assert_eq!(attributes(), (None, false), "{way:?}");
    }
}

#[wasm_bindgen_test]
async fn draws_what_is_of_another_kind_anew() {
    for way in WAYS {
        let which = RwSignal::new(0);
        let page = page(way, which, |which| match which {
            0 => markup! { <div><p>"Text"</p><b>"bold"</b></div> },
            1 => markup! { <div>"Only text"</div> },
            _ => markup! { <div><b>"bold"</b><p>"Text"</p></div> },
        });
        for (now, text) in ["Textbold", "Only text", "boldText"]
            .into_iter()
            .enumerate()
            .cycle()
            .take(7)
        {
            which.set(now);
            tick().await;
            assert_eq!(page.text(), format!("Before{text}"), "{way:?}");
        }
        assert!(
            page.html().contains("<p>Text</p><b>bold</b></div>"),
            "{way:?}"
        );
    }
}

#[wasm_bindgen_test]
async fn changes_text_between_elements() {
    for way in WAYS {
        let which = RwSignal::new(0);
        let page = page(way, which, |which| match which {
            0 => markup! { <p>"Text, " <em>"then more"</em></p> },
            1 => markup! { <p>"Other text, " <em>"then more"</em></p> },
            2 => markup! { <p><em>"then more"</em> "Other text, "</p> },
            _ => markup! { <p><em>"then more"</em></p> },
        });
        let texts = [
            "Text, then more",
            "Other text, then more",
            "then moreOther text, ",
            "then more",
        ];
        for (now, text) in texts.into_iter().enumerate().cycle().take(5) {
            which.set(now);
            tick().await;
            assert_eq!(page.text(), format!("Before{text}"), "{way:?}");
        }
    }
}

#[wasm_bindgen_test]
async fn gives_a_piece_of_text_other_words_and_leaves_it_in_its_place() {
    for way in WAYS {
        let count = RwSignal::new(1);
        let page = page(
            way,
            count,
            |count| markup! { <p>{count.to_string()} " t"</p> },
        );
        count.set(2);
        tick().await;
        let text = || page.find::<Element>("p").first_child();
        let before = text();
        for now in [3, 4] {
            count.set(now);
            tick().await;
            assert_eq!(page.text(), format!("Before{now} t"), "{way:?}");
            assert!(text() == before, "{way:?}: the text is another one");
        }
    }
}

#[wasm_bindgen_test]
async fn empties_and_fills_an_element_of_text() {
    for way in WAYS {
        let words = RwSignal::new("a");
        let page = page(way, words, |words| markup! { <p>{words}</p> });
        for now in ["", "b", "", "c"] {
            words.set(now);
            tick().await;
            assert_eq!(page.text(), format!("Before{now}"), "{way:?}");
        }
    }
}

#[wasm_bindgen_test]
async fn moves_a_text_that_a_translator_has_wrapped() {
    let words = RwSignal::new("a");
    let page = page(Way::Hydrated, words, |words| markup! { <p>{words}</p> });
    let paragraph: Element = page.find("p");
    let font = document().create_element("font").unwrap();
    font.set_text_content(Some("A"));
    paragraph.set_text_content(None);
    paragraph.append_child(&font).unwrap();
    words.set("b");
    tick().await;
    assert_eq!(page.text(), "Beforeb");
}

#[wasm_bindgen_test]
async fn goes_on_drawing_in_a_drawing() {
    for way in WAYS {
        let bars = RwSignal::new(1);
        let page = page(way, bars, |bars| {
            let bars = (0..bars).map(|x| markup! { <rect x={x} width="1" height="1" /> });
            markup! { <svg viewBox="0 0 8 8"><g>{bars.collect::<Vec<_>>()}</g></svg> }
        });
        bars.set(3);
        tick().await;
        let last: Element = page.find("rect[x='2']");
        assert_eq!(
            last.namespace_uri(),
            page.find::<Element>("svg").namespace_uri()
        );
    }
}

#[wasm_bindgen_test]
async fn moves_on_a_page_that_was_translated() {
    let items = RwSignal::new(vec!["a", "b"]);
    let page = page(Way::Hydrated, items, list);
    let root: Element = page.find("ul");
    assert_eq!(root.get_attribute("translate").as_deref(), Some("no"));
    // One that minds no mark.
    let font = document().create_element("font").unwrap();
    root.insert_before(&font, Some(&page.find::<Element>(".b")))
        .unwrap();
    items.set(vec!["c", "d", "e"]);
    tick().await;
    assert_eq!(page.text(), "Beforecde");
}
