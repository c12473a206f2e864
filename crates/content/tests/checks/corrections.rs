//! What has been put right in an article, and which figures were.

use content::fault::{Fault, Kind};
use content::load::{load, read};
use model::Lang;
use model::date::Date;

use super::overlay::Overlay;

const ARTICLE: &str = "news/2025-10-31-output.json";

/// A sound bundle whose article has these corrections.
fn corrected(list: &str) -> Overlay {
    let new = format!("\"corrections\": {list}, \"category\"");
    Overlay::sound().replace(ARTICLE, "\"category\"", &new)
}

fn faults(overlay: &Overlay, today: &str) -> Vec<Fault> {
    match read(overlay.path(), today.parse().unwrap()).bundle {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().cloned().collect(),
    }
}

#[test]
fn are_read_with_the_day_on_which_the_article_last_changed() {
    let overlay = corrected(
        r#"[{ "date": "2025-11-03", "note": "甲" }, { "date": "2025-11-05", "note": "乙" }]"#,
    );
    let bundle = load(overlay.path()).unwrap();
    let article = |id| bundle.news.iter().find(|article| article.id == id).unwrap();
    let output = article("2025-10-31-output");
    assert_eq!(output.corrections.len(), 2);
    assert_eq!(output.updated(), Date::parse("2025-11-05").unwrap());
    // Its place among the news stays what it was.
    assert_eq!(output.order(), Date::parse("2025-10-31").unwrap());
    let founding = article("founding");
    assert_eq!(founding.updated(), founding.order());
}

#[test]
fn may_lie_on_the_day_of_the_article_and_on_today() {
    let overlay = corrected(
        r#"[{ "date": "2025-10-31", "note": "甲" }, { "date": "2025-10-31", "note": "乙" },
            { "date": "2025-12-31", "note": "丙" }]"#,
    );
    assert_eq!(faults(&overlay, "2025-12-31"), []);
}

#[test]
fn are_not_dated_ahead() {
    let overlay = corrected(r#"[{ "date": "2026-01-02", "note": "甲" }]"#);
    let faults = faults(&overlay, "2026-01-01");
    let [fault] = &faults[..] else {
        panic!("one fault expected: {faults:#?}");
    };
    assert_eq!(fault.kind.code(), "future-correction");
    assert_eq!(fault.position.unwrap().to_string(), "7:29");
    let message = fault.headline(Lang::ZhHans);
    assert!(
        message.contains("“2026-01-02”还没有到，今天是 2026-01-01"),
        "{message}"
    );
    assert!(
        (fault.headline(Lang::En)).contains("Write the day on which the text was put right"),
        "{fault}"
    );
    assert_eq!(fault.example().as_deref(), Some("\"date\": \"2026-01-01\""));
}

#[test]
fn are_compared_with_the_sort_date_where_the_year_is_unknown() {
    let founding = "news/founding.json";
    let with = |date: &str| {
        let new = format!(
            "\"corrections\": [{{ \"date\": \"{date}\", \"note\": \"甲\" }}], \"category\""
        );
        Overlay::sound().replace(founding, "\"category\"", &new)
    };
    assert_eq!(faults(&with("2020-07-17"), "2026-01-01"), []);
    let early = faults(&with("2020-07-16"), "2026-01-01");
    assert!(
        matches!(
            &early[..],
            [Fault {
                kind: Kind::EarlyCorrection { .. },
                ..
            }]
        ),
        "{early:#?}"
    );
}

#[test]
fn ask_for_an_english_note() {
    let overlay = corrected(r#"[{ "date": "2025-11-03", "note": "甲" }]"#);
    let reading = read(overlay.path(), "2026-01-01".parse().unwrap());
    let warning = (reading.warnings.iter().flatten())
        .find(|fault| fault.path == "corrections[0].note")
        .unwrap();
    assert_eq!(warning.kind.code(), "no-english");
}

/// A sound bundle whose first series has these corrected values.
fn corrected_values(list: &str) -> Overlay {
    let new = format!("\"corrected\": {list}, \"unit\"");
    Overlay::sound().replace("indicators.json", "\"unit\"", &new)
}

#[test]
fn values_belong_to_the_point_of_their_period_and_kind() {
    let overlay = corrected_values(
        r#"[{ "period": "2024", "kind": "actual", "value": 491, "published": "2025-01-20", "date": "2025-01-20" },
            { "period": "2027", "kind": "target", "value": 100, "published": "2025-01", "date": "2025-03-02", "note": "甲" }]"#,
    );
    assert_eq!(faults(&overlay, "2026-01-01"), []);
    let bundle = load(overlay.path()).unwrap();
    let output = bundle.indicator("output").unwrap();
    let values = |point: usize| -> Vec<String> {
        let corrected = output.corrected(&output.points[point]);
        corrected.map(|one| one.value.0.to_string()).collect()
    };
    assert_eq!(values(0), ["491"]);
    assert!(values(1).is_empty());
    assert_eq!(values(2), ["100"]);
}

#[test]
fn values_are_put_right_after_they_were_published_in_order_and_by_today() {
    let value = |period: &str, kind: &str, published: &str, date: &str| {
        format!(
            r#"{{ "period": "{period}", "kind": "{kind}", "value": 1, "published": "{published}", "date": "{date}" }}"#
        )
    };
    let actual = |published, date| value("2024", "actual", published, date);
    for (list, code) in [
        (
            actual("2025-02-02", "2025-02-01"),
            "correction-before-article",
        ),
        (actual("2025-01-20", "2026-01-02"), "future-correction"),
        (actual("2025-01-20", "2025-03"), "partial-correction-date"),
        (
            [
                actual("2025-01-20", "2025-03-02"),
                actual("2025-01-20", "2025-03-01"),
            ]
            .join(", "),
            "correction-order",
        ),
        (
            value("2024", "target", "2025-01-20", "2025-03-02"),
            "corrected-without-point",
        ),
    ] {
        let faults = faults(&corrected_values(&format!("[{list}]")), "2026-01-01");
        let codes: Vec<&str> = faults.iter().map(|fault| fault.kind.code()).collect();
        assert_eq!(codes, [code], "{list}");
    }
}
