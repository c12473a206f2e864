//! Numbers and units, exactly.
//!
//! Editors write the units of Chinese statistics; English readers get SI and
//! short-scale ones. Conversion is by powers of ten on decimals, so nothing is
//! rounded.

use rust_decimal::Decimal;
use thiserror::Error;

use super::Lang;

/// A number as the editor wrote it, in decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(pub Decimal);

/// A unit, by the word editors write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// 亿元: 100 million yuan.
    HundredMillionYuan,
    /// 万元: 10 thousand yuan.
    TenThousandYuan,
    /// 万吨: 10 thousand tonnes.
    TenThousandTonnes,
    /// 万吨/年: capacity.
    TenThousandTonnesPerYear,
    /// 吨
    Tonnes,
    /// 家: companies.
    Companies,
    /// 个: projects, contracts.
    Items,
    /// 万件: 10 thousand pieces.
    TenThousandPieces,
    /// %
    Percent,
    /// t/t
    TonnesPerTonne,
    /// kg/t
    KilogramsPerTonne,
    /// kWh/t
    KilowattHoursPerTonne,
    /// GJ/t
    GigajoulesPerTonne,
    /// tCO2/t
    TonnesCo2PerTonne,
    /// kgCO2/kWh
    KilogramsCo2PerKilowattHour,
    /// kgCO2/GJ
    KilogramsCo2PerGigajoule,
    /// V
    Volts,
    /// A ratio without unit; written `1`.
    Ratio,
}

/// The word is no unit of the site.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` is not a unit that the site knows")]
pub struct UnknownUnit(pub String);

impl Unit {
    /// Every unit.
    pub const ALL: [Unit; 18] = [
        Unit::HundredMillionYuan,
        Unit::TenThousandYuan,
        Unit::TenThousandTonnes,
        Unit::TenThousandTonnesPerYear,
        Unit::Tonnes,
        Unit::Companies,
        Unit::Items,
        Unit::TenThousandPieces,
        Unit::Percent,
        Unit::TonnesPerTonne,
        Unit::KilogramsPerTonne,
        Unit::KilowattHoursPerTonne,
        Unit::GigajoulesPerTonne,
        Unit::TonnesCo2PerTonne,
        Unit::KilogramsCo2PerKilowattHour,
        Unit::KilogramsCo2PerGigajoule,
        Unit::Volts,
        Unit::Ratio,
    ];

    /// The word in the bundle.
    pub const fn as_str(self) -> &'static str {
        match self {
            Unit::HundredMillionYuan => "亿元",
            Unit::TenThousandYuan => "万元",
            Unit::TenThousandTonnes => "万吨",
            Unit::TenThousandTonnesPerYear => "万吨/年",
            Unit::Tonnes => "吨",
            Unit::Companies => "家",
            Unit::Items => "个",
            Unit::TenThousandPieces => "万件",
            Unit::Percent => "%",
            Unit::TonnesPerTonne => "t/t",
            Unit::KilogramsPerTonne => "kg/t",
            Unit::KilowattHoursPerTonne => "kWh/t",
            Unit::GigajoulesPerTonne => "GJ/t",
            Unit::TonnesCo2PerTonne => "tCO2/t",
            Unit::KilogramsCo2PerKilowattHour => "kgCO2/kWh",
            Unit::KilogramsCo2PerGigajoule => "kgCO2/GJ",
            Unit::Volts => "V",
            Unit::Ratio => "1",
        }
    }

    /// Reads the word.
    ///
    /// # Errors
    /// When it is none of [`Unit::ALL`].
    pub fn parse(word: &str) -> Result<Self, UnknownUnit> {
        Self::ALL
            .into_iter()
            .find(|unit| unit.as_str() == word)
            .ok_or_else(|| UnknownUnit(word.to_owned()))
    }

    /// The unit as a reader of the language knows it, and what a value in the
    /// bundle's unit is multiplied by for it: a power of ten, so that the
    /// product is exact.
    fn shown(self, lang: Lang) -> (&'static str, Decimal) {
        let one = Decimal::ONE;
        match (lang, self) {
            (_, Unit::Ratio) => ("", one),
            (_, Unit::TonnesCo2PerTonne) => ("t CO₂/t", one),
            (_, Unit::KilogramsCo2PerKilowattHour) => ("kg CO₂/kWh", one),
            (_, Unit::KilogramsCo2PerGigajoule) => ("kg CO₂/GJ", one),
            (Lang::ZhHans | Lang::ZhHant, unit) => (unit.as_str(), one),
            (Lang::En, Unit::HundredMillionYuan) => ("billion yuan", Decimal::new(1, 1)),
            (Lang::En, Unit::TenThousandYuan) => ("million yuan", Decimal::new(1, 2)),
            (Lang::En, Unit::TenThousandTonnes) => ("kt", Decimal::TEN),
            (Lang::En, Unit::TenThousandTonnesPerYear) => ("kt/yr", Decimal::TEN),
            (Lang::En, Unit::Tonnes) => ("t", one),
            (Lang::En, Unit::Companies) => ("companies", one),
            (Lang::En, Unit::Items) => ("", one),
            (Lang::En, Unit::TenThousandPieces) => ("thousand pieces", Decimal::TEN),
            (Lang::En, unit) => (unit.as_str(), one),
        }
    }

    /// A mass in tonnes, exactly; `None` for what is no mass.
    pub fn tonnes(self, value: Number) -> Option<Decimal> {
        let factor = match self {
            Unit::Tonnes => Decimal::ONE,
            Unit::TenThousandTonnes | Unit::TenThousandTonnesPerYear => Decimal::from(10_000),
            _ => return None,
        };
        value.0.checked_mul(factor)
    }

    /// Value and unit as a reader of the language knows them.
    pub fn show(self, value: Number, lang: Lang) -> (String, &'static str) {
        let (value, unit) = self.convert(value, lang);
        (group(value), unit)
    }

    /// The same as a number, for tables.
    pub fn convert(self, value: Number, lang: Lang) -> (Decimal, &'static str) {
        let (unit, factor) = self.shown(lang);
        match value.0.checked_mul(factor) {
            Some(value) => (value.normalize(), unit),
            // Too large for the reader's unit: the editor's will do.
            None => (value.0.normalize(), self.as_str()),
        }
    }
}

/// Thin groups of three from five digits on: `13 350`, as the SI brochure has
/// it; `1000` stays whole.
fn group(value: Decimal) -> String {
    let text = value.to_string();
    let (whole, rest) = text
        .split_once('.')
        .map_or((text.as_str(), ""), |(whole, rest)| (whole, rest));
    let digits = whole.trim_start_matches('-').len();
    let mut out = String::with_capacity(text.len() + 4);
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len() - index;
        if digits > 4 && index > 0 && digit.is_ascii_digit() && left % 3 == 0 && !out.ends_with('-')
        {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push('.');
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests;
