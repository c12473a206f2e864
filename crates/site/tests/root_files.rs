//! Files of the web root: from the bundle as they are, and what somebody else has put
//! into the published folder.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../../publish/tests/common/trial.rs"]
mod trial;

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Command, Output};

use content::fault::Faults;
use content::load::load;
use model::Lang;
use model::routes::own;
use publish::app::App;
use publish::output::foreign::OnForeign;
use publish::output::history::History;
use publish::{Options, PublishError, publish};
use server::preview::Preview;
use server::{Background, Options as ServeOptions};

use trial::{Site, tree};

const FILES: [(&str, &str); 3] = [
    ("MP_verify_abc.txt", "a1b2c3"),
    (
        ".well-known/security.txt",
        "Contact: mailto:office@example.com\n",
    ),
    ("baidu_verify_codeva-x.html", "x"),
];

fn lay(folder: &Path, files: &[(&str, &str)]) {
    for (file, text) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// With these files in the bundle's `root/`.
fn with(files: &[(&str, &str)]) -> Site {
    let site = Site::small();
    lay(&site.content().join("root"), files);
    site
}

fn change_an_article(site: &Site) {
    let article = site.content().join("news/2025-10-31-output.json");
    let text = fs::read_to_string(&article).unwrap();
    fs::write(article, text.replacen("400.5", "改400.5", 1)).unwrap();
}

fn ask(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn publishes_and_serves_the_files_of_the_root_as_they_are() {
    let site = with(&FILES);
    publish(&site.options()).unwrap();
    let server = Background::start(ServeOptions::new(site.out())).unwrap();
    for (file, text) in FILES {
        assert_eq!(site.read(file), text.as_bytes());
        let answer = ask(server.address(), &format!("/{file}"));
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.ends_with(text), "{answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_them_in_the_preview() {
    let site = with(&FILES);
    lay(
        &site.content().join("root"),
        &[("章程/index.html", "<p>章程")],
    );
    let options = server::preview::Options {
        content: site.content(),
        app: App::from_trunk(&site.app()).unwrap(),
        lang: Lang::ZhHans,
        poll: false,
    };
    let preview = Preview::bind(("127.0.0.1", 0), options, |_| {})
        .await
        .unwrap();
    let address = preview.address();
    tokio::spawn(async move { preview.run(std::future::pending()).await });
    let answers = tokio::task::spawn_blocking(move || {
        let files = FILES.map(|(file, _)| ask(address, &format!("/{file}")));
        (files, ask(address, "/%E7%AB%A0%E7%A8%8B/"))
    });
    let (files, page) = answers.await.unwrap();
    for (answer, (_, text)) in files.iter().zip(FILES) {
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.ends_with(text), "{answer}");
    }
    assert!(page.ends_with("<p>章程"), "{page}");
}

#[test]
fn goes_back_to_the_files_of_an_earlier_publish() {
    let site = with(&FILES);
    publish(&site.options()).unwrap();
    let first = tree(&site.out());
    let root = site.content().join("root");
    fs::remove_file(root.join("MP_verify_abc.txt")).unwrap();
    lay(&root, &[(".well-known/security.txt", "Contact: another")]);
    // It was in the bundle: taking it away is no accident.
    publish(&site.options()).unwrap();
    assert!(!site.out().join("MP_verify_abc.txt").exists());
    History::of(&site.out()).restore(None).unwrap();
    assert!(tree(&site.out()) == first);
}

fn faults(files: &[(&str, &str)]) -> Faults {
    let site = with(files);
    load(&site.content()).expect_err("the bundle has a fault")
}

#[test]
fn covers_no_page_or_file_of_the_site() {
    for (file, with) in [
        ("index.html", "/index.html"),
        ("news/index.html", "/news/"),
        ("News/x.txt", "/news/"),
        ("en/x.txt", "/en/"),
        ("robots.txt", "/robots.txt"),
        ("ROBOTS.txt", "/robots.txt"),
        ("sitemap.txt", "/sitemap.txt"),
        ("content/x.txt", "/content/"),
        ("app-0a1b2c3d4e5f6071.js", "/app-0a1b2c3d4e5f6071.js"),
    ] {
        let report = faults(&[(file, "x")]).render(Lang::ZhHans);
        let top = file.split('/').next().unwrap();
        assert!(report.contains(&format!("root/{top}")), "{report}");
        assert!(report.contains(&format!("已经有了 {with}，")), "{report}");
    }
    let report = faults(&[("a.txt", "x"), ("A.txt", "x")]).render(Lang::En);
    assert!(
        report.contains("root/a.txt") && report.contains("root/A.txt"),
        "{report}"
    );
}

#[test]
fn names_what_could_not_be_served() {
    for (file, zh, en) in [
        (".htaccess", "名字以点开头", "begin with a dot"),
        ("a/.well-known/x", "名字以点开头", "begin with a dot"),
        ("a.txt.gz", ".br、.gz 结尾", "packed forms"),
        ("_headers", "给托管商读的", "serve it to nobody"),
        ("a b.txt", "名字里的“空格", "cannot stand in an address"),
        ("a%20b.txt", "名字里的“%”", "cannot stand in an address"),
    ] {
        let faults = faults(&[(file, "x")]);
        assert_eq!(faults.count(), 1, "{faults}");
        for (lang, piece) in [(Lang::ZhHans, zh), (Lang::En, en)] {
            let report = faults.render(lang);
            assert!(report.contains(piece), "{report}");
        }
    }
    let site = with(&[("large.bin", &"x".repeat(4 * 1024 * 1024 + 1))]);
    let report = load(&site.content()).unwrap_err().render(Lang::En);
    assert!(
        report.contains("root/large.bin") && report.contains("4194305 bytes"),
        "{report}"
    );
}

#[test]
fn passes_over_what_systems_leave_in_the_root() {
    let site = with(&[
        ("Thumbs.db", "x"),
        (".DS_Store", "x"),
        ("._MP_verify_abc.txt", "x"),
        ("MP_verify_abc.txt", "a1b2c3"),
        ("新建文本文档.txt", ""),
    ]);
    let bundle = load(&site.content()).unwrap();
    let paths: Vec<_> = bundle.root.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["MP_verify_abc.txt"]);
}

#[test]
fn knows_all_that_the_site_has_at_its_top() {
    let site = with(&FILES);
    let options = Options {
        origin: Some("https://alliance.example".parse().unwrap()),
        compress: true,
        ..site.options()
    };
    publish(&options).unwrap();
    for path in tree(&site.out()).keys() {
        let path = path.trim_end_matches(".br").trim_end_matches(".gz");
        let top = path.split('/').next().unwrap();
        let of_root = FILES.iter().any(|(file, _)| *file == path);
        assert!(of_root != own(top).is_some(), "{path}");
    }
}

/// A published site into which somebody has put files by hand.
fn with_foreign() -> Site {
    let site = Site::small();
    publish(&site.options()).unwrap();
    lay(&site.out(), &FILES);
    lay(
        &site.out(),
        &[("news/by-hand.html", "<p>by hand"), (".DS_Store", "x")],
    );
    change_an_article(&site);
    site
}

/// The files for whose sake a publish has stopped.
fn named(error: &PublishError) -> Vec<&str> {
    let PublishError::Foreign(foreign) = error else {
        panic!("{error}");
    };
    let names = foreign.files.iter().map(|file| file.to_str().unwrap());
    names.collect()
}

#[test]
fn drops_no_file_that_it_has_not_written() {
    let site = with_foreign();
    let before = tree(&site.out());
    let error = publish(&site.options()).unwrap_err();
    assert_eq!(
        named(&error),
        [
            ".well-known/security.txt",
            "MP_verify_abc.txt",
            "baidu_verify_codeva-x.html",
            "news/by-hand.html"
        ]
    );
    assert!(tree(&site.out()) == before, "nothing has changed");

    // Moved to where they belong, they are published.
    lay(&site.content().join("root"), &FILES);
    fs::remove_file(site.out().join("news/by-hand.html")).unwrap();
    publish(&site.options()).unwrap();
    for (file, text) in FILES {
        assert_eq!(site.read(file), text.as_bytes());
    }
}

#[test]
fn keeps_or_drops_them_when_asked_to() {
    let site = with_foreign();
    let keep = Options {
        foreign: OnForeign::Keep,
        ..site.options()
    };
    for _ in 0..2 {
        assert_eq!(publish(&keep).unwrap().foreign.len(), 4);
        for (file, text) in FILES {
            assert_eq!(site.read(file), text.as_bytes());
        }
        assert_eq!(site.read("news/by-hand.html"), b"<p>by hand");
        change_an_article(&site);
    }
    let drop = Options {
        foreign: OnForeign::Drop,
        ..site.options()
    };
    assert_eq!(publish(&drop).unwrap().foreign.len(), 4);
    for file in ["MP_verify_abc.txt", ".well-known", "news/by-hand.html"] {
        assert!(!site.out().join(file).exists(), "{file}");
    }
    assert!(publish(&site.options()).unwrap().foreign.is_empty());
}

#[test]
fn leaves_to_its_owner_what_versions_are_kept_in() {
    let site = Site::small();
    publish(&site.options()).unwrap();
    lay(&site.out(), &[(".git/HEAD", "ref: refs/heads/main")]);
    fs::create_dir_all(site.out().join(".git/refs/heads")).unwrap();
    let PublishError::Foreign(foreign) = publish(&site.options()).unwrap_err() else {
        panic!("it stops");
    };
    assert_eq!(foreign.files, [Path::new(".git/HEAD")]);
    for in_place in [false, true] {
        let keep = Options {
            foreign: OnForeign::Keep,
            in_place,
            ..site.options()
        };
        change_an_article(&site);
        publish(&keep).unwrap();
        assert_eq!(site.read(".git/HEAD"), b"ref: refs/heads/main");
        assert!(site.out().join(".git/refs/heads").is_dir());
    }
}

#[test]
fn knows_them_by_their_names_where_nobody_has_noted_what_was_written() {
    let site = with_foreign();
    fs::remove_dir_all(site.root().join(".out.publishes")).unwrap();
    assert_eq!(
        named(&publish(&site.options()).unwrap_err()),
        [
            ".well-known/security.txt",
            "MP_verify_abc.txt",
            "baidu_verify_codeva-x.html"
        ]
    );
}

fn site(site: &Site, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_site"))
        .args(["publish", "--no-compress", "--no-cards", "--content"])
        .arg(site.content())
        .arg("--app")
        .arg(site.app())
        .arg("--out")
        .arg(site.out())
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn says_which_files_they_are_and_what_to_do() {
    let folder = with_foreign();
    let stopped = site(&folder, &[]);
    assert!(!stopped.status.success());
    let said = String::from_utf8_lossy(&stopped.stderr);
    for piece in [
        "MP_verify_abc.txt",
        "root/",
        "--foreign keep",
        "没有发布，原有网站未作改动",
    ] {
        assert!(said.contains(piece), "{said}");
    }
    let kept = site(&folder, &["--foreign", "keep", "--lang", "en"]);
    let said = String::from_utf8_lossy(&kept.stdout);
    assert!(kept.status.success());
    assert!(
        said.contains("Kept 4 files that no publish has written: .well-known"),
        "{said}"
    );
    let dropped = site(&folder, &["--foreign", "drop"]);
    let said = String::from_utf8_lossy(&dropped.stdout);
    assert!(said.contains("去掉了 4 个不是发布写的文件"), "{said}");
}
