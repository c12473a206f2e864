//! A record more in a list of a file, which otherwise stays as it is.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// What some editors of Windows put in front of a text.
const MARK: char = '\u{feff}';

/// The text with a value at the end of the list in a field; `None` when there
/// is no such list. What stands in front of the text stays, and so do its line
/// ends.
pub fn append(text: &str, list: &str, value: &str) -> Option<String> {
    let (mark, text) = split_mark(text);
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?;
    let Some(Value::Object(root)) = parsed.value else {
        return None;
    };
    let array = root.get_array(list)?;
    let indented = indent(value);
    let (at, piece) = match array.elements.last() {
        Some(last) => (last.range().end, format!(",\n{indented}")),
        None => (array.range.start + 1, format!("\n{indented}\n  ")),
    };
    let piece = match text.contains("\r\n") {
        true => piece.replace('\n', "\r\n"),
        false => piece,
    };
    let (before, after) = text.split_at_checked(at)?;
    Some(format!("{mark}{before}{piece}{after}"))
}

/// The byte order mark in front of a text, if there is one, and the rest.
pub fn split_mark(text: &str) -> (&str, &str) {
    text.split_at(if text.starts_with(MARK) {
        MARK.len_utf8()
    } else {
        0
    })
}

/// As deep as records stand in the files of a bundle.
fn indent(value: &str) -> String {
    let lines: Vec<String> = value.lines().map(|line| format!("    {line}")).collect();
    lines.join("\n")
}
