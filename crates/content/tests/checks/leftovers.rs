//! What systems, programs and habits leave in the folder, and in which encodings
//! editors save: nothing of it stops a publish that need not, and no record is lost
//! without a word.

use std::fs;

use content::fault::{Fault, Kind};
use content::load::read;
use model::Lang;

use super::overlay::{Overlay, codes};

const ARTICLE: &str = "news/2025-10-31-output.json";

/// The warnings of a sound bundle that are of what may go.
fn leftovers(overlay: &Overlay) -> Vec<Fault> {
    let reading = read(overlay.path(), "2026-01-01".parse().unwrap());
    assert!(reading.bundle.is_ok(), "{:?}", reading.bundle);
    (reading.warnings.iter().flatten())
        .filter(|fault| fault.kind.code() == "leftover")
        .cloned()
        .collect()
}

#[test]
fn passes_over_what_systems_and_programs_leave() {
    let overlay = Overlay::sound();
    let folders = ["__MACOSX", "$RECYCLE.BIN", "node_modules", ".git", "@eaDir"];
    for folder in folders {
        for within in ["", "news/"] {
            let folder = overlay.path().join(within).join(folder);
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("x.json"), "{").unwrap();
        }
    }
    let files = [
        "Thumbs.db",
        "desktop.ini",
        "~$draft.json",
        ".DS_Store",
        "._2025-10-31-output.json",
        ".2025-10-31-output.json.swp",
        "2025-10-31-output.json~",
        "#2025-10-31-output.json#",
        ".#2025-10-31-output.json",
        "3F2A.tmp",
        "Icon\r",
        ".~lock.2025-10-31-output.json#",
    ];
    for file in files {
        for within in ["", "news/"] {
            fs::write(overlay.path().join(within).join(file), "\0").unwrap();
        }
    }
    assert!(leftovers(&overlay).is_empty());
}

#[test]
fn says_in_a_line_who_made_what_may_go() {
    let overlay = Overlay::sound()
        .write("news/新建文本文档.txt", "")
        .write("companies.json.bak", "{");
    fs::create_dir(overlay.path().join("news - 副本")).unwrap();
    let found = leftovers(&overlay);
    let files: Vec<_> = found.iter().map(|fault| fault.file.as_str()).collect();
    assert_eq!(
        files,
        ["companies.json.bak", "news - 副本", "news/新建文本文档.txt"]
    );
    for (fault, [zh, en]) in found.iter().zip([
        ["备份。网站不用它；不需要就删去", "a backup"],
        ["副本。网站不用它；不需要就删去", "a copy"],
        ["点“新建”留下的", "left by “New”"],
    ]) {
        for (lang, piece) in [(Lang::ZhHans, zh), (Lang::En, en)] {
            let line = fault.headline(lang);
            assert!(line.contains(piece), "{line}");
            assert!(!line.contains('\n'), "{line}");
        }
    }
}

#[test]
fn says_of_every_record_with_a_mistaken_name_what_is_wrong_with_it() {
    let text = fs::read(Overlay::sound().path().join(ARTICLE)).unwrap();
    for (name, piece) in [
        (
            "2025-10-31-output copy.json",
            "2025-10-31-output.json”的副本",
        ),
        ("2025-10-31-output (1).json", "下载或接收文件遇到重名"),
        (
            "2025-11-01-b (李四 的冲突副本 2025-11-02).json",
            "网盘同步遇到冲突",
        ),
        ("2025-11-01-b.json.txt", "是否想写“2025-11-01-b.json”"),
        ("2025-11-01-b.JSON", "是否想写“2025-11-01-b.json”"),
        ("2025-11-01-b。json", "是否想写“2025-11-01-b.json”"),
        ("2025-11-01-b.jsonc", "是否想写“2025-11-01-b.json”"),
        ("2025-11-01-b.json ", "是否想写“2025-11-01-b.json”"),
        (
            ".2025-11-01-b.json.icloud",
            "iCloud 还没有把它下载到这台电脑",
        ),
        (
            "2025-11-01-b.json.nextcloud",
            "Nextcloud 还没有把它下载到这台电脑",
        ),
    ] {
        let faults = Overlay::sound()
            .write(&format!("news/{name}"), &text)
            .faults();
        assert_eq!(faults.len(), 1, "{name}: {faults:?}");
        let line = faults[0].headline(Lang::ZhHans);
        assert!(line.contains(piece), "{line}");
    }
    let hidden = Overlay::sound().write("news/.2025-11-01-b.json", &text);
    let line = leftovers(&hidden)[0].headline(Lang::ZhHans);
    assert!(line.contains("请去掉开头的点"), "{line}");
}

#[cfg(target_os = "linux")]
#[test]
fn names_a_name_that_is_not_utf_8_with_its_bytes() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let overlay = Overlay::sound();
    // 广元.json, as an archive from Windows names it.
    let name = OsStr::from_bytes(b"\xb9\xe3\xd4\xaa.json");
    fs::write(overlay.path().join("news").join(name), "{}").unwrap();
    let faults = overlay.faults();
    assert_eq!(
        codes(&faults),
        [("news/\u{fffd}\u{fffd}Ԫ.json", "name-not-utf8")]
    );
    let line = faults[0].headline(Lang::ZhHans);
    assert!(line.contains("B9 E3 D4 AA 2E 6A 73 6F 6E"), "{line}");
    assert!(line.contains("按 GBK 读是“广元.json”"), "{line}");
}

#[test]
fn reads_what_notepad_saves() {
    let sound = Overlay::sound();
    let text = fs::read_to_string(sound.path().join(ARTICLE)).unwrap();
    let expected = format!("{:?}", sound.load().unwrap().news);
    let lines = text.replace('\n', "\r\n");
    let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
    let marked = format!("\u{feff}{lines}");
    for bytes in [
        lines.clone().into_bytes(),
        marked.clone().into_bytes(),
        units(&marked)
            .into_iter()
            .flat_map(u16::to_le_bytes)
            .collect(),
        units(&marked)
            .into_iter()
            .flat_map(u16::to_be_bytes)
            .collect(),
        units(&lines)
            .into_iter()
            .flat_map(u16::to_le_bytes)
            .collect(),
    ] {
        let bundle = Overlay::sound().write(ARTICLE, bytes).load().unwrap();
        assert_eq!(format!("{:?}", bundle.news), expected);
    }
}

#[test]
fn names_the_encoding_and_the_line_of_what_is_not_utf_8() {
    let text = fs::read_to_string(Overlay::sound().path().join(ARTICLE)).unwrap();
    let (bytes, ..) = encoding_rs::GBK.encode(&text);
    let faults = Overlay::sound().write(ARTICLE, bytes).faults();
    let [fault] = &faults[..] else {
        panic!("one fault expected: {faults:?}");
    };
    let first = text.lines().position(|line| !line.is_ascii()).unwrap();
    assert_eq!(fault.position.unwrap().line, first + 1);
    assert!(matches!(
        fault.kind,
        Kind::NotUtf8 {
            looks_like: Some(_)
        }
    ));
    assert_eq!(
        fault.excerpt.as_ref().unwrap().line.trim(),
        text.lines().nth(first).unwrap().trim()
    );
    let zh = fault.headline(Lang::ZhHans);
    assert!(zh.contains("看来是 GBK/GB18030"), "{zh}");
    assert!(zh.contains("编码选 UTF-8"), "{zh}");
    let en = fault.headline(Lang::En);
    assert!(en.contains("it looks like GBK/GB18030;"), "{en}");
}
