//! An amount as readers take it in: three significant digits, grouped, in the
//! unit that fits its size and the reader's language.
//!
//! Both halves of the site must write the same bytes, and the standard
//! library's formatting of floats is large in the browser: so the digits are
//! taken with integers.

use model::Lang;

/// The base unit of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AmountUnit {
    /// Mass, in tonnes.
    Tonnes,
    /// Electricity, in kilowatt-hours.
    KilowattHours,
    /// Heat, in gigajoules.
    Gigajoules,
    /// CO2 and what warms like it, in tonnes.
    TonnesCo2,
}

/// A unit to write in, and from which power of ten of the base unit it is used.
type Step = (i32, &'static str);

impl AmountUnit {
    /// The word for it beside exact numbers, as in `site balance`.
    pub const fn as_str(self) -> &'static str {
        match self {
            AmountUnit::Tonnes => "t",
            AmountUnit::KilowattHours => "kWh",
            AmountUnit::Gigajoules => "GJ",
            AmountUnit::TonnesCo2 => "tCO2e",
        }
    }

    /// The steps, smallest first; the first serves whatever is smaller still.
    const fn steps(self, lang: Lang) -> &'static [Step] {
        match (self, lang) {
            (AmountUnit::Tonnes, Lang::ZhHant) => {
                &[(-6, "g"), (-3, "kg"), (0, "t"), (4, "萬噸"), (8, "億噸")]
            }
            (AmountUnit::KilowattHours, Lang::ZhHant) => {
                &[(-3, "Wh"), (0, "kWh"), (4, "萬kWh"), (8, "億kWh")]
            }
            (AmountUnit::TonnesCo2, Lang::ZhHant) => &[
                (-6, "g CO₂"),
                (-3, "kg CO₂"),
                (0, "t CO₂"),
                (4, "萬噸 CO₂"),
                (8, "億噸 CO₂"),
            ],
            (AmountUnit::Tonnes, Lang::ZhHans) => {
                &[(-6, "g"), (-3, "kg"), (0, "t"), (4, "万吨"), (8, "亿吨")]
            }
            (AmountUnit::Tonnes, Lang::En) => {
                &[(-6, "g"), (-3, "kg"), (0, "t"), (3, "kt"), (6, "Mt")]
            }
            (AmountUnit::KilowattHours, Lang::ZhHans) => {
                &[(-3, "Wh"), (0, "kWh"), (4, "万kWh"), (8, "亿kWh")]
            }
            (AmountUnit::KilowattHours, Lang::En) => {
                &[(-3, "Wh"), (0, "kWh"), (3, "MWh"), (6, "GWh"), (9, "TWh")]
            }
            (AmountUnit::Gigajoules, _) => {
                &[(-3, "MJ"), (0, "GJ"), (3, "TJ"), (6, "PJ"), (9, "EJ")]
            }
            (AmountUnit::TonnesCo2, Lang::ZhHans) => &[
                (-6, "g CO₂"),
                (-3, "kg CO₂"),
                (0, "t CO₂"),
                (4, "万吨 CO₂"),
                (8, "亿吨 CO₂"),
            ],
            (AmountUnit::TonnesCo2, Lang::En) => &[
                (-6, "g CO₂"),
                (-3, "kg CO₂"),
                (0, "t CO₂"),
                (3, "kt CO₂"),
                (6, "Mt CO₂"),
            ],
        }
    }
}

/// Value and unit, as `("1.36", "t")`. Zero is `0` of the base unit.
pub fn write(value: f64, unit: AmountUnit, lang: Lang) -> (String, &'static str) {
    let steps = unit.steps(lang);
    let base = steps
        .iter()
        .find(|(power, _)| *power == 0)
        .map_or("", |(_, unit)| *unit);
    if !value.is_finite() {
        return ("–".to_owned(), base);
    }
    let Some((digits, power)) = three_digits(value) else {
        return ("0".to_owned(), base);
    };
    // Of 123 × 10^power, the first digit stands at 10^(power + 2).
    let fits = |step: &&Step| step.0 <= power + 2;
    let Some((step, name)) = steps.iter().rev().find(fits).or(steps.first()) else {
        return ("0".to_owned(), base);
    };
    let mut out = String::new();
    if value < 0.0 {
        out.push('−');
    }
    place(&mut out, digits, power - step);
    (out, name)
}

/// `12.3 万吨`: the two belong together, and no line breaks between them.
pub fn joined(value: f64, unit: AmountUnit, lang: Lang) -> String {
    let (value, unit) = write(value, unit, lang);
    join(value, unit)
}

/// `11.9–12.6 万吨`, the unit once where it is the same; `None` where both ends
/// read the same.
pub fn span(low: f64, high: f64, unit: AmountUnit, lang: Lang) -> Option<String> {
    let (low, low_unit) = write(low, unit, lang);
    let (high, high_unit) = write(high, unit, lang);
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
pub fn difference(value: f64, unit: AmountUnit, lang: Lang) -> String {
    let text = joined(value, unit, lang);
    if value > 0.0 && !text.starts_with("0\u{a0}") {
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

/// A value as three digits and the power of ten of the last; `None` for zero
/// and for what is too small to see.
fn three_digits(value: f64) -> Option<(u32, i32)> {
    let mut rest = value.abs();
    let mut power = 0;
    if rest < 1e-18 {
        return None;
    }
    while rest >= 1000.0 {
        rest /= 10.0;
        power += 1;
    }
    while rest < 100.0 {
        rest *= 10.0;
        power -= 1;
    }
    // Half up; 999.5 becomes 1000, which is 100 of the next power.
    let digits = (rest + 0.5) as u32;
    Some(match digits {
        1000.. => (100, power + 1),
        _ => (digits, power),
    })
}

/// Writes `digits × 10^power`, without zeros at the end of a fraction, in
/// groups of three from five whole digits on.
fn place(out: &mut String, digits: u32, power: i32) {
    let digit = |index: u32| char::from(b'0' + (digits / 10_u32.pow(2 - index) % 10) as u8);
    let whole = power + 3;
    if whole <= 0 {
        out.push('0');
    }
    for index in 0..whole.max(0) {
        let left = whole - index;
        if whole > 4 && index > 0 && left % 3 == 0 {
            out.push('\u{202f}');
        }
        out.push(if index < 3 { digit(index as u32) } else { '0' });
    }
    let mut fraction = String::new();
    for _ in whole..0 {
        fraction.push('0');
    }
    for index in whole.max(0)..3 {
        fraction.push(digit(index as u32));
    }
    let fraction = fraction.trim_end_matches('0');
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
}
