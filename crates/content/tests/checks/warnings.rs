//! What is worth a look: its place, its code, its remedy in both languages,
//! and that it keeps nothing from being published.

use content::fault::{Fault, Kind, Warning};
use content::load::read;
use model::Lang;
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
    "no-english",
    "alliance.json",
    "{ \"zh-Hans\": \"样例联盟\", \"en\": \"Sample alliance\" }",
    "\"样例联盟\"",
    "3:11",
    "name、headline、introduction、duties、resources、aims 没有英文",
    "name, headline, introduction, duties, resources, aims has none"
)]
#[case(
    "schema-not-named",
    ARTICLE,
    "{\n",
    "{ \"$schema\": \"../schema/companies.schema.json\",\n",
    "1:14",
    "“../schema/companies.schema.json”不是这类文件的 $schema",
    "is not the `$schema` of such a file"
)]
#[case(
    "schema-not-named",
    ARTICLE,
    "",
    "",
    "1:1",
    "没有写 $schema",
    "Add `$schema` behind the first `{`"
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
    "unread-markdown",
    ARTICLE,
    "\"body\": \"",
    "\"body\": \"##背景\\n\\n",
    "6:11",
    "第 1 行的“##”没有被读作 Markdown，读者会原样看到它。请改为：## 背景（site check --fix 可以代改）",
    "Write: ## 背景 (`site check --fix` does)"
)]
#[case(
    "unread-markdown",
    ARTICLE,
    "\"body\": \"",
    "\"body\": \"**加粗文字\\n\\n",
    "6:11",
    "的“**”没有被读作 Markdown，读者会原样看到它。请写完整或删去。",
    "Complete it, or take it away"
)]
#[case(
    "markdown-outside-body",
    ARTICLE,
    TITLE,
    "\"title\": \"前三季度**产值**公布\"",
    "4:12",
    "读者会原样看到“**”",
    "readers see `**` as it is"
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
    if !["no-english", "schema-not-named"].contains(&code) {
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
fn look_for_english_in_every_text() {
    let preset = r#""presets": [{ "id": "some", "name": "情景", "summary": { "zh-Hans": "一句话。" }, "flow": "product", "value": 1, "unit": "吨" }],
  "factors": ["#;
    let overlay = Overlay::sound()
        .replace("chain.json", "\"factors\": [\n", &format!("{preset}\n"))
        .replace(
            "indicators.json",
            "\"change\": 31.2,",
            "\"change\": 31.2, \"note\": \"备注\",",
        )
        .replace(
            "sources.json",
            "\"publisher\": \"样例日报\"",
            "\"publisher\": { \"zh-Hans\": \"样例日报\", \"en\": \"Sample Daily\" }",
        )
        .write(
            "terms.json",
            r#"{ "terms": [{ "zh-Hans": "干法", "zh-Hant": "乾法", "note": "干燥的干" }] }"#,
        );
    let found: Vec<(String, String)> = (warnings(&overlay, "no-english").iter())
        .map(|warning| match &warning.kind {
            Kind::Warning(Warning::NoEnglish { fields }) => (
                format!("{} {}", warning.file, warning.path),
                fields.join(" "),
            ),
            other => panic!("{other:?}"),
        })
        .collect();
    for (place, fields) in [
        ("alliance.json founding.place", "place summary"),
        ("alliance.json chair.name", "name title"),
        ("alliance.json roles[0].name", "name summary points"),
        ("chain.json stages[0].name", "name summary localNote"),
        ("chain.json materials[0].name", "name summary"),
        ("chain.json factors[0].name", "name"),
        ("chain.json presets[0].name", "name summary"),
        ("companies.json districts[0].name", "name"),
        ("companies.json companies[0].summary", "summary"),
        (
            "companies.json companies[0].capacities[0].material",
            "material",
        ),
        ("companies.json companies[1].membership.role", "role"),
        ("indicators.json indicators[0].name", "name scope"),
        ("indicators.json indicators[0].points[0].note", "note"),
        ("sources.json sources[1].publisher", "publisher"),
        ("news/founding.json summary", "summary body"),
    ] {
        assert!(
            found.contains(&(place.to_owned(), fields.to_owned())),
            "{place}: {fields} is not in {found:#?}"
        );
    }
    for place in [
        "chain.json flows",
        "sources.json sources[0]",
        "glossary.json",
        "terms.json",
    ] {
        let warned = found.iter().find(|(at, _)| at.starts_with(place));
        assert_eq!(warned, None);
    }
}

#[test]
fn take_any_way_to_the_schema_of_the_file() {
    for way in ["../../schema/", "https://www.example.com/schema/", ""] {
        let schema = format!("{{ \"$schema\": \"{way}article.schema.json\",\n");
        let overlay = Overlay::sound().replace(ARTICLE, "{\n", &schema);
        let warned = warnings(&overlay, "schema-not-named");
        assert!(
            warned.iter().all(|warning| warning.file != ARTICLE),
            "{way}"
        );
    }
}

#[rstest]
#[case(ARTICLE, "../../schema/article.schema.json")]
#[case("chain.json", "../schema/chain.schema.json")]
fn write_out_the_schema_of_the_file(#[case] file: &str, #[case] schema: &str) {
    let warnings = warnings(&Overlay::sound(), "schema-not-named");
    let warning = warnings.iter().find(|warning| warning.file == file);
    let example = format!("\"$schema\": \"{schema}\"");
    assert_eq!(warning.unwrap().example(), Some(example));
}

#[test]
fn give_the_whole_address_with_encryption() {
    let long = format!("http://news.example.com/{}", "a".repeat(80));
    let safe = long.replacen("http:", "https:", 1);
    let overlay = Overlay::sound()
        .replace("sources.json", "https://news.example.com/a?id=1", &long)
        .replace(
            ARTICLE,
            "\"body\": \"",
            &format!("\"body\": \"见[这里]({long})。"),
        );
    let examples: Vec<Option<String>> = (warnings(&overlay, "http-link").iter())
        .map(Fault::example)
        .collect();
    assert_eq!(
        examples,
        [Some(safe.clone()), Some(format!("\"url\": \"{safe}\""))]
    );
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

#[test]
fn says_which_offers_no_reader_sees() {
    let offer = |id: &str, date: &str, until: &str| {
        format!(
            "{{\"id\": \"{id}\", \"kind\": \"need\", \"material\": {{\"zh-Hans\": \"铝棒\", \"en\": \"Billet\"}}, \"stages\": [\"processing\"], \"source\": \"daily\", \"date\": \"{date}\", \"until\": \"{until}\"}}"
        )
    };
    let offers = [
        offer("over", "2025-11-01", "2025-12-31"),
        offer("last-day", "2025-12-01", "2026-01-01"),
        offer("ahead", "2026-01-02", "2026-02-01"),
    ];
    let file = format!("{{ \"offers\": [{}] }}", offers.join(", "));
    let overlay = Overlay::sound().write("offers.json", file);
    let found = warnings(&overlay, "offer-not-shown");
    let said: Vec<(&str, String)> = (found.iter())
        .map(|fault| (fault.path.as_str(), fault.kind.message(Lang::En)))
        .collect();
    let [(over, gone), (ahead, waits)] = &said[..] else {
        panic!("two warnings expected: {said:?}");
    };
    assert_eq!(*over, "offers[0].until");
    assert!(gone.contains("it stood until `2025-12-31`"), "{gone}");
    assert_eq!(*ahead, "offers[2].date");
    assert!(waits.contains("from that day on"), "{waits}");
}
