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
    for told in [
        "~ 企业 first-works 样例第一铝厂",
        "产能 › 2024-11 › 数值：25 万吨/年 → 30 万吨/年",
        "~ 数据 output",
        "数据点 › 2024 actual › 数值：419 亿元 → 420.5 亿元",
        "新增 0，删去 0，改动 2。",
    ] {
        assert!(ran.out.contains(told), "`{told}` is not in {}", ran.out);
    }
}

#[test]
fn tells_what_is_new_and_what_is_gone() {
    let article = include_str!("../fixtures/faults/valid/news/2025-10-31-output.json");
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
fn is_in_trouble_over_a_bundle_with_faults() {
    let ran = diff(&Overlay::sound(), &Overlay::with("date"), &[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("不是有效日期"), "{}", ran.err);
    let ran = site(&["diff", "/nowhere", "/nowhere"], "");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("找不到"), "{}", ran.err);
}
