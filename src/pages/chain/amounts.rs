//! Results written out.

use crate::library::use_lang;
use chain::amount::{AmountUnit, write};

/// `12.3 万吨`
pub fn amount(value: f64, unit: AmountUnit) -> String {
    let (value, unit) = write(value, unit, use_lang());
    join(value, unit)
}

/// `11.9–12.6 万吨`, the unit once where it is the same; `None` where both ends
/// read the same.
pub fn span(low: f64, high: f64, unit: AmountUnit) -> Option<String> {
    let (low, low_unit) = write(low, unit, use_lang());
    let (high, high_unit) = write(high, unit, use_lang());
    if low == high && low_unit == high_unit {
        return None;
    }
    let mut text = if low_unit == high_unit {
        low
    } else {
        join(low, low_unit)
    };
    text.push('–');
    text.push_str(&join(high, high_unit));
    Some(text)
}

/// A difference with its sign.
pub fn difference(value: f64, unit: AmountUnit) -> String {
    let text = amount(value, unit);
    if value > 0.0 && !text.starts_with("0 ") {
        let mut signed = String::from("+");
        signed.push_str(&text);
        return signed;
    }
    text
}

fn join(mut value: String, unit: &str) -> String {
    value.push('\u{a0}');
    value.push_str(unit);
    value
}
