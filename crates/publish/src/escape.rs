//! What may stand where in HTML and XML.

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

/// A file of XML without the characters that XML 1.0 forbids, which no escaping mends.
/// The bundle's check refuses them: one that comes another way breaks no feed.
pub fn xml(file: String) -> String {
    // Most files have nothing that needs a second look, which many bytes at once can tell.
    let may = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0xef;
    let any = file.bytes().fold(false, |any, byte| any | may(byte));
    match !any || file.chars().all(is_xml) {
        true => file,
        false => file.chars().filter(|char| is_xml(*char)).collect(),
    }
}

/// `Char` of XML 1.0.
const fn is_xml(char: char) -> bool {
    matches!(char, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
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
    fn lets_through_what_xml_allows_and_nothing_else() {
        let allowed =
            "\t\n\r <a>铝，\u{7f}\u{85}\u{fdd0}\u{e000}\u{fffd}\u{10000}\u{1ffff}\u{10ffff}";
        assert_eq!(xml(allowed.to_owned()), allowed);
        let forbidden = ('\0'..' ').filter(|char| !"\t\n\r".contains(*char));
        for char in forbidden.chain(['\u{fffe}', '\u{ffff}']) {
            assert_eq!(xml(format!("甲{char}乙{char}")), "甲乙", "{char:?}");
        }
    }

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
