//! All faults at once, in order, and none that only follows from another.

use alliance::content::Lang;

use super::overlay::{Overlay, codes};

#[test]
fn reports_the_faults_of_all_files_at_once() {
    let faults = Overlay::with("scheme")
        .replace(
            "projects.json",
            "\"projects\": [",
            "\"projects\": [ // 项目",
        )
        .and("schema-version")
        .and("missing-link")
        .and("count")
        .and("not-slug")
        .and("date")
        .and("no-sort-date")
        .faults();
    assert_eq!(
        codes(&faults),
        [
            ("alliance.json", "schema-version"),
            ("chain.json", "missing-link"),
            ("companies.json", "not-slug"),
            ("indicators.json", "count"),
            ("news/2025-10-31-output.json", "date"),
            ("news/founding.json", "no-sort-date"),
            ("projects.json", "syntax"),
            ("sources.json", "scheme"),
        ]
    );
}

#[test]
fn reports_the_faults_of_one_record_at_once() {
    let faults = Overlay::with("several").faults();
    let found: Vec<(String, &str)> = faults
        .iter()
        .map(|fault| (fault.position.unwrap().to_string(), fault.kind.code()))
        .collect();
    let expected = [
        ("2:9", "file-name"),
        ("3:11", "date"),
        ("4:12", "too-long"),
        ("5:11", "raw-html"),
        ("6:3", "unknown-field"),
        ("7:15", "unknown-word"),
        ("8:17", "dangling"),
        ("8:32", "wrong-shape"),
        ("9:13", "dangling"),
    ];
    assert_eq!(
        found,
        expected.map(|(position, code)| (position.to_owned(), code)),
        "a fault of shape hides none of sense"
    );
}

#[test]
fn reports_a_link_twice_as_one_missing_and_one_double() {
    let faults = Overlay::sound()
        .replace("chain.json", "\"id\": \"anode\"", "\"id\": \"alumina\"")
        .faults();
    assert_eq!(
        codes(&faults),
        [
            ("chain.json", "missing-link"),
            ("chain.json", "duplicate-id")
        ]
    );
}

#[test]
fn takes_no_reference_for_dangling_when_its_file_cannot_be_read() {
    let faults = Overlay::sound().write("sources.json", "{").faults();
    assert_eq!(codes(&faults), [("sources.json", "syntax")]);
}

#[test]
fn takes_no_reference_for_dangling_when_an_id_cannot_be_read() {
    let faults = Overlay::sound()
        .replace("sources.json", "\"id\": \"daily\"", "\"id\": 7")
        .faults();
    assert_eq!(codes(&faults), [("sources.json", "wrong-shape")]);
}

#[test]
fn still_knows_the_ids_of_a_file_with_a_fault_of_shape() {
    let faults = Overlay::sound()
        .replace("sources.json", "\"date\": \"2019\"", "\"date\": 2019")
        .replace("projects.json", "\"daily\"", "\"dayly\"")
        .faults();
    assert_eq!(
        codes(&faults),
        [
            ("projects.json", "dangling"),
            ("sources.json", "wrong-shape")
        ]
    );
}

#[test]
fn renders_a_report_by_file_with_path_line_mark_and_count() {
    let report = Overlay::with("date")
        .and("schema-version")
        .load()
        .unwrap_err();
    assert_eq!(
        report.render(Lang::ZhHans),
        "alliance.json:2:20  版本：schemaVersion 是 3，本程序只认到 2。请换用新版的 site。 [schema-version]
    › alliance.json › 版本（schemaVersion）
    2 │   \"schemaVersion\": 3,
      │                    ^
    例如  \"schemaVersion\": 2

news/2025-10-31-output.json:3:11  日期：“2025-13-01”不是有效日期，没有这一天或这一月。请写成 YYYY-MM-DD、YYYY-MM 或 YYYY，例如 2025-10-31；原文未注明年份时写 XXXX-07-17；时期写 2025-01/2025-09。 [date]
    › news/2025-10-31-output.json › 日期（date）
    3 │   \"date\": \"2025-13-01\",
      │           ^^^^^^^^^^^^
    例如  \"date\": \"2025-10-31\"

共 2 处问题，涉及 2 个文件。"
    );
    assert!(
        report
            .render(Lang::En)
            .ends_with("\n\n2 faults in 2 files.")
    );
}

#[test]
fn marks_the_place_in_a_line_with_wide_characters() {
    let report = Overlay::with("hidden-character").load().unwrap_err();
    let fault = report.iter().next().unwrap();
    let excerpt = fault.excerpt.as_ref().unwrap();
    assert_eq!(excerpt.before, 14);
    let rendered = fault.render(Lang::En);
    assert!(
        rendered.ends_with("│            \u{20}\u{3000}\u{3000}^"),
        "{rendered}"
    );
}
