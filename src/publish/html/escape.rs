//! What may stand where in HTML.

/// Text between tags.
pub fn text(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The value of an attribute in double quotes.
pub fn attribute(value: &str) -> String {
    text(value).replace('"', "&quot;")
}

/// JSON inside a `<script>`: without `<` there is no way to end the element or
/// to begin a comment. In JSON it stands only inside strings, where `\u003c`
/// is the same sign.
pub fn script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_no_way_out() {
        assert_eq!(text("a<b>&c"), "a&lt;b&gt;&amp;c");
        assert_eq!(attribute("\"><x"), "&quot;&gt;&lt;x");
        let json = serde_json::to_string("</script><!--").expect("text is JSON");
        let escaped = script(&json);
        assert!(!escaped.contains('<'));
        assert_eq!(
            serde_json::from_str::<String>(&escaped).expect("still JSON"),
            "</script><!--"
        );
    }
}
