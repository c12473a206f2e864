//! Sound bundles load.

use std::path::Path;

use content::check::in_text;
use content::load::{load, read};
use content::markdown::allowed;
use model::Lang;
use proptest::prelude::*;
use rstest::rstest;

use super::overlay::Overlay;

#[test]
fn loads_a_sound_bundle() {
    let bundle = Overlay::sound().load().expect("the fixture is sound");
    assert_eq!(bundle.alliance.name.get(Lang::En).text, "Sample alliance");
    assert_eq!(
        bundle.alliance.headline.get(Lang::En).lang,
        Lang::ZhHans,
        "a text without English is given in Chinese"
    );
    assert_eq!(bundle.companies.companies.len(), 2);
    assert_eq!(bundle.factor("net-anode").unwrap().to_string(), "0.42");
    assert_eq!(
        bundle.news[1].body.get(Lang::ZhHans).text,
        "成立大会在样例地点召开。\n\n## 经过\n\n会议见[报道](https://news.example.com/a)，电话见[这里](tel:+86-839-000000)。",
        "paragraphs are joined by an empty line"
    );
}

#[test]
fn loads_the_real_bundle() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    if let Err(faults) = load(&dir) {
        panic!("{}", faults.render(Lang::En));
    }
}

/// Nobody has had a browser on the net to try the addresses that are left.
#[test]
fn warns_of_nothing_in_the_real_bundle_that_its_editors_cannot_help() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    let reading = read(&dir, "2026-11-28".parse().unwrap());
    let mut warnings = reading.warnings.iter().flatten();
    let other = warnings.find(|warning| warning.kind.code() != "http-link");
    assert_eq!(other, None);
}

#[test]
fn puts_news_newest_first_and_equals_by_id() {
    let article = include_str!("../fixtures/faults/valid/news/2025-10-31-output.json");
    let named = |id: &str, date: &str| {
        article
            .replace("\"2025-10-31-output\"", &format!("\"{id}\""))
            .replace("\"date\": \"2025-10-31\"", &format!("\"date\": \"{date}\""))
    };
    let bundle = Overlay::sound()
        .write("news/zinc.json", named("zinc", "2025-10-31"))
        .write("news/early.json", named("early", "2019"))
        .write("news/month.json", named("month", "2025-10"))
        .load()
        .expect("all articles are sound");
    let ids: Vec<&str> = bundle.news.iter().map(|news| news.id.as_str()).collect();
    assert_eq!(
        ids,
        ["2025-10-31-output", "zinc", "month", "founding", "early"]
    );
}

#[rstest]
#[case::a_byte_order_mark("projects.json", "{\n  \"projects", "\u{feff}{\n  \"projects")]
#[case::line_ends_of_windows("chain.json", "\n", "\r\n")]
fn tolerates(#[case] file: &str, #[case] old: &str, #[case] new: &str) {
    let overlay = Overlay::sound();
    let text = std::fs::read_to_string(overlay.path().join(file)).unwrap();
    let overlay = overlay.write(file, text.replace(old, new));
    if let Err(faults) = overlay.load() {
        panic!("{}", faults.render(Lang::En));
    }
}

#[test]
fn leaves_guides_and_hidden_files_alone() {
    let overlay = Overlay::sound()
        .write("README.md", "# 编辑指南")
        .write("news/README.md", "# 新闻")
        .write(".DS_Store", "x")
        .write("news/.draft.json.swp", "x");
    assert!(overlay.load().is_ok());
}

#[test]
fn counts_columns_behind_a_byte_order_mark_as_if_it_were_not_there() {
    let faults = Overlay::sound()
        .write("sources.json", "\u{feff}{ \"source\": [] }")
        .faults();
    let fault = faults
        .iter()
        .find(|fault| fault.kind.code() == "unknown-field")
        .unwrap();
    assert_eq!(fault.position.unwrap().to_string(), "1:3");
}

#[rstest]
#[case("https://news.example.com/a?b=1#c")]
#[case("http://例子.中国/")]
#[case("mailto:a@example.com")]
#[case("tel:+86-839-000000")]
#[case("/members/stage/recycled/")]
#[case("#sources")]
fn lets_a_text_stage_to(#[case] address: &str) {
    assert_eq!(in_text(address), Ok(()));
    assert!(allowed(address).is_some());
}

#[rstest]
#[case("javascript:alert(1)", "scheme")]
#[case("\u{1}java\nscript:alert(1)", "scheme")]
#[case(" JavaScript:alert(1)", "scheme")]
#[case("data:text/html,x", "scheme")]
#[case("vbscript:x", "scheme")]
#[case("file:///etc/passwd", "scheme")]
#[case("//elsewhere.example.com", "bad-address")]
#[case("/\\elsewhere.example.com", "bad-address")]
#[case("members/", "bad-address")]
#[case("https://", "bad-address")]
#[case("http://127.0.0.1/", "bad-address")]
#[case("http://[::1]/", "bad-address")]
#[case("https://a@news.example.com/", "credentials")]
#[case("https://news.example.com/a\u{3000}b", "bad-address")]
fn lets_no_text_stage_to(#[case] address: &str, #[case] code: &str) {
    assert_eq!(in_text(address).expect_err("it is forbidden").code(), code);
}

proptest! {
    /// Publishing drops a link that it does not allow: the check must have said so.
    #[test]
    fn passes_no_address_that_publishing_would_drop(
        address in "\\PC{0,20}|(https?|mailto|tel|javascript|ftp)?:?[/\\\\#]{0,3}[a-z.:@ \t\n]{0,12}"
    ) {
        if in_text(&address).is_ok() {
            prop_assert!(allowed(&address).is_some(), "{address:?}");
        }
    }
}
