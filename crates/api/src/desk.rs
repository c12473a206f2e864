//! The editors' desk: the files that Trunk has built of it, from memory. Visitors of the
//! site never load them.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path as InPath, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    LOCATION, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use publish::headers::{self, Framing};
use publish::mime;
use publish::output::compress::{Compressed, Effort, compress, gzip, worthwhile};
use walkdir::WalkDir;

use crate::DESK;

/// Its page.
const PAGE: &str = "index.html";
/// Where Trunk builds it.
const TRUNK: &str = "target/desk";
/// The folder that is handed to editors together with the command.
const BESIDE: &str = "desk";
/// What the build adds to the names of files that it has packed (`desk/pack.mjs`).
const PACKED: &str = "br";
/// Names the folder, for tests and unusual places.
const VARIABLE: &str = "SITE_DESK";

/// The desk's files.
#[derive(Debug, Default)]
pub struct Desk {
    files: HashMap<String, File>,
    policy: String,
}

#[derive(Debug)]
struct File {
    plain: Vec<u8>,
    compressed: Option<Compressed>,
}

impl Desk {
    /// The desk in the folder in which it lies. Without one, its addresses say how to get it.
    pub fn find(named: Option<&Path>) -> Self {
        let folder = folder(named).filter(|folder| folder.join(PAGE).is_file());
        folder.map(|folder| Self::read(&folder)).unwrap_or_default()
    }

    fn read(folder: &Path) -> Self {
        let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
        let files: HashMap<String, File> = entries
            .filter(|entry| entry.file_type().is_file())
            .filter(|entry| entry.path().extension() != Some(PACKED.as_ref()))
            .filter_map(|entry| {
                let below = entry.path().strip_prefix(folder).ok()?;
                let name = below.iter().map(|part| part.to_str());
                let name = name.collect::<Option<Vec<_>>>()?.join("/");
                let plain = std::fs::read(entry.path()).ok()?;
                let compressed = worthwhile(&name, plain.len())
                    .then(|| compressed(entry.path(), &plain).ok())
                    .flatten();
                Some((name, File { plain, compressed }))
            })
            .collect();
        let page = files
            .get(PAGE)
            .map(|page| String::from_utf8_lossy(&page.plain));
        Self {
            policy: policy(&page.unwrap_or_default()),
            files,
        }
    }

    /// Whether there is one.
    pub fn is_there(&self) -> bool {
        self.files.contains_key(PAGE)
    }
}

/// A file's forms. What the build has taken its time for is of the program a seventh less.
fn compressed(path: &Path, plain: &[u8]) -> io::Result<Compressed> {
    match std::fs::read(path.with_added_extension(PACKED)) {
        Ok(brotli) => Ok(Compressed {
            brotli,
            gzip: gzip(plain)?,
        }),
        Err(_) => compress(plain, Effort::Quick),
    }
}

/// The folder in which the desk lies, if it does: the one that is named; or else beside this
/// very command, or where Trunk has built it.
fn folder(named: Option<&Path>) -> Option<PathBuf> {
    let variable = || std::env::var_os(VARIABLE).map(PathBuf::from);
    if let Some(folder) = named.map(Path::to_owned).or_else(variable) {
        return Some(folder);
    }
    let program = std::env::current_exe().ok();
    let beside = program.and_then(|program| Some(program.parent()?.join(BESIDE)));
    let mut folders = beside.into_iter().chain([TRUNK.into()]);
    folders.find(|folder| folder.join(PAGE).is_file())
}

/// Whether the desk is where it usually lies, or in the folder that is named.
pub fn is_built(named: Option<&Path>) -> bool {
    folder(named).is_some_and(|folder| folder.join(PAGE).is_file())
}

/// What the desk may do: what the site may, and show its own pages in a frame. The markup
/// that leptos makes of its templates and that of the preview pass by policies of these
/// names, in `desk/boot.js`.
fn policy(page: &str) -> String {
    let scripts: Vec<String> = inline_scripts(page).map(headers::script_hash).collect();
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval' {}", scripts.join(" ")),
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types default preview",
        "frame-ancestors 'none'",
    ]
    .join("; ")
}

/// The scripts that stand in a page, without those that it only names.
fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (tag, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!tag.contains("src=")).then_some(script)
    })
}

/// What answers below [`DESK`].
pub fn router(desk: Arc<Desk>) -> Router {
    let below = || async {
        (
            StatusCode::PERMANENT_REDIRECT,
            [(LOCATION, format!("{DESK}/"))],
        )
    };
    Router::new()
        .route(DESK, get(below))
        .route(&format!("{DESK}/"), get(page))
        .route(&format!("{DESK}/{{*path}}"), get(file))
        .with_state(desk)
}

async fn page(State(desk): State<Arc<Desk>>, headers: HeaderMap) -> Response {
    answer(&desk, PAGE, &headers)
}

async fn file(
    State(desk): State<Arc<Desk>>,
    InPath(path): InPath<String>,
    headers: HeaderMap,
) -> Response {
    // Every address of the desk is its one page; only what looks like a file is one.
    let is_file = desk.files.contains_key(&path);
    match is_file {
        true => answer(&desk, &path, &headers),
        false
            if path
                .rsplit('/')
                .next()
                .is_some_and(|name| name.contains('.')) =>
        {
            with_headers(StatusCode::NOT_FOUND, "404\n", "txt", &desk)
        }
        false => answer(&desk, PAGE, &headers),
    }
}

fn answer(desk: &Desk, name: &str, asked: &HeaderMap) -> Response {
    let Some(file) = desk.files.get(name) else {
        let words = "编辑台还没有随程序放好：请在源码目录运行 make desk，或把 desk 文件夹放在程序旁边。\n\
                     The desk is not here: run `make desk`, or put its folder beside this program.\n";
        return with_headers(StatusCode::NOT_FOUND, words, "txt", desk);
    };
    let ending = name.rsplit('.').next().unwrap_or_default();
    let takes = |coding: &str| {
        let codings = asked.get(ACCEPT_ENCODING);
        let codings = codings.and_then(|value| value.to_str().ok()).unwrap_or("");
        codings
            .split(',')
            .any(|one| one.split(';').next().map(str::trim) == Some(coding))
    };
    let (coding, bytes) = match &file.compressed {
        Some(compressed) if takes("br") => (Some("br"), &compressed.brotli),
        Some(compressed) if takes("gzip") => (Some("gzip"), &compressed.gzip),
        _ => (None, &file.plain),
    };
    let mut response = with_headers(StatusCode::OK, bytes.clone(), ending, desk);
    let headers = response.headers_mut();
    if let Some(coding) = coding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    let keep = HeaderValue::from_static(headers::cache_control(name));
    headers.insert(CACHE_CONTROL, keep);
    response
}

fn with_headers(status: StatusCode, body: impl Into<Body>, ending: &str, desk: &Desk) -> Response {
    let mut response = (status, body.into()).into_response();
    let sent = response.headers_mut();
    for (name, value) in headers::security("", Framing::Nobody) {
        if let Ok(value) = HeaderValue::from_str(&value) {
            sent.insert(HeaderName::from_static(name), value);
        }
    }
    if let Ok(policy) = HeaderValue::from_str(&desk.policy) {
        sent.insert(CONTENT_SECURITY_POLICY, policy);
    }
    let kind = mime::of(&format!("x.{ending}"));
    sent.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    sent.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let robots = HeaderName::from_static("x-robots-tag");
    sent.insert(robots, HeaderValue::from_static("noindex, nofollow"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allow_just_the_scripts_that_stand_in_the_page() {
        let page = "<script src=\"/desk/boot.js\"></script>\
                    <script type=\"module\">start()</script>";
        let found: Vec<&str> = inline_scripts(page).collect();
        assert_eq!(found, ["start()"]);
        let policy = policy(page);
        assert!(
            policy.contains(&headers::script_hash("start()")),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline"), "{policy}");
    }
}
