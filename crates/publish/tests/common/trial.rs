//! A folder to publish in: a copy of the editors' bundle and a small app.
#![allow(dead_code, reason = "each test uses its part")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use content::bundle::Audience;
use publish::output::foreign::OnForeign;
use publish::{Options, publish};
use tempfile::TempDir;
use walkdir::WalkDir;

const WASM: &[u8] = b"\0asm\x01\0\0\0";
const FEATURES: &[u8] = b"\0\x10\x0ftarget_features";
const NAMES: &[u8] = b"\0\x08\x04nameabc";

/// The app's wasm.
pub fn app_wasm() -> Vec<u8> {
    [WASM, NAMES, FEATURES].concat()
}

/// A folder that is gone after the test.
pub struct Site {
    root: TempDir,
}

impl Site {
    /// With a copy of the editors' bundle and an app as Trunk leaves it.
    pub fn new() -> Self {
        Self::of("../../public/content")
    }

    /// With a made-up bundle that has little of everything: a tenth of the time, for what
    /// is the same however much there is.
    pub fn small() -> Self {
        Self::of("../content/tests/fixtures/faults/valid")
    }

    fn of(bundle: &str) -> Self {
        let site = Self {
            root: tempfile::tempdir().unwrap(),
        };
        let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join(bundle);
        for (path, bytes) in tree(&bundle) {
            write(&site.content().join(path), &bytes);
        }
        site.write_app("export default function () {}");
        site
    }

    /// Writes the app as Trunk leaves it.
    pub fn write_app(&self, js: &str) {
        let app = self.app();
        let html = "<!doctype html><html><head>\
            <link rel=\"stylesheet\" href=\"/layers-01.css\"/>\
            <link rel=\"stylesheet\" href=\"/base-02.css\"/>\
            <link rel=\"stylesheet\" href=\"/chain-03.css\" data-door=\"chain\"/></head><body></body></html>";
        let wasm = app_wasm();
        for (path, bytes) in [
            ("index.html", html.as_bytes()),
            ("layers-01.css", b"/* order */\n@layer base, page;\n"),
            ("base-02.css", b"@layer base { a { color: red } }"),
            ("chain-03.css", b"b { color: blue }"),
            ("app.js", js.as_bytes()),
            ("app_bg.wasm", &wasm),
            ("chain.js", b"export default function () { return 'chain' }"),
            ("chain_bg.wasm", &wasm),
            (
                "assets/favicon.svg",
                b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            ),
        ] {
            write(&app.join(path), bytes);
        }
    }

    pub fn root(&self) -> &Path {
        self.root.path()
    }

    pub fn content(&self) -> PathBuf {
        self.root().join("content")
    }

    pub fn app(&self) -> PathBuf {
        self.root().join("app")
    }

    pub fn out(&self) -> PathBuf {
        self.root().join("out")
    }

    /// Publishing this bundle with this app, uncompressed.
    pub fn options(&self) -> Options {
        Options {
            content: self.content(),
            out: self.out(),
            app: Some(self.app()),
            origin: None,
            documents_only: false,
            compress: false,
            cards: true,
            audience: Audience::Readers,
            today: "2026-01-01".parse().unwrap(),
            synthetic: false,
            foreign: OnForeign::Stop,
            content_base: None,
            in_place: false,
        }
    }

    /// Publishes it at an address, without the pictures for shared links, which take most
    /// of the time.
    pub fn publish_at(&self, origin: &str) {
        let options = Options {
            origin: Some(origin.parse().unwrap()),
            cards: false,
            ..self.options()
        };
        publish(&options).unwrap();
    }

    /// A published file of text.
    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.read(path)).unwrap()
    }

    /// A published file.
    pub fn read(&self, path: &str) -> Vec<u8> {
        let path = self.out().join(path);
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

/// Every file below a folder.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap();
            (
                path.to_string_lossy().into_owned(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}
