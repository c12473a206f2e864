//! The address of a figure: it stays, and no other figure has it.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use model::date::Period;
use model::routes::{Address, Route, is_slug, point};
use model::{Lang, PointKind};
use proptest::prelude::*;

const KINDS: [PointKind; 3] = [PointKind::Actual, PointKind::Target, PointKind::Forecast];

#[test]
fn says_the_period_and_what_is_no_result() {
    for (period, kind, expected) in [
        ("2024", PointKind::Actual, "2024"),
        ("2025-10", PointKind::Actual, "2025-10"),
        ("2025-10-26", PointKind::Actual, "2025-10-26"),
        ("2025-01/2025-09", PointKind::Actual, "2025-01-to-2025-09"),
        ("XXXX", PointKind::Actual, "undated"),
        ("XXXX-07-17", PointKind::Actual, "undated-07-17"),
        ("2027", PointKind::Target, "2027-target"),
        ("2025", PointKind::Forecast, "2025-forecast"),
    ] {
        assert_eq!(point(Period::parse(period).unwrap(), kind), expected);
    }
}

#[test]
fn is_read_as_it_is_written_and_is_nothing_by_halves() {
    let route = Route::Figure("output".to_owned(), "2025-01-to-2025-09".to_owned());
    let address = Address::new(Lang::En, route);
    assert_eq!(address.path(), "/en/figures/output/2025-01-to-2025-09/");
    assert_eq!(Address::parse(&address.path()), Some(address.clone()));
    assert_eq!(
        address.document(),
        "en/figures/output/2025-01-to-2025-09.json"
    );
    for path in [
        "/figures/output/",
        "/figures/output/2024/more/",
        "/figures/Output/2024/",
    ] {
        assert_eq!(Address::parse(path), None, "{path}");
    }
}

proptest! {
    #[test]
    fn differs_wherever_period_or_kind_does(years in prop::collection::btree_set(1u16..3000, 1..6)) {
        let years: Vec<String> = years.into_iter().map(|year| format!("{year:04}")).collect();
        let spans = years.windows(2).map(|two| format!("{}/{}", two[0], two[1]));
        let months = years.iter().map(|year| format!("{year}-03"));
        let days = years.iter().map(|year| format!("{year}-03-05"));
        let all = years.iter().cloned().chain(spans).chain(months).chain(days);
        let all: Vec<Period> = all.map(|text| Period::parse(&text).unwrap()).collect();
        let names: Vec<String> = all
            .iter()
            .flat_map(|period| KINDS.map(|kind| point(*period, kind)))
            .collect();
        prop_assert!(names.iter().all(|name| is_slug(name)));
        let distinct: BTreeSet<&String> = names.iter().collect();
        prop_assert_eq!(distinct.len(), names.len());
    }
}
