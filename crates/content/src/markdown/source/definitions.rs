//! Lines such as `[1]: …`, which CommonMark takes for the address behind a link and
//! shows to nobody.

use std::borrow::Cow;

use super::inside;

/// How an address begins that a link may have.
const ADDRESSES: [&str; 9] = [
    "https://", "http://", "//", "/", "#", "mailto:", "tel:", "media:", "<",
];

/// A line as it is, but for a note `[1]: 广元市统计局`, or an address that no link of the
/// text names: those are shown.
pub fn shown<'a>(line: Cow<'a, str>, text: &str) -> Cow<'a, str> {
    let content = inside(&line);
    let Some((label, address)) = defined(content) else {
        return line;
    };
    let lower = text.to_lowercase();
    let named = format!("[{}]", label.to_lowercase());
    let leads = ADDRESSES.iter().any(|begin| address.starts_with(begin));
    if leads && lower.matches(&named).count() > 1 {
        return line;
    }
    let indent = &line[..line.len() - content.len()];
    Cow::Owned(format!("{indent}\\{content}"))
}

/// What a line gives an address to, and that.
fn defined(content: &str) -> Option<(&str, &str)> {
    let (label, address) = content.strip_prefix('[')?.split_once("]:")?;
    let plain = !label.trim().is_empty() && !label.contains(['[', ']']);
    plain.then(|| (label, address.trim()))
}
