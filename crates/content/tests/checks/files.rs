//! Faults of files as a whole.

use std::fs;

use rstest::rstest;

use super::overlay::{Overlay, codes};

#[rstest]
fn names_a_file_that_is_missing(
    #[values(
        "alliance.json",
        "chain.json",
        "companies.json",
        "projects.json",
        "indicators.json",
        "sources.json"
    )]
    file: &str,
) {
    let faults = Overlay::sound().remove(file).faults();
    assert_eq!(
        codes(&faults),
        [(file, "missing-file")],
        "and nothing that refers into it"
    );
}

#[test]
fn says_what_a_misnamed_file_should_be_called() {
    let overlay = Overlay::sound();
    fs::rename(
        overlay.path().join("companies.json"),
        overlay.path().join("company.json"),
    )
    .unwrap();
    let report = overlay.load().unwrap_err();
    let zh = report.render(model::Lang::ZhHans);
    assert!(zh.contains("companies.json  文件：缺少这个文件"), "{zh}");
    assert!(zh.contains("是否想写“companies.json”？"), "{zh}");
}

#[test]
fn does_not_read_a_file_beyond_the_limit() {
    let faults = Overlay::sound()
        .write("sources.json", " ".repeat(4 * 1024 * 1024 + 1))
        .faults();
    assert_eq!(codes(&faults), [("sources.json", "too-large")]);
    let message = faults[0].headline(model::Lang::En);
    assert!(message.contains("4194305 bytes"), "{message}");
}

#[test]
fn takes_a_folder_in_a_files_place_for_what_it_is() {
    let overlay = Overlay::sound().remove("projects.json");
    fs::create_dir(overlay.path().join("projects.json")).unwrap();
    fs::create_dir(overlay.path().join("news/more.json")).unwrap();
    let faults = overlay.faults();
    assert_eq!(
        codes(&faults),
        [
            ("news/more.json", "unreadable"),
            ("projects.json", "unreadable")
        ]
    );
    let message = faults[0].headline(model::Lang::ZhHans);
    assert!(message.contains("这是文件夹，不是文件"), "{message}");
}

#[rstest]
#[case::lists("[", 200_000)]
#[case::objects("{\"a\":", 80_000)]
#[case::moderate("[", 100)]
fn survives_deep_nesting(#[case] open: &str, #[case] times: usize) {
    let close = if open == "[" { "]" } else { "}" };
    let faults = Overlay::sound()
        .write(
            "projects.json",
            format!("{}1{}", open.repeat(times), close.repeat(times)),
        )
        .faults();
    assert_eq!(codes(&faults), [("projects.json", "too-deep")]);
}

#[test]
fn survives_a_folder_with_nothing_of_the_kind() {
    let folder = tempfile::tempdir().unwrap();
    let faults = content::load::load(folder.path()).unwrap_err();
    let codes: Vec<&str> = faults.iter().map(|fault| fault.kind.code()).collect();
    assert_eq!(codes.len(), 8, "seven files and the folder news");
    for code in codes {
        assert!(["missing-file", "missing-folder"].contains(&code), "{code}");
    }
}

#[test]
fn calls_the_folder_of_articles_a_folder() {
    let overlay = Overlay::sound().write("alliance.json", "{");
    fs::remove_dir_all(overlay.path().join("news")).unwrap();
    let faults = overlay.faults();
    assert!(codes(&faults).contains(&("news", "missing-folder")));
    let news = faults.iter().find(|fault| fault.file == "news").unwrap();
    let zh = news.headline(model::Lang::ZhHans);
    assert!(zh.contains("文件夹：缺少这个文件夹。"), "{zh}");
    assert!(zh.contains("请新建"), "{zh}");
    let en = news.headline(model::Lang::En);
    assert!(en.contains("folder: it is not there."), "{en}");

    fs::write(overlay.path().join("news"), "").unwrap();
    let faults = overlay.faults();
    assert!(codes(&faults).contains(&("news", "unreadable-folder")));
}

#[test]
fn says_one_thing_of_a_folder_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap().path().join("nowhere");
    let report = content::load::load(&folder).unwrap_err();
    let faults: Vec<_> = report.iter().cloned().collect();
    assert_eq!(
        codes(&faults),
        [(folder.to_str().unwrap(), "unreadable-folder")]
    );
    let zh = report.render(model::Lang::ZhHans);
    assert!(
        zh.contains("文件夹：无法读取（找不到）。请检查路径"),
        "{zh}"
    );
    let en = report.render(model::Lang::En);
    assert!(en.contains("folder: cannot be read"), "{en}");
}
