//! The table as CSV, for spreadsheets.

use super::{Row, Sheet};
use model::csv::{MARK, push_row};
use model::words::TakeWords;

/// The sheet as CSV: what it is, what was put in, what came out.
pub fn csv(sheet: &Sheet, words: &TakeWords) -> String {
    let mut text = String::from(MARK);
    push_row(&mut text, words.columns);
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
            push_row(
                &mut text,
                [words.about, "", "", name, value, "", "", "", "", ""],
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
            push_row(
                &mut text,
                [
                    kind, key, group, name, value, unit, low, high, other, source,
                ],
            );
        }
    }
    text
}
