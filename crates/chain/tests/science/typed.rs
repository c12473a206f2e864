//! Numbers as people type them.

use chain::decimal;
use chain::typed_number::{NotANumber, read};
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case("61.5", 61.5)]
#[case(" 61.5 ", 61.5)]
#[case("６１．５", 61.5)]
#[case("６１。５", 61.5)]
#[case("61。5", 61.5)]
#[case("61｡5", 61.5)]
#[case("．5", 0.5)]
#[case("5.", 5.0)]
#[case("＋12", 12.0)]
#[case("－12", -12.0)]
#[case("−12", -12.0)]
#[case("－　12", -12.0)]
#[case("615,000", 615_000.0)]
#[case("615，000", 615_000.0)]
#[case("1、234、567.5", 1_234_567.5)]
#[case("1 234 567", 1_234_567.0)]
#[case("1\u{202f}234", 1234.0)]
#[case("1'234", 1234.0)]
#[case("61.5万", 615_000.0)]
#[case("61.5 万吨", 615_000.0)]
#[case("61．5萬噸", 615_000.0)]
#[case("1.5亿", 150_000_000.0)]
#[case("0.12345678万亿", 123_456_780_000.0)]
#[case("12345.678901万", 123_456_789.01)]
#[case("61.5t", 61.5)]
#[case("61.5 T", 61.5)]
#[case("61.5吨", 61.5)]
#[case("\u{200b}61.5\u{feff}", 61.5)]
fn a_number_of_tonnes_is_read_as_it_is_typed(#[case] text: &str, #[case] expected: f64) {
    assert_eq!(read(text, "t"), Ok(Some(expected)));
}

#[rstest]
#[case("12％", 12.0)]
#[case("12 %", 12.0)]
#[case("12﹪", 12.0)]
#[case("１２", 12.0)]
fn a_share_may_have_its_sign(#[case] text: &str, #[case] expected: f64) {
    assert_eq!(read(text, "%"), Ok(Some(expected)));
}

#[rstest]
#[case("-")]
#[case("－")]
#[case("—")]
#[case(".")]
#[case("。")]
#[case("，")]
#[case("%")]
#[case("万")]
#[case("12%")]
#[case("12kWh")]
#[case("十二")]
#[case("12万个")]
#[case("1,5")]
#[case("61、5")]
#[case("12 34")]
#[case("1,234 567")]
#[case("1,,234")]
#[case(",234")]
#[case("1.2.3")]
#[case("1.234,5")]
#[case("1e3")]
#[case("0x1")]
#[case("--1")]
#[case("+-1")]
#[case("约12")]
#[case("不限")]
#[case("NaN")]
#[case("1234567890123456")]
fn what_is_no_number_of_tonnes_is_refused(#[case] text: &str) {
    assert_eq!(read(text, "t"), Err(NotANumber), "{text:?}");
}

#[rstest]
#[case("")]
#[case("   ")]
#[case("　")]
#[case("\u{200b}")]
fn nothing_is_nothing(#[case] text: &str) {
    assert_eq!(read(text, "t"), Ok(None));
}

proptest! {
    #[test]
    fn what_the_page_writes_is_read(value in 0.0..1e9_f64) {
        let text = decimal::write(value);
        prop_assert_eq!(read(&text, "").ok().flatten(), decimal::read(&text));
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(text in "\\PC{0,12}") {
        if let Ok(Some(number)) = read(&text, "t") {
            prop_assert!(number.is_finite());
        }
    }
}
