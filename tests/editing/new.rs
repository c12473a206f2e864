//! `site new`.

use std::fs;

use alliance::content::Lang;
use alliance::content::date::Day;
use serde_json::Value;

use super::command::{Ran, site, text};
use super::overlay::Overlay;

fn new(overlay: &Overlay, what: &str, args: &[&str], answers: &str) -> Ran {
    let mut all = vec![
        "new",
        what,
        "--content",
        text(overlay.path()),
        "--today",
        "2026-03-02",
    ];
    all.extend(args);
    site(&all, answers)
}

fn json(overlay: &Overlay, file: &str) -> Value {
    serde_json::from_slice(&fs::read(overlay.path().join(file)).unwrap()).unwrap()
}

#[test]
fn writes_an_article_from_flags() {
    let overlay = Overlay::sound();
    let ran = new(
        &overlay,
        "article",
        &[
            "--title",
            "一条型材生产线投产",
            "--title-en",
            "A line for profiles starts",
            "--category",
            "project",
            "--source",
            "daily",
            "--links",
            "processing",
            "--companies",
            "first-works",
            "--summary",
            "生产线3月2日投产。",
            "--body",
            "第一段。",
            "--body",
            "第二段。",
            "--ready",
            "--yes",
        ],
        "",
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let file = "news/2026-03-02-line-for-profiles-starts.json";
    let article = json(&overlay, file);
    assert_eq!(article["$schema"], "../../schema/article.schema.json");
    assert_eq!(article["date"], "2026-03-02");
    let bundle = overlay.load().expect("what is new passes the check");
    let article = &bundle.news[0];
    assert_eq!(
        article.title.get(Lang::En).text,
        "A line for profiles starts"
    );
    assert_eq!(article.body.get(Lang::ZhHans).text, "第一段。\n\n第二段。");
    assert!(article.is_public("2026-03-02".parse::<Day>().unwrap()));
}

#[test]
fn asks_in_chinese_and_asks_again_until_the_answer_will_do() {
    let overlay = Overlay::sound();
    let answers = "\n铝锭价格上涨\n\n2026年\n2026-03-01\nmarkt\nmarket\ndialy\ndaily\n\n\n\n\n";
    let ran = new(&overlay, "article", &[], answers);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for said in [
        "标题：",
        "这一项必填。",
        "日期 [2026-03-02]：",
        "“2026年”不是日期。",
        "是否想写“market”？",
        "是否想写“daily”？新来源请先加到 sources.json。",
        "编号，也是文件名和网址 [2026-03-01-lv-ding-jia-ge-shang-zhang]：",
        "已写好：",
    ] {
        assert!(ran.out.contains(said), "`{said}` is not in {}", ran.out);
    }
    let bundle = overlay.load().unwrap();
    let article = &bundle.news[0];
    assert_eq!(article.id, "2026-03-01-lv-ding-jia-ge-shang-zhang");
    assert!(
        article.draft,
        "what is still to be written is not published"
    );
}

#[test]
fn asks_in_english() {
    let ran = new(&Overlay::sound(), "article", &["--lang", "en"], "标题\n");
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("Title in Chinese: "), "{}", ran.out);
    assert!(ran.err.contains("No answer to `Source"), "{}", ran.err);
}

#[test]
fn overwrites_nothing_and_proposes_an_id_that_is_free() {
    let overlay = Overlay::sound();
    let file = "news/2025-10-31-output.json";
    let before = fs::read(overlay.path().join(file)).unwrap();
    let ran = new(
        &overlay,
        "article",
        &[
            "--title",
            "产值",
            "--source",
            "daily",
            "--id",
            "2025-10-31-output",
            "--yes",
        ],
        "",
    );
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("已经有了，不会覆盖"), "{}", ran.err);
    assert_eq!(fs::read(overlay.path().join(file)).unwrap(), before);

    let same = [
        "--title",
        "产值",
        "--title-en",
        "Output",
        "--date",
        "2025-10-31",
        "--source",
        "daily",
        "--yes",
    ];
    let ran = new(&overlay, "article", &same, "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("2025-10-31-output-2"), "{}", ran.out);
}

#[test]
fn adds_a_company_that_is_no_member_yet_and_leaves_the_rest_as_it_was() {
    let overlay = Overlay::sound();
    let before = fs::read_to_string(overlay.path().join("companies.json")).unwrap();
    let ran = new(
        &overlay,
        "company",
        &[
            "--name",
            "广元样例铝业有限公司",
            "--links",
            "processing,recycled",
            "--products",
            "rod",
            "--district",
            "lizhou",
            "--summary",
            "生产铝杆。",
            "--sources",
            "daily",
            "--yes",
        ],
        "",
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let bundle = overlay.load().unwrap();
    let company = bundle.companies.companies.last().unwrap();
    assert_eq!(company.id, "yang-li-lv-ye");
    assert_eq!(company.membership.status.as_str(), "unconfirmed");
    assert_eq!(company.last_verified.to_string(), "2026-03-02");
    let after = fs::read_to_string(overlay.path().join("companies.json")).unwrap();
    let kept = before.trim_end().trim_end_matches(['}', ']', '\n', ' ']);
    assert!(after.starts_with(kept), "{after}");
}

#[test]
fn adds_an_indicator_with_its_first_figure() {
    let overlay = Overlay::sound();
    let answers =
        "再生铝产量\nRecycled output\n万吨\n全市。\n\nrecycled\n2025\n多\n12.5\n\ndaily\n\n";
    let ran = new(&overlay, "indicator", &[], answers);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("“多”不是数字"), "{}", ran.out);
    let bundle = overlay.load().unwrap();
    let indicator = bundle.indicator("recycled-output").unwrap();
    assert_eq!(indicator.points[0].value.0.to_string(), "12.5");
    assert_eq!(indicator.points[0].kind.as_str(), "actual");
}

#[test]
fn takes_back_what_has_a_fault() {
    let overlay = Overlay::sound();
    let long = "长".repeat(81);
    let ran = new(
        &overlay,
        "article",
        &["--title", &long, "--source", "daily", "--yes"],
        "",
    );
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("上限为 80"), "{}", ran.err);
    assert!(ran.err.contains("没有保存"), "{}", ran.err);
    assert_eq!(overlay.load().unwrap().news.len(), 2);
}

#[test]
fn adds_nothing_to_a_bundle_with_faults() {
    let overlay = Overlay::with("date");
    let ran = new(&overlay, "company", &["--yes"], "");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("请先改正，再添加"), "{}", ran.err);
}
