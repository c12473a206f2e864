//! Markup as HTML.

use leptos::tachys::view::Position;

use super::attribute::Value;
use super::node::{ElementData, Node, redrawn};

/// Elements that have no end tag.
const VOID: [&str; 3] = ["br", "hr", "input"];

/// Writes an element.
pub(super) fn write(markup: ElementData, buf: &mut String) {
    #[cfg(not(target_arch = "wasm32"))]
    if let Some(prerendered) = &markup.prerendered {
        buf.push_str(prerendered);
        return;
    }
    let markup = markup.drawn();
    buf.push('<');
    buf.push_str(markup.name);
    for (name, value) in &markup.attributes {
        let now;
        let value = match value {
            Value::Fixed(value) => value,
            Value::Reactive(value) => match value() {
                Some(value) => {
                    now = value;
                    &now
                }
                None => continue,
            },
        };
        buf.push(' ');
        buf.push_str(name);
        buf.push_str("=\"");
        escape(value, buf);
        buf.push('"');
    }
    buf.push('>');
    if VOID.contains(&markup.name) {
        return;
    }
    let mut position = Position::FirstChild;
    write_all(markup.children, buf, &mut position, &mut false);
    buf.push_str("</");
    buf.push_str(markup.name);
    buf.push('>');
}

/// `own_text` says that the last node is text of ours: more of ours joins it,
/// as it does in the reader's DOM. Text of a view is kept apart from it by
/// a marker, as everywhere in leptos.
fn write_all(contents: Vec<Node>, buf: &mut String, position: &mut Position, own_text: &mut bool) {
    for content in contents {
        match content {
            Node::Element(markup) => {
                write(markup, buf);
                *position = Position::NextChild;
                *own_text = false;
            }
            Node::Text(text) if text.is_empty() => {}
            Node::Text(text) => {
                if *position == Position::NextChildAfterText && !*own_text {
                    buf.push_str("<!>");
                }
                escape(&text, buf);
                *position = Position::NextChildAfterText;
                *own_text = true;
            }
            Node::Many(contents) => write_all(contents, buf, position, own_text),
            Node::Reactive(draw) => {
                write(redrawn(&*draw), buf);
                *position = Position::NextChild;
                *own_text = false;
            }
            Node::View(view) => {
                view.write(buf, position);
                *own_text = false;
            }
        }
    }
}

/// Escapes for text and for attributes in double quotes alike.
fn escape(text: &str, buf: &mut String) {
    // Most texts have none of them, which many bytes at once can tell. Not worth
    // its bytes in the browser.
    #[cfg(not(target_arch = "wasm32"))]
    if !(text.bytes()).fold(false, |any, byte| {
        any | matches!(byte, b'&' | b'<' | b'>' | b'"')
    }) {
        buf.push_str(text);
        return;
    }
    // All four are ASCII: no other character has their bytes in it.
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        buf.push_str(&text[from..at]);
        buf.push_str(escaped);
        from = at + 1;
    }
    buf.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use crate::{IntoErasedView, lazy, markup, reactive};

    #[test]
    fn writes_text_and_values_so_that_they_stay_text_and_values() {
        let html =
            markup! { <p title="a \"b\" & c">{"<script>".to_owned()} " & more"</p> }.to_html();
        assert_eq!(
            html,
            "<p title=\"a &quot;b&quot; &amp; c\">&lt;script&gt; &amp; more</p>"
        );
    }

    #[test]
    fn leaves_out_what_is_not_there() {
        let nothing: Option<&'static str> = None;
        let html = markup! {
            <ul id={nothing} hidden={false}>{Vec::<String>::new()}<li hidden={true}>{Some("a")}</li></ul>
        }
        .to_html();
        assert_eq!(html, "<ul><li hidden=\"\">a</li></ul>");
    }

    #[test]
    fn puts_several_side_by_side_and_closes_no_void_element() {
        let pair = markup! { <><b>"1"</b><br /></> };
        assert_eq!(
            markup! { <p>{pair}"2"</p> }.to_html(),
            "<p><b>1</b><br>2</p>"
        );
    }

    #[test]
    fn draws_what_is_put_off() {
        let put_off = lazy(|| markup! { <b>"1"</b> });
        assert_eq!(markup! { <p>{put_off}</p> }.to_html(), "<p><b>1</b></p>");
    }

    #[test]
    fn keeps_the_text_of_a_view_apart_from_fixed_text() {
        let owner = Owner::new();
        let html = owner.with(|| {
            let count = RwSignal::new(3);
            let text = move || count.get().to_string();
            markup! { <p class={move || format!("n{}", count.get())}>"n: "{text.erased()}" in all"</p> }
                .to_html()
        });
        assert_eq!(html, "<p class=\"n3\">n: <!>3<!> in all</p>");
    }

    #[test]
    fn writes_neither_listeners_nor_properties() {
        let html = markup! {
            <input
                type="range"
                on:input={move |event| drop(event.target())}
                value="3"
                prop:value={move || "4"}
                prop:disabled={true}
            />
        }
        .to_html();
        assert_eq!(html, "<input type=\"range\" value=\"3\">");
    }

    #[test]
    fn writes_what_is_drawn_again_as_it_is_now() {
        let owner = Owner::new();
        let html = owner.with(|| {
            let count = RwSignal::new(3);
            let drawing = reactive(move || markup! { <b>{count.get().to_string()}</b> });
            count.set(4);
            markup! { <p>"n: "{drawing}</p> }.to_html()
        });
        assert_eq!(html, "<p>n: <b translate=\"no\">4</b></p>");
    }

    #[test]
    fn leaves_what_is_drawn_again_to_translators_where_it_says_so() {
        let drawing = reactive(|| markup! { <ul translate="yes"><li>"1"</li></ul> });
        assert_eq!(
            markup! { <div>{drawing}</div> }.to_html(),
            "<div><ul translate=\"yes\"><li>1</li></ul></div>"
        );
    }
}
