//! Whether an address serves just the documents of a published site: the contract of a
//! backend, proved document by document.

use std::collections::VecDeque;
use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use flate2::read::GzDecoder;
use model::document::{Manifest, VERSION};
use model::routes::CONTENT_BASE;
use publish::headers::{REVALIDATE, cache_control};
use publish::mime;
use thiserror::Error;
use ureq::Agent;
use ureq::http::{Response, StatusCode, header};
use walkdir::WalkDir;

use crate::agent::agent;

/// How many documents are asked for at once.
const AT_ONCE: usize = 8;
/// How long an answer may take, whole.
const PATIENCE: Duration = Duration::from_secs(20);
/// No document may be kept longer without asking again, in seconds.
const LONGEST: u64 = 300;
/// Says who asks.
const USER_AGENT: &str = concat!("site-conform/", env!("CARGO_PKG_VERSION"));
/// No document is larger, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Why nothing can be proved.
#[derive(Debug, Error)]
pub enum ConformError {
    /// The folder has no documents.
    #[error("{} is no published site: it has no content/v1/manifest.json", .0.display())]
    NoSite(PathBuf),
    /// A file of it cannot be read.
    #[error("{}: {error}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

/// In which way an answer is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Flaw {
    /// There was none.
    #[error("no answer: {0}")]
    Silence(String),
    /// It has another status.
    #[error("{asked}: status {expected} was expected, and {found} came")]
    Status {
        /// How it was asked.
        asked: &'static str,
        /// What has to come.
        expected: &'static str,
        /// What came.
        found: u16,
    },
    /// Its bytes are others.
    #[error("{asked}: {expected} bytes were expected; {found} came, other from byte {first} on")]
    Bytes {
        /// How it was asked.
        asked: &'static str,
        /// How many have to come.
        expected: usize,
        /// How many came.
        found: usize,
        /// The first that is another.
        first: usize,
    },
    /// A header is not as it must be.
    #[error("{name}: {expected} was expected, and `{found}` came")]
    Header {
        /// Which.
        name: &'static str,
        /// What has to stand there.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// The documents are of a schema that the app does not read.
    #[error("the schema is {found}, and the app reads {VERSION}")]
    Schema {
        /// What came.
        found: u32,
    },
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Proof {
    /// How many documents were asked for.
    pub documents: usize,
    /// What is not as it must be, by path.
    pub flaws: Vec<(String, Flaw)>,
}

/// Asks an address for every document that a published folder has, and for some that it
/// has not.
///
/// # Errors
/// When the folder is no published site.
pub fn prove(url: &str, dir: &Path) -> Result<Proof, ConformError> {
    let base = CONTENT_BASE.trim_matches('/');
    let folder = dir.join(base);
    if !folder.join("manifest.json").is_file() {
        return Err(ConformError::NoSite(dir.to_owned()));
    }
    let mut paths = VecDeque::new();
    for entry in WalkDir::new(&folder).sort_by_file_name() {
        let entry = entry.map_err(|error| ConformError::Io {
            path: folder.clone(),
            error: error.into(),
        })?;
        let below = entry.path().strip_prefix(dir).unwrap_or(entry.path());
        let name: Vec<String> = below
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        let name = name.join("/");
        let packed = name.ends_with(".br") || name.ends_with(".gz");
        if entry.file_type().is_file() && !packed {
            paths.push_back((name, entry.path().to_owned()));
        }
    }
    let documents = paths.len();
    let asker = Asker {
        agent: agent(PATIENCE, USER_AGENT),
        base: url.trim_end_matches('/').to_owned(),
    };
    let (queue, flaws) = (Mutex::new(paths), Mutex::new(Vec::new()));
    let broken: Mutex<Option<ConformError>> = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let Some((name, path)) = lock(&queue).pop_front() else {
                        break;
                    };
                    match std::fs::read(&path) {
                        Ok(bytes) => lock(&flaws).extend(asker.document(&name, &bytes)),
                        Err(error) => *lock(&broken) = Some(ConformError::Io { path, error }),
                    }
                }
            });
        }
    });
    if let Some(error) = broken.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(error);
    }
    let mut flaws = flaws.into_inner().unwrap_or_else(PoisonError::into_inner);
    flaws.extend(asker.absent(base));
    flaws.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(Proof { documents, flaws })
}

/// What the locks guard is whole at any time.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Asker {
    agent: Agent,
    base: String,
}

struct Answer {
    response: Response<ureq::Body>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: header::HeaderName) -> &str {
        let value = self.response.headers().get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

impl Asker {
    fn ask(&self, method: &str, path: &str, more: &[(&str, &str)]) -> Result<Answer, Flaw> {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}/{path}", self.base));
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        let silence = |error: &dyn fmt::Display| Flaw::Silence(error.to_string());
        let request = request.body(()).map_err(|error| silence(&error))?;
        let mut response = self.agent.run(request).map_err(|error| silence(&error))?;
        let mut body = Vec::new();
        let read = response
            .body_mut()
            .as_reader()
            .take(LARGEST)
            .read_to_end(&mut body);
        read.map_err(|error| silence(&error))?;
        Ok(Answer { response, body })
    }

    /// A document that has to be served, and all that is wrong with how it is.
    fn document(&self, name: &str, bytes: &[u8]) -> Vec<(String, Flaw)> {
        let mut flaws = Vec::new();
        let plain = match self.ask("GET", name, &[("accept-encoding", "identity")]) {
            Ok(answer) => answer,
            Err(flaw) => return vec![(name.to_owned(), flaw)],
        };
        flaws.extend(status("GET", "200", &plain));
        flaws.extend(same("GET", bytes, &plain.body));
        flaws.extend(headers(name, &plain));
        if name.ends_with("manifest.json")
            && let Ok(manifest) = serde_json::from_slice::<Manifest>(&plain.body)
            && manifest.schema != VERSION
        {
            flaws.push(Flaw::Schema {
                found: manifest.schema,
            });
        }
        let tag = plain.header(header::ETAG).to_owned();
        let conditional = [("if-none-match", &*tag), ("accept-encoding", "identity")];
        let others = [
            ("GET with If-None-Match", "GET", &conditional[..], "304"),
            ("HEAD", "HEAD", &[][..], "200"),
        ];
        for (asked, method, more, expected) in others {
            match self.ask(method, name, more) {
                Ok(answer) => {
                    flaws.extend(status(asked, expected, &answer));
                    flaws.extend(same(asked, &[], &answer.body));
                }
                Err(flaw) => flaws.push(flaw),
            }
        }
        match self.ask("GET", name, &[("accept-encoding", "gzip")]) {
            Ok(answer) => flaws.extend(same("GET with gzip", bytes, &unpacked(answer))),
            Err(flaw) => flaws.push(flaw),
        }
        flaws
            .into_iter()
            .map(|flaw| (name.to_owned(), flaw))
            .collect()
    }

    /// What is not there must not be served, and nothing can be put there.
    fn absent(&self, base: &str) -> Vec<(String, Flaw)> {
        let manifest = format!("{base}/manifest.json");
        let asked = [
            (
                "GET of what is not there",
                "GET",
                format!("{base}/zh-Hans/no-such-page.json"),
                "404",
            ),
            (
                "GET of a language that is not there",
                "GET",
                format!("{base}/xx/home.json"),
                "404",
            ),
            (
                "GET past the documents",
                "GET",
                format!("{base}/../../etc/passwd"),
                "4",
            ),
            ("PUT", "PUT", manifest.clone(), "4"),
            ("DELETE", "DELETE", manifest, "4"),
        ];
        let mut flaws = Vec::new();
        for (how, method, path, expected) in asked {
            let flaw = match self.ask(method, &path, &[]) {
                Ok(answer) => status(how, expected, &answer),
                Err(flaw) => Some(flaw),
            };
            flaws.extend(flaw.map(|flaw| (path, flaw)));
        }
        flaws
    }
}

fn status(asked: &'static str, expected: &'static str, answer: &Answer) -> Option<Flaw> {
    let found: StatusCode = answer.response.status();
    let fits = found.as_str().starts_with(expected);
    (!fits).then(|| Flaw::Status {
        asked,
        expected,
        found: found.as_u16(),
    })
}

fn same(asked: &'static str, expected: &[u8], found: &[u8]) -> Option<Flaw> {
    if expected == found {
        return None;
    }
    let same = expected
        .iter()
        .zip(found)
        .take_while(|(one, other)| one == other);
    Some(Flaw::Bytes {
        asked,
        expected: expected.len(),
        found: found.len(),
        first: same.count(),
    })
}

/// What a document's headers have to say.
fn headers(name: &str, answer: &Answer) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut flaw = |name, expected: &str, found: &str| {
        flaws.push(Flaw::Header {
            name,
            expected: expected.to_owned(),
            found: found.to_owned(),
        });
    };
    let kind = mime::of(name).split(';').next().unwrap_or_default();
    let found = answer.header(header::CONTENT_TYPE);
    if found.split(';').next().map(str::trim) != Some(kind) {
        flaw("content-type", kind, found);
    }
    if answer.header(header::ETAG).is_empty() {
        flaw("etag", "a tag of the content", "");
    }
    let cache = answer.header(header::CACHE_CONTROL);
    if cache_control(name) == REVALIDATE && !asks_again(cache) {
        let expected = format!("no-cache, or max-age of {LONGEST} at most");
        flaw("cache-control", &expected, cache);
    }
    let cookie = answer.header(header::SET_COOKIE);
    if !cookie.is_empty() {
        flaw("set-cookie", "no cookie", cookie);
    }
    flaws
}

/// Whether a cache asks again before long.
fn asks_again(cache: &str) -> bool {
    let mut parts = cache.split(',').map(str::trim);
    parts.any(|part| {
        let age = part
            .strip_prefix("max-age=")
            .and_then(|age| age.parse::<u64>().ok());
        part == "no-cache" || part == "no-store" || age.is_some_and(|age| age <= LONGEST)
    })
}

/// What a client that takes gzip ends up with.
fn unpacked(answer: Answer) -> Vec<u8> {
    if answer.header(header::CONTENT_ENCODING) != "gzip" {
        return answer.body;
    }
    let mut plain = Vec::new();
    let mut decoder = GzDecoder::new(&*answer.body).take(LARGEST);
    match decoder.read_to_end(&mut plain) {
        Ok(_) => plain,
        Err(_) => Vec::new(),
    }
}
