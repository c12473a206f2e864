//! The table as CSV (RFC 4180), for spreadsheets: they take it for UTF-8 only
//! with a byte order mark.

use super::{Row, Sheet};
use model::words::TakeWords;

/// The sheet as CSV: what it is, what was put in, what came out.
pub fn csv(sheet: &Sheet, words: &TakeWords) -> String {
    let mut text = String::from("\u{feff}");
    line(&mut text, &words.columns);
    for (name, value) in [
        (words.title, &sheet.title),
        (words.scenario, &sheet.scenario),
        (words.compared, &sheet.compared),
        (words.date, &sheet.date),
        (words.publisher, &sheet.publisher),
        (words.address, &sheet.address),
        (words.note, &sheet.caption),
    ] {
        if !value.is_empty() {
            line(
                &mut text,
                &[words.about, "", "", name, value, "", "", "", "", ""],
            );
        }
    }
    for (kind, rows) in [(words.input, &sheet.inputs), (words.result, &sheet.results)] {
        for row in rows {
            let Row {
                key,
                group,
                name,
                value,
                unit,
                low,
                high,
                other,
                source,
            } = row;
            line(
                &mut text,
                &[
                    kind, key, group, name, value, unit, low, high, other, source,
                ],
            );
        }
    }
    text
}

fn line(text: &mut String, fields: &[&str]) {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        push(text, field);
    }
    text.push_str("\r\n");
}

fn push(text: &mut String, field: &str) {
    // A spreadsheet takes what begins like this for a formula.
    let formula = field.starts_with(['=', '+', '@', '\t']);
    if !formula && !field.contains([',', '"', '\r', '\n']) {
        text.push_str(field);
        return;
    }
    text.push('"');
    if formula {
        text.push('\'');
    }
    for letter in field.chars() {
        if letter == '"' {
            text.push('"');
        }
        text.push(letter);
    }
    text.push('"');
}
