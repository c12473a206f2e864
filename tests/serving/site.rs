//! A small published site in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// What stands in a file beside the published folder, and must never leave it.
pub const SECRET: &str = "the secret beside the folder";

/// A published folder, `site/`, and a secret beside it; gone when dropped.
pub struct Published {
    around: TempDir,
}

impl Published {
    pub fn new() -> Self {
        let around = tempfile::tempdir().expect("a folder for a while");
        fs::write(around.path().join("secret.txt"), SECRET).expect("a secret");
        let published = Self { around };
        for (path, text) in FILES {
            published.write(path, text);
        }
        published
    }

    /// The published folder.
    pub fn dir(&self) -> PathBuf {
        self.around("site")
    }

    /// Something beside it.
    pub fn around(&self, name: &str) -> PathBuf {
        self.around.path().join(name)
    }

    /// Writes a file into the published folder.
    pub fn write(&self, path: &str, text: &str) {
        write(&self.dir(), path, text);
    }
}

/// Writes a file and the folders above it.
fn write(dir: &Path, path: &str, text: &str) {
    let path = dir.join(path);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// Packed forms say so instead of being packed: a server looks at names only,
/// and a test sees which form it got.
const FILES: &[(&str, &str)] = &[
    ("index.html", "<p>home"),
    ("index.html.br", "br of home"),
    ("index.html.gz", "gz of home"),
    ("404.html", "<p>没有这一页"),
    ("404.html.gz", "gz of 404"),
    ("_headers", "/*\n  x-note: for hosts"),
    (".env", "KEY=1"),
    (".well-known/security.txt", "Contact: none yet"),
    ("MP_verify_abc.txt", "a1b2c3"),
    ("baidu_verify_codeva-x.html", "x"),
    ("app-0a1b2c3d4e5f6071.js", "export {}"),
    ("app-0a1b2c3d4e5f6071.js.br", "br of app"),
    ("app-0a1b2c3d4e5f6071.js.gz", "gz of app"),
    ("app-0a1b2c3d4e5f6071_bg.wasm", "\0asm"),
    ("site-0a1b2c3d.css", "p { color: red }"),
    ("content/v1/manifest.json", r#"{"schema":1,"revision":"a"}"#),
    ("content/v1/zh-Hans/news/at-20251031.json", "{}"),
    ("embed/chain/index.html", "<p>the picture"),
    ("empty.txt", ""),
    ("en/404.html", "<p>no such page"),
    ("zh-hant/404.html", "<p>沒有這一頁"),
    ("zh-hant/index.html", "<p>home, traditional"),
    (
        "zh-hant/embed/chain/index.html",
        "<p>the picture, traditional",
    ),
    ("en/embed/chain/index.html", "<p>the picture in English"),
    ("en/index.html", "<p>home in English"),
    ("feeds/all.atom", "<feed/>"),
    ("feeds/all.rss", "<rss/>"),
    ("feeds/events.ics", "BEGIN:VCALENDAR"),
    ("icon.svg", "<svg/>"),
    ("manifest.webmanifest", "{}"),
    ("en/news/topic/market/stage/anode/index.html", "<p>filtered"),
    ("members/index.html", "<p>members"),
    ("members/link/anode/index.html", "<p>leads on"),
    ("members/stage/anode/index.html", "<p>of a stage"),
    (
        "members/stage/anode/product/rod/index.html",
        "<p>and product",
    ),
    ("news/at-20251031/index.html", "<p>an article"),
    ("news/index.html", "<p>news"),
    ("news/index.html.gz", "gz of news"),
    ("only.txt.br", "br of nothing"),
    ("papers/0a1b2c3d4e5f6071/联盟章程 (一).pdf", "%PDF-"),
    ("papers/0a1b2c3d4e5f6071/form.docx", "PK"),
    ("picture.webp", "RIFF"),
    ("robots.txt", "User-agent: *"),
    ("sitemap.xml", "<urlset/>"),
    ("unknown.kind", "?"),
];
