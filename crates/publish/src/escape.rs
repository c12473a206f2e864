//! What may stand where in HTML.

use memchr::memmem::find_iter;

/// Text between tags.
pub fn text(text: &str) -> String {
    escaped(text, false)
}

/// The value of an attribute in double quotes.
pub fn attribute(value: &str) -> String {
    escaped(value, true)
}

fn escaped(text: &str, quotes: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    // Most texts have none of them, which many bytes at once can tell.
    let is_one = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'"');
    if !text.bytes().fold(false, |any, byte| any | is_one(byte)) {
        escaped.push_str(text);
        return escaped;
    }
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' if quotes => "&quot;",
            _ => continue,
        };
        escaped.push_str(&text[from..at]);
        escaped.push_str(entity);
        from = at + 1;
    }
    escaped.push_str(&text[from..]);
    escaped
}

/// Writes JSON inside a `<script>`: without `<` there is no way to end the
/// element or to begin a comment. In JSON it stands only inside strings, where
/// `\u003c` is the same sign.
pub fn script(json: &str, html: &mut String) {
    replaced(json, "<", "\\u003c", html);
}

/// Writes a text with something in it replaced.
pub(super) fn replaced(text: &str, what: &str, by: &str, out: &mut String) {
    out.reserve(text.len());
    let mut from = 0;
    for at in find_iter(text.as_bytes(), what) {
        out.push_str(&text[from..at]);
        out.push_str(by);
        from = at + what.len();
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_no_way_out() {
        assert_eq!(text("a<b>&c"), "a&lt;b&gt;&amp;c");
        assert_eq!(attribute("\"><x"), "&quot;&gt;&lt;x");
        let json = serde_json::to_string("</script><!--").expect("text is JSON");
        let mut escaped = String::new();
        script(&json, &mut escaped);
        assert!(!escaped.contains('<'));
        assert_eq!(
            serde_json::from_str::<String>(&escaped).expect("still JSON"),
            "</script><!--"
        );
    }
}
