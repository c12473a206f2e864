//! Results written out in the page's language.

use crate::library::use_lang;
use chain::amount::{self, AmountUnit, joined};

/// `12.3 万吨`
pub fn amount(value: f64, unit: AmountUnit) -> String {
    joined(value, unit, use_lang())
}

/// `11.9–12.6 万吨`; `None` where both ends read the same.
pub fn span(low: f64, high: f64, unit: AmountUnit) -> Option<String> {
    amount::span(low, high, unit, use_lang())
}

/// The same under a number that says the unit: `11.9–12.6` where it is one.
pub fn ends(low: f64, high: f64, unit: AmountUnit) -> Option<String> {
    let text = span(low, high, unit)?;
    Some(match text.matches('\u{a0}').count() {
        1 => text.split('\u{a0}').next().unwrap_or_default().to_owned(),
        _ => text,
    })
}

/// A difference with its sign.
pub fn difference(value: f64, unit: AmountUnit) -> String {
    amount::difference(value, unit, use_lang())
}
