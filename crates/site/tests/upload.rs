//! `site upload` and `site publish --to`, against a real S3 server on this machine, killed
//! at every step.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod storage;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use publish::headers::{IMMUTABLE, cache_control, content_disposition};
use publish::mime;
use storage::{Break, Storage, site};
use tempfile::TempDir;
use walkdir::WalkDir;

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A small site: a home page, articles, the documents and the app that they need.
struct Small {
    folder: TempDir,
}

impl Small {
    fn new(app: &str, articles: &[(&str, &str)]) -> Self {
        let small = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        small.write("app.json", &format!("{{\"app\":\"{app}\"}}"));
        small.write(&format!("app-{app}.js"), app);
        small.write(&format!("app-{app}_bg.wasm"), app);
        let links: Vec<String> = articles
            .iter()
            .map(|(id, text)| {
                let page = page(app, &format!("news/{id}"), text);
                small.write(&format!("news/{id}/index.html"), &page);
                let document = format!("content/v1/zh-Hans/news/{id}.json");
                small.write(&document, &format!("{{\"text\":\"{text}\"}}"));
                format!("<a href=\"/news/{id}/\"></a>")
            })
            .collect();
        small.write("index.html", &page(app, "home", &links.concat()));
        let ids: Vec<&str> = articles.iter().map(|(id, _)| *id).collect();
        small.write(
            "content/v1/zh-Hans/home.json",
            &serde_json::to_string(&ids).unwrap(),
        );
        let manifest = serde_json::json!({ "revision": format!("{app} {articles:?}") });
        small.write("content/v1/manifest.json", &manifest.to_string());
        small.write("sitemap.xml", &ids.join(" "));
        small.write("_headers", "for hosts");
        small
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn dir(&self) -> &Path {
        self.folder.path()
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(self.dir())
    }
}

fn page(app: &str, document: &str, text: &str) -> String {
    format!(
        "<script src=\"/app-{app}.js\"></script><link href=\"/app-{app}_bg.wasm\">\
         <link href=\"/content/v1/zh-Hans/{document}.json\">{text}</html>"
    )
}

/// What is to lie in a bucket, of a folder.
fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(dir).into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(dir).unwrap();
            (
                name.to_str().unwrap().to_owned(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .filter(|(name, _)| name != "_headers")
        .collect()
}

/// That every page leads to what is there, and to nothing else.
fn assert_whole(there: &BTreeMap<String, Vec<u8>>, when: &str) {
    for (name, bytes) in there.iter().filter(|(name, _)| name.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(text.ends_with("</html>"), "{when}: {name} is not all there");
        for part in text.split("=\"/").skip(1) {
            let (path, _) = part.split_once('"').unwrap();
            let file = match path.ends_with('/') {
                true => format!("{path}index.html"),
                false => path.to_owned(),
            };
            assert!(there.contains_key(&file), "{when}: {name} leads to {file}");
        }
    }
    for (name, bytes) in there.iter().filter(|(name, _)| name.ends_with(".json")) {
        let json = serde_json::from_slice::<serde_json::Value>(bytes);
        assert!(json.is_ok(), "{when}: {name} is not all there");
    }
}

/// The site in the bucket, without what uploads note there.
fn of_readers(storage: &Storage) -> BTreeMap<String, Vec<u8>> {
    let mut there = storage.objects();
    there.remove(".site-upload.json");
    there
}

fn first() -> Small {
    Small::new("0a1b2c3d", &[("old", "旧"), ("stays", "留")])
}

fn second() -> Small {
    Small::new("4e5f6071", &[("new", "新"), ("stays", "留下")])
}

#[test]
fn leave_a_whole_site_wherever_they_are_killed_and_go_on_from_there() {
    let storage = Storage::start();
    let (first, second) = (first(), second());
    for (mut step, breaking) in [(1, Break::Before), (2, Break::After)] {
        loop {
            storage.empty();
            let begun = storage.upload(first.dir(), &[]);
            assert!(begun.status.success(), "{}", said(&begun));
            let when = format!("{breaking:?} step {step}");
            let Some(killed) = storage.upload_killed_at(second.dir(), breaking, step) else {
                assert!(step > 15, "there are steps to be killed at: {step}");
                break;
            };
            assert!(!killed.status.success(), "{when}");
            let there = of_readers(&storage);
            assert_whole(&there, &when);
            // Pages that are open still find their app.
            assert!(there.contains_key("app-0a1b2c3d.js"), "{when}");
            let resumed = storage.upload(second.dir(), &[]);
            assert!(resumed.status.success(), "{when}: {}", said(&resumed));
            let there = of_readers(&storage);
            assert_whole(&there, &when);
            let mut expected = second.files();
            let old = first.files();
            for name in ["app-0a1b2c3d.js", "app-0a1b2c3d_bg.wasm"] {
                expected.insert(name.to_owned(), old[name].clone());
            }
            assert_eq!(there, expected, "{when}");
            let again = storage.upload(second.dir(), &[]);
            assert!(said(&again).contains(": 0 files"), "{}", said(&again));
            step += stride();
        }
    }
}

/// What is published and brought: all of the editors' bundle in a soak, where thousands of
/// files go through a server in Python; else one that has little of everything.
fn bundle() -> &'static str {
    if std::env::var_os("SOAK").is_some() {
        "public/content"
    } else {
        "crates/content/tests/fixtures/faults/valid"
    }
}

/// From one step at which an upload is killed to the next: each in a soak, else some.
fn stride() -> usize {
    if std::env::var_os("SOAK").is_some() {
        1
    } else {
        3
    }
}

#[test]
fn are_whole_for_readers_when_the_first_one_is_killed() {
    let storage = Storage::start();
    let first = first();
    for step in (1..).step_by(stride()) {
        storage.empty();
        let Some(_) = storage.upload_killed_at(first.dir(), Break::After, step) else {
            break;
        };
        assert_whole(&of_readers(&storage), &format!("step {step}"));
        let resumed = storage.upload(first.dir(), &[]);
        // The last that it does is to note that it has come to its end.
        let words = said(&resumed);
        assert!(
            words.contains("broken off") || words.contains(": 0 files"),
            "{words}"
        );
        assert_eq!(of_readers(&storage), first.files());
    }
}

#[test]
fn put_what_pages_need_before_pages_and_the_record_last() {
    let storage = Storage::start();
    let first = first();
    storage.upload(first.dir(), &[]);
    let second = second();
    storage.forget_requests();
    let done = storage.upload(second.dir(), &[]);
    assert!(done.status.success(), "{}", said(&done));
    let requests = storage.requests();
    let place = |request: &str| {
        let place = requests.iter().position(|made| made == request);
        place.unwrap_or_else(|| panic!("{request} is none of {requests:?}"))
    };
    let in_order = [
        "PUT app-4e5f6071.js",
        "PUT content/v1/zh-Hans/news/new.json",
        "PUT content/v1/zh-Hans/home.json",
        "PUT news/new/index.html",
        "PUT index.html",
        "PUT content/v1/manifest.json",
        "DELETE news/old/index.html",
        "DELETE content/v1/zh-Hans/news/old.json",
    ];
    assert!(in_order.map(place).is_sorted(), "{requests:?}");
    assert_eq!(requests.last().unwrap(), "PUT .site-upload.json");
    // What has not changed stays.
    assert!(!requests.contains(&"PUT _headers".to_owned()));
    let small = first_with_a_change();
    storage.upload(first.dir(), &[]);
    storage.forget_requests();
    storage.upload(small.dir(), &[]);
    let put: BTreeSet<String> = storage.requests().into_iter().collect();
    let expected = ["PUT .site-upload.json", "PUT sitemap.xml"];
    assert_eq!(put, expected.map(str::to_owned).into());
}

fn first_with_a_change() -> Small {
    let small = first();
    small.write("sitemap.xml", "changed");
    small
}

#[test]
fn say_what_they_would_do_and_do_nothing() {
    let storage = Storage::start();
    let first = first();
    storage.upload(first.dir(), &[]);
    let before = storage.objects();
    storage.forget_requests();
    let would = storage.upload(second().dir(), &["--dry-run"]);
    let words = said(&would);
    assert!(would.status.success(), "{words}");
    for line in [
        "upload  app-4e5f6071.js",
        "upload  content/v1/manifest.json",
        "remove  news/old/index.html",
        "www/: 11 files",
        "2 of earlier sites kept",
    ] {
        assert!(words.contains(line), "{line}: {words}");
    }
    assert_eq!(storage.requests(), [""; 0]);
    assert_eq!(storage.objects(), before);
}

#[test]
fn keep_old_hashed_files_for_some_days_and_then_remove_them() {
    let storage = Storage::start();
    storage.upload(first().dir(), &[]);
    storage.upload(second().dir(), &["--keep-days", "1"]);
    assert!(storage.objects().contains_key("app-0a1b2c3d.js"));
    let removed = storage.upload(second().dir(), &["--keep-days", "0"]);
    assert!(said(&removed).contains("2 removed"), "{}", said(&removed));
    assert_eq!(of_readers(&storage), second().files());
}

#[test]
fn leave_alone_what_is_of_somebody_else() {
    let storage = Storage::start();
    storage.put("notes.txt", b"of somebody");
    storage.put("index.html", b"of somebody");
    let refused = storage.upload(first().dir(), &[]);
    assert!(!refused.status.success());
    assert!(said(&refused).contains("index.html"), "{}", said(&refused));
    assert_eq!(storage.objects().len(), 2, "nothing was uploaded");
    let replaced = storage.upload(first().dir(), &["--replace"]);
    assert!(replaced.status.success(), "{}", said(&replaced));
    storage.upload(second().dir(), &["--keep-days", "0"]);
    let there = storage.objects();
    assert_eq!(there["notes.txt"], b"of somebody");
    assert_eq!(there["index.html"], second().files()["index.html"]);
    // Changed by somebody, it is put right.
    storage.put("sitemap.xml", b"of somebody");
    storage.upload(second().dir(), &[]);
    assert_eq!(
        storage.objects()["sitemap.xml"],
        second().files()["sitemap.xml"]
    );
}

#[test]
fn say_what_is_wrong_and_how_to_mend_it() {
    let storage = Storage::start();
    let first = first();
    let run = |change: &dyn Fn(&mut Command)| {
        let mut command = storage.command(first.dir(), &[]);
        change(&mut command);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        said(&output)
    };
    let keyless = run(&|command| {
        command.env_remove("AWS_ACCESS_KEY_ID");
    });
    assert!(keyless.contains("AWS_ACCESS_KEY_ID"), "{keyless}");
    let refused = run(&|command| {
        command.env("AWS_ENDPOINT_URL", storage.refusing());
    });
    assert!(
        refused.contains("refuses") && refused.contains("AWS_SECRET_ACCESS_KEY"),
        "{refused}"
    );
    assert!(!refused.contains(storage::SECRET), "{refused}");
    let bucket = storage.upload(first.dir(), &["--to", "s3://nowhere"]);
    let bucket = said(&bucket);
    assert!(bucket.contains("no bucket `nowhere`"), "{bucket}");
    let empty = tempfile::tempdir().unwrap();
    let none = storage.upload(empty.path(), &[]);
    assert!(said(&none).contains("no published site"), "{}", said(&none));
    let mistaken = site().args(["upload", "--to", "site"]).output().unwrap();
    assert_eq!(mistaken.status.code(), Some(2));
    let alone = site().args(["publish", "--dry-run"]).output().unwrap();
    assert_eq!(alone.status.code(), Some(2), "{}", said(&alone));
}

#[test]
fn bring_the_real_site_with_all_its_headers() {
    let storage = Storage::start();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let app = std::env::var_os("SITE_APP").map_or_else(|| root.join("target/app"), PathBuf::from);
    let mut publish = site();
    publish
        .args(["publish", "--no-cards", "--lang", "en", "--packed", "gzip"])
        .args(["--to", &storage.place(), "--content"])
        .arg(root.join(bundle()))
        .arg("--app")
        .arg(app)
        .arg("--out")
        .arg(&out);
    let published = storage.with_access(&mut publish).output().unwrap();
    assert!(published.status.success(), "{}", said(&published));
    assert!(said(&published).contains(&format!("Brought to {}/", storage.place())));
    let mut hashed = 0;
    let mut packed = 0;
    for (name, bytes) in files(&out) {
        let is_packed_form = [".br", ".gz"].iter().any(|ending| {
            name.strip_suffix(ending)
                .is_some_and(|plain| out.join(plain).is_file())
        });
        if is_packed_form {
            continue;
        }
        let answer = storage.get(&name);
        assert_eq!(
            answer.header("content-type"),
            Some(mime::of(&name)),
            "{name}"
        );
        assert_eq!(
            answer.header("cache-control"),
            Some(cache_control(&name)),
            "{name}"
        );
        assert_eq!(
            answer.header("content-disposition"),
            content_disposition(&name).as_deref(),
            "{name}"
        );
        hashed += usize::from(answer.header("cache-control") == Some(IMMUTABLE));
        match answer.header("content-encoding") {
            Some("gzip") => {
                packed += 1;
                assert_eq!(
                    answer.body,
                    fs::read(out.join(format!("{name}.gz"))).unwrap()
                );
            }
            None => assert_eq!(answer.body, bytes, "{name}"),
            Some(other) => panic!("{name}: {other}"),
        }
    }
    assert!(
        hashed > 3 && packed > 100,
        "{hashed} hashed, {packed} packed"
    );
    let again = storage.upload(&out, &["--packed", "gzip"]);
    assert!(said(&again).contains(": 0 files"), "{}", said(&again));
}
