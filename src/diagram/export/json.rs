//! The table as JSON, for programs.

use super::{Row, Sheet};

/// The sheet as JSON. Its names are the same in every language.
pub fn json(sheet: &Sheet) -> String {
    let mut text = String::from("{");
    for (name, value) in [
        ("title", &sheet.title),
        ("scenario", &sheet.scenario),
        ("comparedWith", &sheet.compared),
        ("date", &sheet.date),
        ("publisher", &sheet.publisher),
        ("address", &sheet.address),
        ("note", &sheet.caption),
    ] {
        if !value.is_empty() {
            member(&mut text, name, value, false);
        }
    }
    for (name, rows) in [("inputs", &sheet.inputs), ("results", &sheet.results)] {
        separate(&mut text);
        string(&mut text, name);
        text.push_str(":[");
        for row in rows {
            separate(&mut text);
            object(&mut text, row);
        }
        text.push(']');
    }
    text.push_str("}\n");
    text
}

fn object(text: &mut String, row: &Row) {
    text.push('{');
    for (name, value, number) in [
        ("key", row.key, false),
        ("group", &row.group, false),
        ("name", &row.name, false),
        ("value", &row.value, true),
        ("unit", &row.unit, false),
        ("low", &row.low, true),
        ("high", &row.high, true),
        ("comparedWith", &row.other, true),
        ("source", &row.source, false),
    ] {
        if !value.is_empty() {
            member(text, name, value, number);
        }
    }
    text.push('}');
}

fn member(text: &mut String, name: &str, value: &str, number: bool) {
    separate(text);
    string(text, name);
    text.push(':');
    if number {
        text.push_str(value);
    } else {
        string(text, value);
    }
}

fn separate(text: &mut String) {
    if !text.ends_with(['{', '[']) {
        text.push(',');
    }
}

fn string(text: &mut String, value: &str) {
    text.push('"');
    for letter in value.chars() {
        match letter {
            '"' | '\\' => {
                text.push('\\');
                text.push(letter);
            }
            // No text of the site has any other.
            letter if letter < ' ' => text.push(' '),
            letter => text.push(letter),
        }
    }
    text.push('"');
}
