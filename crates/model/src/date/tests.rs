#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use rstest::rstest;

use super::{Date, DateError, Period};
use crate::Lang::{En, ZhHans};

#[rstest]
#[case("2025-10-31", "2025年10月31日", "31 October 2025", "2025-10-31")]
#[case("2025-03", "2025年3月", "March 2025", "2025-03")]
#[case("2019", "2019年", "2019", "2019")]
#[case(
    "XXXX-07-17",
    "7月17日（原文未注明年份）",
    "17 July (the source names no year)",
    "07-17"
)]
#[case("2024-02-29", "2024年2月29日", "29 February 2024", "2024-02-29")]
#[case(
    "XXXX-02-29",
    "2月29日（原文未注明年份）",
    "29 February (the source names no year)",
    "02-29"
)]
fn says_a_date_in_both_languages_and_for_machines(
    #[case] text: &str,
    #[case] zh: &str,
    #[case] en: &str,
    #[case] machine: &str,
) {
    let date = Date::parse(text).unwrap();
    assert_eq!(date.display(ZhHans), zh);
    assert_eq!(date.display(En), en);
    assert_eq!(date.datetime(), machine);
    assert_eq!(date.to_string(), text);
}

#[rstest]
#[case("2025-13-01")]
#[case("2025-00")]
#[case("2025-04-31")]
#[case("2025-02-29")]
#[case("1900-02-29")]
#[case("2025-10-00")]
#[case("0000")]
#[case("0000-05")]
#[case("XXXX-02-30")]
fn refuses_a_day_that_does_not_exist(#[case] text: &str) {
    assert_eq!(
        Date::parse(text),
        Err(DateError::Impossible(text.to_owned()))
    );
}

#[rstest]
#[case("")]
#[case("2025-1-1")]
#[case("2025/10/31")]
#[case("2025年10月31日")]
#[case("２０２５")]
#[case("XXXX")]
#[case("XXXX-07")]
#[case("2025-10-31-")]
#[case("2025-10-31T08:00")]
#[case("+025")]
#[case(" 2025")]
fn refuses_another_form(#[case] text: &str) {
    assert_eq!(Date::parse(text), Err(DateError::Form(text.to_owned())));
}

#[rstest]
#[case("2025-01/2025-09", "2025年1—9月", "January–September 2025")]
#[case("2021/2025", "2021—2025年", "2021–2025")]
#[case(
    "2024-11/2025-03",
    "2024年11月至2025年3月",
    "November 2024 to March 2025"
)]
#[case("2025-10-01/2025-10-07", "2025年10月1—7日", "1–7 October 2025")]
#[case(
    "2025-09-28/2025-10-07",
    "2025年9月28日至10月7日",
    "28 September to 7 October 2025"
)]
#[case(
    "2024-12-31/2025-01-01",
    "2024年12月31日至2025年1月1日",
    "31 December 2024 to 1 January 2025"
)]
#[case("2025-10", "2025年10月", "October 2025")]
#[case("XXXX", "年份原文未注明", "year not named in the source")]
fn says_a_period_in_both_languages(#[case] text: &str, #[case] zh: &str, #[case] en: &str) {
    let period = Period::parse(text).unwrap();
    assert_eq!(period.display(ZhHans), zh);
    assert_eq!(period.display(En), en);
    assert_eq!(period.to_string(), text);
}

#[test]
fn refuses_a_period_that_runs_backwards_or_mixes_forms() {
    let error = |text: &str| Period::parse(text).unwrap_err();
    assert!(matches!(error("2025-09/2025-01"), DateError::Backwards(_)));
    assert!(matches!(error("2020/2025-09"), DateError::Uneven(_)));
    assert!(matches!(
        error("XXXX-07-17/XXXX-07-20"),
        DateError::Uneven(_)
    ));
    assert!(matches!(error("2025-01/2025-13"), DateError::Impossible(_)));
    assert!(matches!(error("2025-01/"), DateError::Form(_)));
    assert!(matches!(
        error("2025-01/2025-02/2025-03"),
        DateError::Form(_)
    ));
}

#[test]
fn puts_periods_in_order_by_their_ends() {
    let ends = |text: &str| Period::parse(text).unwrap().ends();
    assert!(ends("2025-01/2025-09") < ends("2025"));
    assert!(ends("2024") < ends("2025-01/2025-09"));
    assert!(ends("2025-10-26") < ends("2025-10"));
    assert_eq!(ends("XXXX"), None);
}

proptest! {
    #[test]
    fn reads_what_it_writes(year in 1u16..=9999, month in 1u8..=12, day in 1u8..=28) {
        for date in [
            Date { year: Some(year), month: Some(month), day: Some(day) },
            Date { year: Some(year), month: Some(month), day: None },
            Date { year: Some(year), month: None, day: None },
            Date { year: None, month: Some(month), day: Some(day) },
        ] {
            prop_assert_eq!(Date::parse(&date.to_string()), Ok(date));
        }
    }

    #[test]
    fn never_panics_on_any_text(text in "[0-9X/年-]{0,24}|\\PC{0,12}") {
        let _ = Date::parse(&text);
        let _ = Period::parse(&text);
    }
}
