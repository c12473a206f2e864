//! Letters that look right and are others, and characters that nobody sees: in every
//! text of a bundle.

use std::fs;

use content::fault::Fault;
use content::load::read;
use model::Lang;
use rstest::rstest;
use serde_json::Value;

use super::overlay::Overlay;

const ARTICLE: &str = "news/2025-10-31-output.json";
const TITLE: &str = "前三季度产值公布";

fn checked(overlay: &Overlay) -> Vec<Fault> {
    let reading = read(overlay.path(), "2026-01-01".parse().unwrap());
    let faults = reading.bundle.as_ref().err().into_iter();
    (faults.chain(&reading.warnings).flatten())
        .cloned()
        .collect()
}

/// The files of the bundle, by the paths in it.
fn files(overlay: &Overlay) -> Vec<String> {
    let names = |folder: &str| {
        let entries = fs::read_dir(overlay.path().join(folder)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names
            .filter(|name| name.ends_with(".json"))
            .map(|name| format!("{folder}{name}"))
            .collect::<Vec<_>>()
    };
    [names(""), names("news/")].concat()
}

/// The ways to every text of a value that is no address: those have letters of their own.
fn texts(value: &Value, way: &str, ways: &mut Vec<String>) {
    match value {
        Value::String(_) => ways.push(way.to_owned()),
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                texts(value, &format!("{way}/{index}"), ways);
            }
        }
        Value::Object(fields) => {
            let others = ["$schema", "url"];
            for (key, value) in fields
                .iter()
                .filter(|(key, _)| !others.contains(&key.as_str()))
            {
                texts(value, &format!("{way}/{key}"), ways);
            }
        }
        _ => {}
    }
}

/// `companies[2].name` of `/companies/2/name`.
fn path(way: &str) -> String {
    let steps = way
        .split('/')
        .skip(1)
        .map(|step| match step.parse::<usize>() {
            Ok(index) => format!("[{index}]"),
            Err(_) => format!(".{step}"),
        });
    steps.collect::<String>().trim_start_matches('.').to_owned()
}

#[rstest]
#[case::of_no_character("\u{ffff}", "hidden-character")]
#[case::of_control("\u{1}", "hidden-character")]
#[case::of_a_radical("⼴", "odd-letters")]
#[case::of_a_double("\u{f98e}", "odd-letters")]
fn are_found_in_every_text(#[case] letter: &str, #[case] code: &str) {
    let sound = Overlay::sound();
    let mut count = 0;
    for file in files(&sound) {
        let json = fs::read_to_string(sound.path().join(&file)).unwrap();
        let root: Value = serde_json::from_str(&json).unwrap();
        let mut ways = Vec::new();
        texts(&root, "", &mut ways);
        for way in ways {
            let mut changed = root.clone();
            let text = changed.pointer_mut(&way).unwrap();
            *text = Value::from(format!("{}{letter}", text.as_str().unwrap()));
            let overlay = Overlay::sound().write(&file, changed.to_string());
            let found = checked(&overlay).into_iter().any(|fault| {
                fault.file == file && fault.path == path(&way) && fault.kind.code() == code
            });
            assert!(found, "{code} at {way} of {file}");
            count += 1;
        }
    }
    assert!(count > 100, "{count} texts");
}

#[test]
fn break_no_file_but_are_refused() {
    let overlay = Overlay::sound().replace(ARTICLE, TITLE, r"前三季度\uffff产值公布");
    let faults = overlay.faults();
    let [fault] = &faults[..] else {
        panic!("{faults:?}");
    };
    assert_eq!(fault.kind.code(), "hidden-character");
    assert_eq!(fault.example(), Some(format!("\"title\": \"{TITLE}\"")));
    let message = fault.headline(Lang::ZhHans);
    assert!(message.contains("U+FFFF 非字符。请删去"), "{message}");
}

#[rstest]
#[case::radical(
    "前三季度产值⼴布",
    "4:19",
    "“⼴”（U+2F34 康熙部首）",
    "前三季度产值广布"
)]
#[case::double(
    "前三季度产\u{f98e}公布",
    "4:18",
    "（U+F98E 兼容汉字）",
    "前三季度产年公布"
)]
#[case::escaped(
    r"前三季度产\uf98e公布",
    "4:18",
    "（U+F98E 兼容汉字）",
    "前三季度产年公布"
)]
#[case::wide(
    "２０２４年产值公布",
    "4:13",
    "“２０２４”（U+FF12 全角字符）",
    "2024年产值公布"
)]
#[case::cyrillic("\u{410}356产值公布", "4:13", "（U+0410 西里尔字母）", "A356产值公布")]
fn are_written_out_as_they_should_be(
    #[case] title: &str,
    #[case] position: &str,
    #[case] named: &str,
    #[case] mended: &str,
) {
    let overlay = Overlay::sound().replace(ARTICLE, TITLE, title);
    let found: Vec<Fault> = (checked(&overlay).into_iter())
        .filter(|fault| fault.kind.code() == "odd-letters")
        .collect();
    let [warning] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!((&*warning.file, &*warning.path), (ARTICLE, "title"));
    assert_eq!(warning.position.unwrap().to_string(), position);
    let message = warning.headline(Lang::ZhHans);
    assert!(message.contains(named), "{message}");
    assert!(message.contains(&format!("请改为：{mended}")), "{message}");
    assert_eq!(warning.example(), Some(format!("\"title\": \"{mended}\"")));
    let message = warning.headline(Lang::En);
    assert!(message.contains(&format!("Write: {mended}")), "{message}");
    // What its example writes is in order.
    let overlay = Overlay::sound().replace(ARTICLE, TITLE, mended);
    assert!(
        checked(&overlay)
            .iter()
            .all(|fault| fault.kind.code() != "odd-letters")
    );
}

#[test]
fn are_the_letters_they_look_like_once_they_are_loaded() {
    let overlay = Overlay::sound()
        .replace(ARTICLE, TITLE, r"⼴元产\uf98e公布")
        .replace(ARTICLE, "产值400.5亿元。\\n", "⻓期⾦属，ﬁlm。\\n");
    let bundle = overlay.load().unwrap();
    let article = bundle
        .news
        .iter()
        .find(|article| ARTICLE.contains(&article.id));
    let article = article.unwrap();
    assert_eq!(article.title.get(Lang::ZhHans).text, "广元产年公布");
    let body = article.body.get(Lang::ZhHans).text;
    assert!(body.starts_with("长期金属，film。"), "{body}");
}

#[test]
fn are_shown_in_a_part_of_a_long_text() {
    let long = "产值".repeat(60);
    let overlay = Overlay::sound().replace(
        ARTICLE,
        "\"body\": \"",
        &format!("\"body\": \"{long}⼴元{long}\\n\\n"),
    );
    let found = checked(&overlay);
    let warning = found
        .iter()
        .find(|fault| fault.kind.code() == "odd-letters")
        .unwrap();
    let part = format!("{}广元{}", "产值".repeat(10), "产值".repeat(9));
    let message = warning.headline(Lang::ZhHans);
    assert!(message.contains(&format!("请改为：{part}")), "{message}");
    assert_eq!(warning.example(), None);
}

#[test]
fn are_signs_that_one_sees_in_a_report() {
    let overlay = Overlay::sound().replace(ARTICLE, TITLE, "产\u{202e}值\u{200b}公布");
    let report = overlay.load().unwrap_err().render(Lang::ZhHans);
    assert!(!report.contains(['\u{202e}', '\u{200b}']), "{report}");
    assert!(report.contains("产\u{fffd}值\u{fffd}公布"), "{report}");
    let stray = Overlay::sound().write("ch\u{200b}ain.json", "{}");
    let report = stray.load().unwrap_err().render(Lang::ZhHans);
    assert!(report.contains("ch\u{fffd}ain.json"), "{report}");
}
