//! What has been put right in an article.

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
