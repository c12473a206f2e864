//! `site new`.

use std::fs;
use std::io::ErrorKind;

use content::editing::ask::Asker;
use content::editing::new::{Desk, NewError, indicator};
use content::io_words::describe_io;
use model::Lang;
use model::date::Day;
use serde_json::Value;

use super::command::{Ran, site, site_told, text};
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
            "--stages",
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
            "--stages",
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
fn refuses_a_flag_that_the_check_would_refuse() {
    let overlay = Overlay::sound();
    let long = "长".repeat(81);
    let flags = ["--title", &long, "--source", "daily", "--yes"];
    let ran = new(&overlay, "article", &flags, "");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("上限为 80"), "{}", ran.err);
    let body = ["--title", "短", "--body", "<b>粗</b>", "--source", "daily"];
    let ran = new(&overlay, "article", &body, "");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("<b>"), "{}", ran.err);
    assert_eq!(ran.out, "", "before anything is asked");
    assert_eq!(overlay.load().unwrap().news.len(), 2);
}

#[test]
fn takes_back_what_has_a_fault() {
    let overlay = Overlay::sound();
    let before = fs::read(overlay.path().join("indicators.json")).unwrap();
    let bundle = overlay.load().unwrap();
    let desk = Desk {
        dir: overlay.path(),
        bundle: &bundle,
        today: "2026-03-02".parse().unwrap(),
    };
    let given = indicator::IndicatorArgs {
        name: Some("产量".into()),
        unit: Some("万吨".into()),
        scope: Some("全市。".into()),
        period: Some("2025".into()),
        value: Some("1".into()),
        source: Some("daily".into()),
        ..indicator::IndicatorArgs::default()
    };
    // Somebody else has taken the source away meanwhile.
    let sources = fs::read_to_string(overlay.path().join("sources.json")).unwrap();
    fs::write(
        overlay.path().join("sources.json"),
        sources.replace("\"daily\"", "\"other\""),
    )
    .unwrap();
    let mut asker = Asker::new(&b""[..], Vec::new(), Lang::ZhHans, true);
    let error = indicator::create(desk, &given, &mut asker).unwrap_err();
    assert!(matches!(error, NewError::Refused(_)), "{error}");
    assert_eq!(
        fs::read(overlay.path().join("indicators.json")).unwrap(),
        before
    );
}

#[test]
fn asks_again_with_the_reason_when_the_check_would_refuse_the_answer() {
    let overlay = Overlay::sound();
    let long = "长".repeat(81);
    let answers = format!(
        "{long}\n短标题\n{}\nShort\n\n\ndaily\n\n\n\n\n",
        "x".repeat(201)
    );
    let ran = new(&overlay, "article", &[], &answers);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for said in ["共 81 个字符，上限为 80", "共 201 个字符，上限为 200"] {
        assert!(ran.out.contains(said), "`{said}` is not in {}", ran.out);
    }

    let answers = "产量\n\n万吨\n全市。\n\n\n2025\n-1\n344.0700000000000001\n344.07\n\ndaily\n\n";
    let ran = new(&overlay, "indicator", &[], answers);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("344.0700000000000001"), "{}", ran.out);
    let after = fs::read_to_string(overlay.path().join("indicators.json")).unwrap();
    assert!(after.contains("\"value\": 344.07,"), "{after}");

    let flags = ["--unit", "%", "--value", "-5", "--yes"];
    let share = ["--name", "变化", "--scope", "全市。", "--period", "2025"];
    let flags = [&flags[..], &share, &["--source", "daily"]].concat();
    let ran = new(&overlay, "indicator", &flags, "");
    assert_eq!(ran.code, Some(0), "a share may shrink: {ran:?}");
}

#[test]
fn keeps_each_alias_once() {
    let overlay = Overlay::sound();
    let aliases = ["--aliases", "样例，样例铝业,样例"];
    let ran = new(&overlay, "company", &[&COMPANY[..], &aliases].concat(), "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let company = &json(&overlay, "companies.json")["companies"][2];
    assert_eq!(company["aliases"], serde_json::json!(["样例", "样例铝业"]));
}

#[test]
fn proposes_short_ids_and_refuses_long_ones() {
    let overlay = Overlay::sound();
    let word = "Pneumonoultramicroscopic".repeat(8);
    let flags = ["--title", "长词", "--title-en", &word, "--source", "daily"];
    let ran = new(&overlay, "article", &[&flags[..], &["--yes"]].concat(), "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let id = &overlay.load().unwrap().news[0].id;
    assert_eq!(id.len(), "2026-03-02-".len() + 60, "{id}");

    let id = "a".repeat(251);
    let flags = ["--title", "长号", "--source", "daily", "--id", &id, "--yes"];
    let ran = new(&overlay, "article", &flags, "");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("编号共 251 个字符，上限为 200"),
        "{}",
        ran.err
    );
}

const COMPANY: [&str; 9] = [
    "--name",
    "广元样例铝业有限公司",
    "--stages",
    "processing",
    "--summary",
    "生产铝杆。",
    "--sources",
    "daily",
    "--yes",
];

#[test]
fn keeps_the_mark_and_the_line_ends_of_a_file() {
    let overlay = Overlay::sound();
    let text = fs::read_to_string(overlay.path().join("companies.json")).unwrap();
    let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let overlay = overlay.write("companies.json", &text);
    let ran = new(&overlay, "company", &COMPANY, "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let after = fs::read_to_string(overlay.path().join("companies.json")).unwrap();
    assert!(after.starts_with("\u{feff}{\r\n"), "{after:?}");
    assert_eq!(
        after.matches('\n').count(),
        after.matches("\r\n").count(),
        "{after:?}"
    );
    assert!(overlay.load().unwrap().company("yang-li-lv-ye").is_some());
}

#[cfg(unix)]
#[test]
fn leaves_nothing_beside_a_file_and_its_permissions_alone() {
    use std::os::unix::fs::PermissionsExt;
    let overlay = Overlay::sound();
    let path = overlay.path().join("companies.json");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let names = || fs::read_dir(overlay.path()).unwrap().count();
    let before = names();
    assert_eq!(new(&overlay, "company", &COMPANY, "").code, Some(0));
    assert_eq!(names(), before);
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn tells_in_chinese_what_the_system_says() {
    for (kind, words) in [
        (ErrorKind::NotFound, "找不到"),
        (ErrorKind::PermissionDenied, "没有权限"),
        (ErrorKind::AlreadyExists, "已经有了"),
        (ErrorKind::StorageFull, "磁盘满了"),
        (ErrorKind::InvalidFilename, "名字太长，或含有不能用的字符"),
        (
            ErrorKind::InvalidData,
            "内容不是 UTF-8 编码的文字，或者已经损坏",
        ),
    ] {
        assert_eq!(describe_io(&kind.into(), Lang::ZhHans), words);
    }
    let unknown = std::io::Error::from_raw_os_error(9999);
    assert_eq!(describe_io(&unknown, Lang::ZhHans), "系统错误 9999");
    assert_eq!(
        describe_io(&ErrorKind::NotFound.into(), Lang::En),
        "entity not found"
    );
    let overlay = Overlay::sound();
    let args = ["new", "article", "--content", text(overlay.path())];
    let ran = site_told(&args, b"\xff\n");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("读不到回答"), "{}", ran.err);
    assert!(!ran.err.contains("valid"), "{}", ran.err);
}

#[test]
fn adds_nothing_to_a_bundle_with_faults() {
    let overlay = Overlay::with("date");
    let ran = new(&overlay, "company", &["--yes"], "");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("请先改正，再添加"), "{}", ran.err);
}

#[test]
fn writes_an_event_and_the_file_that_it_stands_in() {
    let overlay = Overlay::sound();
    let flags = [
        "--title",
        "再生铝原料检验培训",
        "--title-en",
        "Course on recycled feed",
        "--kind",
        "training",
        "--start",
        "2026-12-18 09:00",
        "--end",
        "2026-12-18 11:30",
        "--place",
        "线上",
        "--summary",
        "讲解检验要求。",
        "--source",
        "daily",
        "--yes",
    ];
    let ran = new(&overlay, "event", &flags, "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let file = json(&overlay, "events.json");
    assert_eq!(file["$schema"], "../schema/events.schema.json");
    assert_eq!(
        file["events"][0]["id"],
        "2026-12-18-course-on-recycled-feed"
    );
    assert_eq!(file["events"][0]["end"], "2026-12-18 11:30");
    // The next one stands behind it, under another id.
    let ran = new(&overlay, "event", &flags, "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let bundle = overlay.load().expect("what is new passes the check");
    let ids: Vec<&str> = (bundle.events.events.iter())
        .map(|event| event.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "2026-12-18-course-on-recycled-feed",
            "2026-12-18-course-on-recycled-feed-2"
        ]
    );
}

#[test]
fn leaves_no_file_of_events_behind_that_it_did_not_write() {
    let overlay = Overlay::sound();
    let ran = new(
        &overlay,
        "event",
        &[
            "--title",
            "培训",
            "--start",
            "2026-12-18 09:00",
            "--end",
            "2026-12-18 08:00",
            "--summary",
            "讲解。",
            "--source",
            "daily",
            "--yes",
        ],
        "",
    );
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(!overlay.path().join("events.json").exists());
}

#[test]
fn writes_an_offer_that_stands_for_thirty_days() {
    let overlay = Overlay::sound();
    let flags = [
        "--kind",
        "need",
        "--material",
        "圆铝棒",
        "--material-en",
        "Billet",
        "--grade",
        "6063",
        "--tonnes",
        "300",
        "--stages",
        "processing",
        "--source",
        "daily",
        "--yes",
    ];
    let ran = new(&overlay, "offer", &flags, "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let file = json(&overlay, "offers.json");
    assert_eq!(file["$schema"], "../schema/offers.schema.json");
    let offer = &file["offers"][0];
    assert_eq!(offer["id"], "2026-03-02-billet");
    assert_eq!(offer["kind"], "need");
    assert_eq!(offer["tonnes"], 300);
    assert_eq!(
        (offer["date"].as_str(), offer["until"].as_str()),
        (Some("2026-03-02"), Some("2026-04-01"))
    );
    assert!(overlay.load().is_ok(), "what is new passes the check");
    for (flag, answer, said) in [
        ("--until", "2026-02-28", "早于开始"),
        ("--until", "2026-04", "不是完整的日期"),
        ("--tonnes", "-3", "小于 0.1"),
        ("--company", "nobody", "没有编号"),
    ] {
        let mut flags: Vec<&str> = flags.to_vec();
        match flags.iter().position(|known| *known == flag) {
            Some(at) => flags[at + 1] = answer,
            None => flags.extend([flag, answer]),
        }
        let ran = new(&overlay, "offer", &flags, "");
        assert_eq!(ran.code, Some(1), "{flag} {answer}: {ran:?}");
        assert!(ran.err.contains(said), "{flag} {answer}: {}", ran.err);
    }
}

#[test]
fn writes_a_paper_whose_file_is_there() {
    let overlay = Overlay::sound();
    let flags = |file: &'static str| {
        [
            "--title",
            "入会申请表",
            "--title-en",
            "Application form",
            "--kind",
            "form",
            "--file",
            file,
            "--source",
            "daily",
            "--yes",
        ]
    };
    let ran = new(&overlay, "paper", &flags("form.pdf"), "");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.err.contains("请先把文件放进内容文件夹的 papers 里"),
        "{}",
        ran.err
    );
    assert!(!overlay.path().join("documents.json").exists());

    fs::create_dir(overlay.path().join("papers")).unwrap();
    let pdf = content::synthetic::papers::pdf("form");
    fs::write(overlay.path().join("papers/form.pdf"), pdf).unwrap();
    let ran = new(&overlay, "paper", &flags("form.pdf"), "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let paper = &json(&overlay, "documents.json")["papers"][0];
    assert_eq!(paper["id"], "application-form");
    assert_eq!(paper["file"], "form.pdf");
    assert_eq!(paper.get("language"), None, "Chinese needs no word");
    let bundle = overlay.load().expect("what is new passes the check");
    assert!(bundle.paper_files.contains_key("application-form"));
}
