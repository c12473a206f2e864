//! Amounts as readers take them in.

use chain::amount::{AmountUnit, write};
use model::Lang;
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case(0.0, "0 t", "0 t")]
#[case(1.0, "1 t", "1 t")]
#[case(1.3756, "1.38 t", "1.38 t")]
#[case(0.0129, "12.9 kg", "12.9 kg")]
#[case(0.9996, "1 t", "1 t")]
#[case(999.6, "1000 t", "1 kt")]
#[case(1363.9, "1360 t", "1.36 kt")]
#[case(9999.0, "1 万吨", "10 kt")]
#[case(615_000.0, "61.5 万吨", "615 kt")]
#[case(12_345_678.0, "1230 万吨", "12.3 Mt")]
#[case(2.5e8, "2.5 亿吨", "250 Mt")]
#[case(0.000_015, "15 g", "15 g")]
#[case(0.000_000_5, "0.5 g", "0.5 g")]
#[case(-0.25, "−250 kg", "−250 kg")]
#[case(5e12, "50\u{202f}000 亿吨", "5\u{202f}000\u{202f}000 Mt")]
fn a_mass_is_written_with_three_digits_in_a_fitting_unit(
    #[case] tonnes: f64,
    #[case] zh: &str,
    #[case] en: &str,
) {
    let text = |lang| {
        let (value, unit) = write(tonnes, AmountUnit::Tonnes, lang);
        format!("{value} {unit}")
    };
    assert_eq!(text(Lang::ZhHans), zh);
    assert_eq!(text(Lang::En), en);
}

#[rstest]
#[case(9434.0, AmountUnit::KilowattHours, "9430 kWh", "9.43 MWh")]
#[case(8.21e9, AmountUnit::KilowattHours, "82.1 亿kWh", "8.21 TWh")]
#[case(19.5, AmountUnit::Gigajoules, "19.5 GJ", "19.5 GJ")]
#[case(1.2e7, AmountUnit::Gigajoules, "12 PJ", "12 PJ")]
#[case(3.1449, AmountUnit::TonnesCo2, "3.14 t CO₂", "3.14 t CO₂")]
#[case(2_500_000.0, AmountUnit::TonnesCo2, "250 万吨 CO₂", "2.5 Mt CO₂")]
fn each_unit_has_its_steps(
    #[case] value: f64,
    #[case] unit: AmountUnit,
    #[case] zh: &str,
    #[case] en: &str,
) {
    let text = |lang| {
        let (value, unit) = write(value, unit, lang);
        format!("{value} {unit}")
    };
    assert_eq!(text(Lang::ZhHans), zh);
    assert_eq!(text(Lang::En), en);
}

proptest! {
    /// What is written is the value, but for the digits left out.
    #[test]
    fn no_more_than_half_of_the_third_digit_is_lost(value in 1e-5..1e13) {
        for lang in Lang::ALL {
            let (text, unit) = write(value, AmountUnit::Tonnes, lang);
            let scale = match unit {
                "g" => 1e-6,
                "kg" => 1e-3,
                "t" => 1.0,
                "kt" => 1e3,
                "万吨" | "萬噸" => 1e4,
                "Mt" => 1e6,
                "亿吨" | "億噸" => 1e8,
                other => panic!("{other} is no unit of mass"),
            };
            let read: f64 = text.replace('\u{202f}', "").parse().unwrap();
            prop_assert!((read * scale - value).abs() <= 0.00501 * value, "{value}: {text} {unit}");
        }
    }
}
