//! All faults at once, in order, and none that only follows from another.

use model::Lang;

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
        .and("missing-stage")
        .and("count")
        .and("not-slug")
        .and("date")
        .and("no-sort-date")
        .faults();
    assert_eq!(
        codes(&faults),
        [
            ("alliance.json", "schema-version"),
            ("chain.json", "missing-stage"),
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
fn reports_a_stage_twice_as_one_missing_and_one_double() {
    let faults = Overlay::sound()
        .replace("chain.json", "\"id\": \"anode\"", "\"id\": \"alumina\"")
        .faults();
    assert_eq!(
        codes(&faults),
        [
            ("chain.json", "missing-stage"),
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
        "alliance.json:2:20  版本：schemaVersion 是 4，本程序只认到 3。请换用新版的 site。 [schema-version]
    › alliance.json › 版本（schemaVersion）
    2 │   \"schemaVersion\": 4,
      │                    ^

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
    let marks = rendered.lines().find(|line| line.contains('^')).unwrap();
    assert!(
        marks.ends_with("│            \u{20}\u{3000}\u{3000}^"),
        "{rendered}"
    );
}

#[test]
fn shows_signs_for_characters_that_a_terminal_would_obey() {
    let title = "\"title\": \"前三季度产值公布\"";
    let raw = "\"title\": \"红\u{1b}[31m\u{9b}色\"";
    let escaped = "\"title\": \"产值\", \"categorie\\u001b\": 1";
    let report = |new: &str| {
        let overlay = Overlay::sound().replace("news/2025-10-31-output.json", title, new);
        let report = overlay.load().unwrap_err().render(Lang::ZhHans);
        assert!(
            report
                .chars()
                .all(|char| char == '\n' || !char.is_control()),
            "{report:?}"
        );
        report
    };
    let text = report(raw);
    let lines: Vec<&str> = text.lines().collect();
    let marks = lines.iter().position(|line| line.contains('^')).unwrap();
    assert!(
        lines[marks - 1].ends_with("\"红␛[31m\u{fffd}色\","),
        "{text}"
    );
    let before = |line: &str, sign: char| line.chars().position(|char| char == sign);
    assert_eq!(
        before(lines[marks], '^'),
        before(lines[marks - 1], '␛'),
        "{text}"
    );
    assert!(report(escaped).contains("没有“categorie␛”这个字段"));
}

#[test]
fn lists_in_whole_words_what_a_value_may_be() {
    let body = |new: &str| {
        let overlay = Overlay::sound().replace("news/2025-10-31-output.json", "\"body\": \"", new);
        overlay.faults().remove(0)
    };
    let fault = body("\"body\": 7, \"note\": \"");
    assert!(
        (fault.headline(Lang::ZhHans)).contains("这里是整数，应为文字、列表 […] 或对象 {…}。"),
        "{fault}"
    );
    assert!(
        (fault.headline(Lang::En)).contains("expected a text, a list […] or an object {…}."),
        "{fault}"
    );
}

#[test]
fn makes_nothing_of_a_single_letter() {
    let faults = Overlay::sound()
        .replace(
            "chain.json",
            "\"factors\": [\"alumina-per-aluminium\"]",
            "\"factors\": [\"p\"]",
        )
        .faults();
    assert_eq!(codes(&faults), [("chain.json", "dangling")]);
    let message = faults[0].headline(Lang::En);
    assert!(!message.contains("Did you mean"), "{message}");
}
