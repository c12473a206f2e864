#![allow(clippy::unwrap_used)]

use std::str::FromStr;

use proptest::prelude::*;
use rstest::rstest;
use rust_decimal::Decimal;

use super::{Number, Unit};
use crate::Lang::{En, ZhHans};

fn number(text: &str) -> Number {
    Number(Decimal::from_str(text).unwrap())
}

#[rstest]
#[case("85.6", "亿元", "85.6 亿元", "8.56 billion yuan")]
#[case("419", "亿元", "419 亿元", "41.9 billion yuan")]
#[case("1000", "亿元", "1000 亿元", "100 billion yuan")]
#[case("5000", "万元", "5000 万元", "50 million yuan")]
#[case("61.5", "万吨", "61.5 万吨", "615 kt")]
#[case("150", "万吨/年", "150 万吨/年", "1500 kt/yr")]
#[case("0.35", "万吨", "0.35 万吨", "3.5 kt")]
#[case("13350", "kWh/t", "13\u{202f}350 kWh/t", "13\u{202f}350 kWh/t")]
#[case(
    "1234567.25",
    "吨",
    "1\u{202f}234\u{202f}567.25 吨",
    "1\u{202f}234\u{202f}567.25 t"
)]
#[case(
    "-1234567",
    "吨",
    "-1\u{202f}234\u{202f}567 吨",
    "-1\u{202f}234\u{202f}567 t"
)]
#[case("-123456", "%", "-123\u{202f}456 %", "-123\u{202f}456 %")]
#[case("31.20", "%", "31.2 %", "31.2 %")]
#[case("100", "家", "100 家", "100 companies")]
#[case("2", "个", "2 个", "2 ")]
#[case("1.93", "t/t", "1.93 t/t", "1.93 t/t")]
#[case("0.5366", "kgCO2/kWh", "0.5366 kg CO₂/kWh", "0.5366 kg CO₂/kWh")]
#[case("0.9", "1", "0.9 ", "0.9 ")]
#[case("-0.0", "%", "0 %", "0 %")]
fn shows_value_and_unit_as_readers_know_them(
    #[case] value: &str,
    #[case] unit: &str,
    #[case] zh: &str,
    #[case] en: &str,
) {
    let unit = Unit::parse(unit).unwrap();
    let shown = |lang| {
        let (value, unit) = unit.show(number(value), lang);
        format!("{value} {unit}")
    };
    assert_eq!(shown(ZhHans), zh);
    assert_eq!(shown(En), en);
}

#[test]
fn knows_every_unit_by_its_word_and_no_other() {
    for unit in Unit::ALL {
        assert_eq!(Unit::parse(unit.as_str()), Ok(unit));
    }
    assert!(Unit::parse("亿").is_err());
    assert!(Unit::parse("").is_err());
}

proptest! {
    /// Taking the separators out and the factor back gives the editor's number.
    #[test]
    fn loses_no_digit(mantissa in -999_999_999_999_999i64..=999_999_999_999_999, scale in 0u32..=12) {
        let value = Number(Decimal::new(mantissa, scale));
        for unit in Unit::ALL {
            for lang in [ZhHans, En] {
                let (text, _) = unit.show(value, lang);
                let read = Decimal::from_str(&text.replace('\u{202f}', "")).unwrap();
                let (_, factor) = unit.shown(lang);
                prop_assert_eq!(read / factor, value.0);
            }
        }
    }

    #[test]
    fn never_panics_on_the_largest_numbers(text in "-?[0-9]{1,28}") {
        for unit in Unit::ALL {
            let _ = unit.show(number(&text), En);
        }
    }
}
