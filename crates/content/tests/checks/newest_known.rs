//! Figures that editors have looked for newer ones of.

use content::fault::Fault;
use content::load::read;
use model::Lang;
use rstest::rstest;

use super::overlay::Overlay;

/// The warnings of old figures on a day.
fn old(overlay: &Overlay, today: &str) -> Vec<Fault> {
    let reading = read(overlay.path(), today.parse().unwrap());
    assert!(reading.bundle.is_ok(), "{:?}", reading.bundle);
    (reading.warnings.iter().flatten())
        .filter(|fault| fault.kind.code() == "old-figure")
        .cloned()
        .collect()
}

/// The figure of this file that was looked up on this day.
fn looked(file: &str, before: &str, day: &str) -> Overlay {
    let with = format!("{before}\"newestKnown\": \"{day}\", ");
    Overlay::sound().replace(file, before, &with)
}

#[rstest]
#[case(
    "companies.json",
    "{ \"value\": 25, ",
    "companies[0].capacities[0].asOf"
)]
#[case(
    "indicators.json",
    "\"id\": \"capacity\",",
    "indicators[1].points[0].period"
)]
fn are_not_warned_of_for_a_year(#[case] file: &str, #[case] before: &str, #[case] path: &str) {
    let own = |overlay: &Overlay, today| {
        let mut warnings = old(overlay, today);
        warnings.retain(|warning| warning.file == file && warning.path == path);
        warnings
    };
    let never = Overlay::sound();
    assert_eq!(own(&never, "2026-11-30"), []);
    let [warning] = &own(&never, "2026-12-01")[..] else {
        panic!("one old figure in {file}");
    };
    let said = warning.headline(Lang::ZhHans);
    assert!(said.contains("截至“2024-11”"), "{said}");
    assert!(said.contains("newestKnown"), "{said}");
    assert!(!said.contains("上次查找"), "{said}");

    let looked = looked(file, before, "2027-03-01");
    assert_eq!(own(&looked, "2027-03-01"), []);
    assert_eq!(own(&looked, "2028-03-01"), []);
    let [again] = &own(&looked, "2028-03-02")[..] else {
        panic!("one old figure in {file}");
    };
    let said = again.headline(Lang::ZhHans);
    assert!(said.contains("上次查找更新是“2027-03-01”"), "{said}");
    let said = again.headline(Lang::En);
    assert!(said.contains("last looked for on `2027-03-01`"), "{said}");
    // A day to come silences nothing.
    assert_eq!(own(&looked, "2027-02-28").len(), 1);
}

#[test]
fn are_looked_up_on_a_day_that_is_one() {
    let overlay = looked("companies.json", "{ \"value\": 25, ", "lately");
    let faults = overlay.faults();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].kind.code(), "date");
    assert_eq!(
        faults[0].example().as_deref(),
        Some("\"newestKnown\": \"2026-11-28\"")
    );
}

#[test]
fn addresses_that_open_without_encryption_only_are_not_warned_of_for_a_year() {
    let warned = |tried: &str, today: &str| {
        let plain = Overlay::sound()
            .replace("sources.json", "https://", "http://")
            .replace("sources.json", "\"url\":", &format!("{tried}\"url\":"));
        let reading = read(plain.path(), today.parse().unwrap());
        assert!(reading.bundle.is_ok(), "{:?}", reading.bundle);
        let mut warnings = reading.warnings.iter().flatten();
        warnings.any(|fault| fault.kind.code() == "http-link")
    };
    let tried = "\"httpOnly\": \"2026-01-15\", ";
    assert!(warned("", "2026-02-01"));
    assert!(!warned(tried, "2026-02-01"));
    assert!(warned(tried, "2027-01-16"));
    assert!(
        warned(tried, "2026-01-14"),
        "a day to come silences nothing"
    );
}
