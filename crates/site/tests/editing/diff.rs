//! `site diff`.

use super::command::{Ran, site, text};
use super::overlay::Overlay;

const ARTICLE: &str = "news/2025-10-31-output.json";

fn diff(old: &Overlay, new: &Overlay, more: &[&str]) -> Ran {
    let mut args = vec![
        "diff",
        text(old.path()),
        text(new.path()),
        "--today",
        "2026-01-01",
    ];
    args.extend(more);
    site(&args, "")
}

#[test]
fn sees_none_where_only_the_spelling_differs() {
    let new = Overlay::sound()
        .replace(
            ARTICLE,
            "\"前三季度产值公布\"",
            "{ \"zh-Hans\": \"前三季度产值公布\" }",
        )
        .replace(
            ARTICLE,
            "{",
            "{ \"$schema\": \"../../schema/article.schema.json\",",
        );
    let ran = diff(&Overlay::sound(), &new, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.out.trim(), "读者看不出变化。");
    let ran = diff(&Overlay::sound(), &new, &["--lang", "en"]);
    assert_eq!(ran.out.trim(), "Readers would see no difference.");
}

#[test]
fn tells_figures_old_and_new_with_their_units() {
    let new = Overlay::sound()
        .replace("indicators.json", "\"value\": 419", "\"value\": 420.5")
        .replace("companies.json", "\"value\": 25", "\"value\": 30");
    let ran = diff(&Overlay::sound(), &new, &[]);
    assert_eq!(ran.code, Some(1));
    for line in [
        "~ 企业 first-works 样例第一铝厂",
        "产能 › 2024-11 › 数值：25 万吨/年 → 30 万吨/年",
        "~ 数据 output",
        "数据点 › 2024 实际 › 数值：419 亿元 → 420.5 亿元",
        "新增 0，删去 0，改动 2。",
    ] {
        assert!(ran.out.contains(line), "`{line}` is not in {}", ran.out);
    }
}

#[test]
fn tells_what_is_new_and_what_is_gone() {
    let article =
        include_str!("../../../content/tests/fixtures/faults/valid/news/2025-10-31-output.json");
    let more = article
        .replace("2025-10-31-output", "more")
        .replace("前三季度产值公布", "又一篇");
    let new = Overlay::sound()
        .write("news/more.json", more)
        .remove(ARTICLE);
    let ran = diff(&Overlay::sound(), &new, &[]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("+ 文章 more 又一篇"), "{}", ran.out);
    assert!(
        ran.out
            .contains("- 文章 2025-10-31-output 前三季度产值公布"),
        "{}",
        ran.out
    );
    let ran = diff(&Overlay::sound(), &new, &["--lang", "en"]);
    assert!(
        ran.out.contains("1 added, 1 removed, 0 changed."),
        "{}",
        ran.out
    );
}

#[test]
fn sees_with_the_readers_eyes() {
    let draft = Overlay::sound().replace(ARTICLE, "{", "{ \"draft\": true,");
    let ran = diff(&draft, &Overlay::sound(), &[]);
    assert!(
        ran.out.contains("+ 文章 2025-10-31-output"),
        "published now: {}",
        ran.out
    );
    let later = Overlay::sound().replace(
        ARTICLE,
        "\"date\": \"2025-10-31\"",
        "\"date\": \"2026-02-01\"",
    );
    let ran = diff(&Overlay::sound(), &later, &[]);
    assert!(
        ran.out.contains("- 文章 2025-10-31-output"),
        "not yet: {}",
        ran.out
    );
}

#[test]
fn tells_of_a_long_text_only_what_is_different() {
    let long = "全市铝基新材料产业全口径产值同比增长，其中电解铝、铝精深加工和再生铝都有增长，";
    let with = |number: &str| {
        Overlay::sound().replace(
            ARTICLE,
            "\"summary\": \"产值400.5亿元。\"",
            &format!("\"summary\": \"{long}合计{number}亿元。\""),
        )
    };
    let ran = diff(&with("400"), &with("410"), &[]);
    assert!(ran.out.contains("[-400-]{+410+}亿元。"), "{}", ran.out);
    assert!(ran.out.contains("摘要：…"), "{}", ran.out);
}

#[test]
fn tells_in_the_readers_units_and_words() {
    let new = Overlay::sound()
        .replace("indicators.json", "\"value\": 419", "\"value\": 420.5")
        .replace(
            "companies.json",
            "\"status\": \"operating\"",
            "\"status\": \"planned\"",
        );
    let ran = diff(&Overlay::sound(), &new, &["--lang", "en"]);
    for line in [
        "points › 2024 Actual › value: 41.9 billion yuan → 42.05 billion yuan",
        "capacities › 2024-11 › status: operating → planned",
    ] {
        assert!(ran.out.contains(line), "`{line}` is not in {}", ran.out);
    }
}

#[test]
fn tells_what_codes_and_ids_stand_for() {
    let new = Overlay::sound()
        .replace(
            ARTICLE,
            "\"category\": \"industry\"",
            "\"category\": \"policy\", \"verbatim\": true",
        )
        .replace(ARTICLE, "\"source\": \"daily\"", "\"source\": \"paper\"")
        .replace(
            ARTICLE,
            "[\"first-works\", \"second-works\"]",
            "[\"second-works\"]",
        )
        .replace(
            "companies.json",
            "\"status\": \"operating\"",
            "\"status\": \"unstated\"",
        );
    let ran = diff(&Overlay::sound(), &new, &[]);
    for line in [
        "类别：行业 → 政策",
        "原文：否 → 是",
        "来源：样例报道 → 样例论文",
        "企业：删去“样例第一铝厂”",
        "状态：在产 → 来源未说明",
    ] {
        assert!(ran.out.contains(line), "`{line}` is not in {}", ran.out);
    }
    let ran = diff(&new, &Overlay::sound(), &["--lang", "en"]);
    for line in [
        "category: Policy → Industry",
        "verbatim: yes → no",
        "companies: added `First Sample Works`",
    ] {
        assert!(ran.out.contains(line), "`{line}` is not in {}", ran.out);
    }
}

#[test]
fn tells_what_was_corrected_and_when() {
    let corrected = |note: &str| {
        let corrections =
            format!("{{ \"corrections\": [{{ \"date\": \"2025-11-03\", \"note\": \"{note}\" }}],");
        Overlay::sound().replace(ARTICLE, "{", &corrections)
    };
    let first = corrected("产值原写作405亿元。");
    let ran = diff(&Overlay::sound(), &first, &[]);
    for line in [
        "更正 › 2025-11-03 › 更正日期：新增“2025-11-03”",
        "更正 › 2025-11-03 › 更正说明：新增“产值原写作405亿元。”",
    ] {
        assert!(ran.out.contains(line), "`{line}` is not in {}", ran.out);
    }
    let ran = diff(&first, &corrected("产值原写作406亿元。"), &[]);
    assert!(
        ran.out.contains("更正 › 2025-11-03 › 更正说明"),
        "{}",
        ran.out
    );
}

#[test]
fn tells_how_words_are_written_in_the_other_script() {
    let terms =
        |list: &str| Overlay::sound().write("terms.json", format!("{{ \"terms\": [{list}] }}"));
    let dry = r#"{ "zh-Hans": "干法", "zh-Hant": "幹法" }"#;
    let right = r#"{ "zh-Hans": "干法", "zh-Hant": "乾法", "note": "干燥的干" }"#;
    let rod = r#"{ "zh-Hans": "导杆", "zh-Hant": "導桿" }"#;
    let ran = diff(&terms(dry), &terms(&format!("{rod}, {right}")), &[]);
    for line in ["+ 繁体写法 导杆", "~ 繁体写法 干法", "繁体：幹法 → 乾法"] {
        assert!(ran.out.contains(line), "`{line}` is not in {}", ran.out);
    }
    assert!(!ran.out.contains("干燥的干"), "{}", ran.out);
    let both = (
        terms(&format!("{rod}, {right}")),
        terms(&format!("{right}, {rod}")),
    );
    let ran = diff(&both.0, &both.1, &[]);
    assert_eq!(ran.out.trim(), "读者看不出变化。");
    let ran = diff(&Overlay::sound(), &terms(rod), &["--lang", "en"]);
    assert!(ran.out.contains("+ traditional form 导杆"), "{}", ran.out);
}

#[test]
fn sees_no_difference_between_false_and_nothing() {
    let new = Overlay::sound().replace(ARTICLE, "{", "{ \"verbatim\": false, \"stages\": [],");
    let ran = diff(&Overlay::sound(), &new, &[]);
    assert_eq!(ran.out.trim(), "读者看不出变化。");
}

#[test]
fn compares_lists_entry_by_entry() {
    let with = |featured: &str| {
        Overlay::sound().replace(
            "indicators.json",
            "[\"output\", \"capacity\", \"exports\"]",
            featured,
        )
    };
    let old = with("[\"output\", \"capacity\", \"exports\"]");
    let new = with("[\"exports\", \"capacity\", \"output\"]");
    let ran = diff(&old, &new, &[]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.contains("首页数据：顺序改为 出口占比、产能、产值"),
        "{}",
        ran.out
    );

    let (one, other) = (
        "\"stages\": [\"alumina\", \"recycled\"]",
        "\"stages\": [\"alumina\", \"anode\", \"recycled\"]",
    );
    let new = Overlay::sound().replace("news/founding.json", one, other);
    let ran = diff(&Overlay::sound(), &new, &[]);
    assert!(ran.out.contains("环节：新增“阳极碳素”\n"), "{}", ran.out);
}

#[test]
fn sees_another_order_of_records_and_of_news() {
    let companies = include_str!("../../../content/tests/fixtures/faults/valid/companies.json");
    let mut json: serde_json::Value = serde_json::from_str(companies).unwrap();
    let list = json["companies"].as_array_mut().unwrap();
    list.reverse();
    let article = "news/founding.json";
    let new = Overlay::sound()
        .write("companies.json", json.to_string())
        .replace(article, "2020-07-17", "2019-07-17");
    let ran = diff(&Overlay::sound(), &new, &[]);
    assert_eq!(ran.code, Some(1));
    for line in [
        "~ 企业：顺序有变\n",
        "排序日期：2020-07-17 → 2019-07-17",
        "新增 0，删去 0，改动 2。",
    ] {
        assert!(ran.out.contains(line), "`{line}` is not in {}", ran.out);
    }
    let ran = diff(&Overlay::sound(), &new, &["--lang", "en"]);
    assert!(
        ran.out.contains("~ companies: in another order\n"),
        "{}",
        ran.out
    );
}

#[test]
fn calls_a_new_scenario_new() {
    let new = Overlay::sound().replace(
        "chain.json",
        "\"factors\": [\n",
        "\"presets\": [{ \"id\": \"own\", \"name\": \"样例情景\", \"summary\": \"一吨。\", \"flow\": \"product\", \"value\": 1, \"unit\": \"吨\" }],\n\"factors\": [\n",
    );
    let ran = diff(&Overlay::sound(), &new, &[]);
    assert_eq!(
        ran.out.trim(),
        "+ 产业链 own 样例情景\n新增 1，删去 0，改动 0。"
    );
    let other = Overlay::sound().write(
        "chain.json",
        std::fs::read_to_string(new.path().join("chain.json"))
            .unwrap()
            .replace("\"flow\": \"product\"", "\"flow\": \"primary\""),
    );
    let ran = diff(&new, &other, &[]);
    // Two flows of one material are distinguished by their ids.
    let line = "哪一股物流：铝 (product) → 铝 (primary)";
    assert!(ran.out.contains(line), "{}", ran.out);
}

#[test]
fn gives_a_factor_of_a_scenario_no_unit_of_the_scenario() {
    let with = |share: &str| {
        Overlay::sound().replace(
            "chain.json",
            "\"factors\": [\n",
            &format!("\"presets\": [{{ \"id\": \"own\", \"name\": \"样例情景\", \"summary\": \"一吨。\", \"flow\": \"product\", \"value\": 1, \"unit\": \"吨\", \"values\": [{{ \"factor\": \"recycled-share\", \"value\": {share} }}] }}],\n\"factors\": [\n"),
        )
    };
    let ran = diff(&with("40"), &with("50"), &[]);
    let line = "系数的取值 › 再生铝占比 › 数值：40 → 50\n";
    assert!(ran.out.contains(line), "{}", ran.out);
}

#[test]
fn says_how_to_compare_with_an_older_version() {
    let old = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../content/tests/fixtures/migrate/v1"
    );
    let new = Overlay::sound();
    let ran = site(&["diff", old, text(new.path())], "");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("内容是第 1 版"), "{}", ran.err);
    assert!(ran.err.contains("对副本运行 site migrate"), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    let ran = site(&["diff", old, text(new.path()), "--lang", "en"], "");
    assert!(
        ran.err.contains("run `site migrate` on the copy"),
        "{}",
        ran.err
    );
}

#[test]
fn is_in_trouble_over_a_bundle_with_faults() {
    let ran = diff(&Overlay::sound(), &Overlay::with("date"), &[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("不是有效日期"), "{}", ran.err);
    let ran = site(&["diff", "/nowhere", "/nowhere"], "");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("找不到"), "{}", ran.err);
}

#[test]
fn tells_that_a_figure_was_looked_up_and_what_a_factor_was_before() {
    let new = Overlay::sound()
        .replace(
            "companies.json",
            "{ \"value\": 25, ",
            "{ \"value\": 25, \"newestKnown\": \"2026-11-28\", ",
        )
        .replace(
            "chain.json",
            "\"low\": 0.14, \"default\": 0.1404, \"high\": 0.15, ",
            "\"low\": 0.14, \"default\": 0.15, \"high\": 0.15, \"former\": [{ \"period\": \"2022\", \"value\": 0.1404, \"source\": \"daily\" }], ",
        )
        .replace("sources.json", "\"url\":", "\"httpOnly\": \"2026-01-15\", \"url\":");
    let ran = diff(&Overlay::sound(), &new, &["--lang", "en"]);
    for line in [
        "newest known: added `2026-11-28`",
        "default: 0.1404 kg CO₂/kWh → 0.15 kg CO₂/kWh",
        "former values › 2022 › value",
    ] {
        assert!(ran.out.contains(line), "`{line}` is not in {}", ran.out);
    }
    assert!(!ran.out.contains("2026-01-15"), "{}", ran.out);
}

#[test]
fn calls_an_offer_by_what_is_offered() {
    let offers = |until: &str| {
        format!(
            "{{ \"offers\": [{{ \"id\": \"billet\", \"kind\": \"need\", \"material\": {{ \"zh-Hans\": \"圆铝棒\", \"en\": \"Billet\" }}, \"date\": \"2025-12-01\", \"until\": \"{until}\", \"stages\": [\"processing\"], \"source\": \"daily\" }}] }}"
        )
    };
    let old = Overlay::sound().write("offers.json", offers("2026-01-31"));
    let new = Overlay::sound().write("offers.json", offers("2026-02-28"));
    let ran = diff(&old, &new, &["--lang", "en"]);
    for line in ["offer billet", "Billet", "until: 2026-01-31 → 2026-02-28"] {
        assert!(ran.out.contains(line), "`{line}` is not in {}", ran.out);
    }
    let ran = diff(&Overlay::sound(), &old, &[]);
    assert!(ran.out.contains("+ 供需 billet 圆铝棒"), "{}", ran.out);
}
