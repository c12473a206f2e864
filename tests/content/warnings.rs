//! What is worth a look: its place, its code, its remedy in both languages,
//! and that it keeps nothing from being published.

use alliance::content::Lang;
use alliance::content::fault::Fault;
use alliance::content::load::read;
use rstest::rstest;

use super::overlay::Overlay;

const ARTICLE: &str = "news/2025-10-31-output.json";
const TITLE: &str = "\"title\": \"前三季度产值公布\"";

/// The warnings with a code on the first day of 2026; the bundle stays sound.
fn warnings(overlay: &Overlay, code: &str) -> Vec<Fault> {
    let reading = read(overlay.path(), "2026-01-01".parse().unwrap());
    assert!(reading.bundle.is_ok(), "{:?}", reading.bundle);
    (reading.warnings.iter().flatten())
        .filter(|fault| fault.kind.code() == code)
        .cloned()
        .collect()
}

#[rstest]
#[case(
    "no-summary",
    ARTICLE,
    "\"summary\": \"产值400.5亿元。\",",
    "",
    "1:1",
    "会用正文的开头代替",
    "lists show how the text begins"
)]
#[case(
    "no-english",
    "projects.json",
    "\"新生产线\"",
    "{ \"zh-Hans\": \"新生产线\" }",
    "5:15",
    "name、summary 没有英文",
    "name, summary has none"
)]
#[case(
    "old-figure",
    "indicators.json",
    "\"period\": \"2024-11\"",
    "\"period\": \"2023-11\"",
    "",
    "“2023-11”，已过两年",
    "`2023-11`, more than two years ago"
)]
#[case(
    "unverified",
    "companies.json",
    "\"lastVerified\": \"",
    "\"lastVerified\": \"2024-12-31\", \"note\": \"",
    "",
    "上次核对是“2024-12-31”，已过一年",
    "Compare it, and set lastVerified"
)]
#[case(
    "long-title",
    ARTICLE,
    TITLE,
    "\"title\": { \"zh-Hans\": \"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一\", \"en\": \"T\" }",
    "4:25",
    "共 41 个字符，超过 40 个会",
    "41 characters; beyond 40"
)]
#[case(
    "http-link",
    "sources.json",
    "https://",
    "http://",
    "3:89",
    "没有加密",
    "is not encrypted"
)]
#[case(
    "http-link",
    ARTICLE,
    "\"body\": \"",
    "\"body\": \"见[这里](http://news.example.com/)。",
    "6:11",
    "“http://news.example.com/”没有加密",
    "Try the same address with https://"
)]
#[case(
    "future-date",
    ARTICLE,
    "\"date\": \"2025-10-31\"",
    "\"date\": \"2026-01-02\"",
    "3:11",
    "“2026-01-02”还没到",
    "still to come"
)]
#[case(
    "draft",
    ARTICLE,
    TITLE,
    "\"draft\": true, \"title\": \"前三季度产值公布\"",
    "4:12",
    "请删去 draft",
    "Remove `draft` when it is done"
)]
fn warn_of(
    #[case] code: &str,
    #[case] file: &str,
    #[case] old: &str,
    #[case] new: &str,
    #[case] position: &str,
    #[case] zh: &str,
    #[case] en: &str,
) {
    let before = warnings(&Overlay::sound(), code);
    let after = warnings(&Overlay::sound().replace(file, old, new), code);
    let warning = after
        .iter()
        .find(|warning| warning.file == file && !before.contains(warning))
        .or_else(|| after.iter().find(|warning| warning.file == file))
        .unwrap_or_else(|| panic!("no {code} in {after:#?}"));
    if code != "no-english" {
        assert_ne!(
            before.len(),
            after.len(),
            "it is there because of the change"
        );
    }
    if !position.is_empty() {
        assert_eq!(warning.position.unwrap().to_string(), position);
    }
    assert!(warning.is_warning());
    for (lang, remedy) in [(Lang::ZhHans, zh), (Lang::En, en)] {
        let message = warning.headline(lang);
        assert!(message.contains(remedy), "`{remedy}` is not in `{message}`");
    }
}

#[test]
fn warn_of_an_image_without_words_beside_the_fault_that_it_is_there() {
    let overlay = Overlay::with("image");
    let reading = read(overlay.path(), "2026-01-01".parse().unwrap());
    assert!(reading.bundle.is_err());
    let silent = |overlay: &Overlay| {
        read(overlay.path(), "2026-01-01".parse().unwrap())
            .warnings
            .iter()
            .flatten()
            .any(|fault| fault.kind.code() == "image-without-text")
    };
    let body = "\"body\": \"";
    let with = |image: &str| Overlay::sound().replace(ARTICLE, body, &format!("{body}{image}"));
    assert!(silent(&with("![](https://a.example.com/b.png)")));
    assert!(!silent(&with("![堆场](https://a.example.com/b.png)")));
}

#[test]
fn leave_alone_what_is_in_order() {
    let overlay = Overlay::sound();
    for code in [
        "no-summary",
        "long-title",
        "http-link",
        "future-date",
        "draft",
    ] {
        assert_eq!(warnings(&overlay, code), [], "{code}");
    }
}

#[test]
fn take_the_text_for_the_summary_that_is_missing() {
    let article = Overlay::sound()
        .replace(ARTICLE, "\"summary\": \"产值400.5亿元。\",", "")
        .replace(
            ARTICLE,
            "\"body\": \"产值400.5亿元。",
            "\"body\": \"## 小标题\\n\\n产值**400.5**亿元，见[报道](https://a.example.com/)。",
        )
        .load()
        .unwrap()
        .news
        .remove(0);
    assert_eq!(
        article.summary.get(Lang::ZhHans).text,
        "产值400.5亿元，见报道。"
    );
}

#[test]
fn tell_the_way_to_the_place_in_words() {
    let faults = Overlay::with("dangling-district").faults();
    assert_eq!(
        faults[0].place(Lang::ZhHans),
        "companies.json › 企业 › first-works › 地区（district）"
    );
    assert_eq!(
        faults[0].place(Lang::En),
        "companies.json › companies › first-works › district"
    );
}

#[test]
fn set_the_carets_below_what_they_mean() {
    use unicode_width::UnicodeWidthStr;
    let text = Overlay::sound()
        .replace(
            ARTICLE,
            TITLE,
            "\"title\": { \"zh-Hans\": \"产值\", \"eng\": \"Output\" }",
        )
        .load()
        .unwrap_err()
        .render(Lang::ZhHans);
    let lines: Vec<&str> = text.lines().collect();
    let marks = lines.iter().position(|line| line.contains('^')).unwrap();
    let (above, below) = (lines[marks - 1], lines[marks]);
    let wide = |line: &str, sign: &str| line.split(sign).next().unwrap().width();
    assert_eq!(wide(below, "^"), wide(above, "\"eng\""), "{text}");
    assert_eq!(below.matches('^').count(), "\"eng\"".len(), "{text}");
}
