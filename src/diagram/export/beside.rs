//! Several scenarios side by side as CSV, for spreadsheets.

use super::{Row, Sheet};
use chain::decimal;
use model::csv::{MARK, push_row};
use model::words::TakeWords;

/// The sheets side by side: a row for each number, and for each scenario its value, low and
/// high end, and from the second on what it differs by from the first, a column called
/// `difference`. Texts about the whole stand in the first scenario's column.
pub fn beside(sheets: &[Sheet], words: &TakeWords, difference: &str) -> String {
    let mut text = String::from(MARK);
    let Some(first) = sheets.first() else {
        return text;
    };
    let [kind, key, group, name, _, unit, low, high, ..] = words.columns;
    let mut heads = [kind, key, group, name, unit].map(str::to_owned).to_vec();
    for sheet in sheets {
        let part = |part: &str| [&sheet.scenario, " ", part].concat();
        heads.extend([sheet.scenario.clone(), part(low), part(high)]);
        if heads.len() > LEADING + OWN {
            heads.push(part(difference));
        }
    }
    let width = heads.len();
    let mut push = |mut fields: Vec<String>| {
        fields.resize(width, String::new());
        push_row(&mut text, fields.iter().map(String::as_str));
    };
    push(heads);
    for (name, value) in [
        (words.date, &first.date),
        (words.publisher, &first.publisher),
        (words.address, &first.address),
    ] {
        push(
            [words.about, "", "", name, "", value]
                .map(str::to_owned)
                .to_vec(),
        );
    }
    for (kind, results) in [(words.input, false), (words.result, true)] {
        for (place, row) in rows(first, results).iter().enumerate() {
            let about = [kind, row.key, &row.group, &row.name, &row.unit];
            let mut fields = about.map(str::to_owned).to_vec();
            for own in sheets
                .iter()
                .filter_map(|sheet| rows(sheet, results).get(place))
            {
                fields.extend([&own.value, &own.low, &own.high].map(Clone::clone));
                if fields.len() > LEADING + OWN {
                    fields.push(less(&own.value, &row.value));
                }
            }
            push(fields);
        }
    }
    text
}

/// What came out of a scenario, or what was put in.
fn rows(sheet: &Sheet, results: bool) -> &[Row] {
    if results {
        &sheet.results
    } else {
        &sheet.inputs
    }
}

/// How many columns stand before the first scenario.
const LEADING: usize = 5;
/// How many are the first scenario's.
const OWN: usize = 3;

/// What a number is more than another; empty where one of them is none.
fn less(one: &str, other: &str) -> String {
    match (decimal::read(one), decimal::read(other)) {
        (Some(one), Some(other)) => decimal::write(one - other),
        _ => String::new(),
    }
}
