//! The backend's interface, as a browser asks it.

use desk::form::Forms;
use desk::path::Path;
use gloo_net::http::{Method, RequestBuilder};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thiserror::Error;
use web_sys::File;

/// Below this the interface lies.
pub const BASE: &str = "/api/v1";

/// Why something was not done.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum ApiError {
    /// Nobody answers.
    #[error("offline")]
    Offline,
    /// One must sign in first, or again; the word says why.
    #[error("{0}")]
    SignIn(String),
    /// Somebody else has saved the record meanwhile.
    #[error("conflict")]
    Conflict(Box<Conflict>),
    /// What was looked at is not what is there any more.
    #[error("stale")]
    Stale,
    /// What keeps a state from going out.
    #[error("{detail}")]
    Faults {
        /// All of it, in words.
        detail: String,
        /// Each.
        faults: Vec<Fault>,
    },
    /// Anything else, in words.
    #[error("{0}")]
    Refused(String),
}

/// What a record is by now.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Its revision.
    pub revision: i64,
    /// Who saved that.
    pub who: String,
    /// Its content; none when it is gone.
    pub content: Option<Value>,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Me {
    /// The account.
    pub name: String,
    /// What they may.
    #[serde(default)]
    pub role: Option<String>,
}

impl Me {
    /// Whether they may publish.
    pub fn publishes(&self) -> bool {
        self.role.as_deref() != Some("writer")
    }
}

/// A record and what it is called.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Title {
    /// What it is.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// The newest revision.
    pub revision: i64,
    /// How far it is on its way to readers.
    pub state: String,
    /// Whether the newest revision is that it is gone.
    pub removed: bool,
    /// What readers see.
    pub live: Option<i64>,
    /// What a publisher wrote.
    pub note: Option<String>,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: Option<String>,
    /// Its day.
    pub date: Option<String>,
    /// The file that it describes.
    #[serde(default)]
    pub file: Option<String>,
}

/// Where a fault is.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Place {
    /// The kind of the record.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// The way inside it.
    pub path: String,
}

/// What mends a fault.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Mend {
    /// The way to a text of the record.
    pub path: String,
    /// The whole text, mended.
    pub value: String,
}

/// Something that is wrong, or worth a look.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Fault {
    /// `error` or `warning`.
    pub severity: String,
    /// What kind, for programs.
    pub code: String,
    /// In words.
    pub message: String,
    /// In which record.
    #[serde(default)]
    pub record: Option<Place>,
    /// What mends it, where that can be one thing only.
    #[serde(default)]
    pub mend: Option<Mend>,
    /// What class of faults it is, in words.
    #[serde(default)]
    pub title: String,
}

impl Fault {
    /// Whether it holds up publishing.
    pub fn blocks(&self) -> bool {
        self.severity == "error"
    }

    /// Whether it is in a record.
    pub fn is_in(&self, kind: &str, id: &str) -> bool {
        let place = self.record.as_ref();
        place.is_some_and(|place| place.kind == kind && place.id == id)
    }

    /// The way to it inside its record.
    pub fn path(&self) -> Path {
        Path::parse(self.record.as_ref().map_or("", |place| &place.path))
    }
}

/// What a check has found.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Checked {
    /// What holds up publishing.
    pub faults: Vec<Fault>,
    /// What is worth a look.
    pub warnings: Vec<Fault>,
}

impl Checked {
    /// All of it, what blocks first.
    pub fn all(self) -> Vec<Fault> {
        self.faults.into_iter().chain(self.warnings).collect()
    }
}

/// A publish.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Published {
    /// Its number.
    pub publish: i64,
    /// Who.
    pub who: String,
    /// Why.
    pub why: String,
    /// When.
    pub at: f64,
}

/// A publish to come.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ToCome {
    /// Its number.
    pub number: i64,
    /// When.
    pub due: f64,
    /// Who has asked for it.
    pub who: String,
}

/// Publishes.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Publishes {
    /// Those that were.
    pub publishes: Vec<Published>,
    /// Those to come.
    pub scheduled: Vec<ToCome>,
}

/// A revision of a record.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Revision {
    /// Its number.
    pub revision: i64,
    /// Of which kind of record.
    pub kind: String,
    /// Of which.
    pub id: String,
    /// Whether the record went by it.
    pub removed: bool,
    /// Who.
    pub who: String,
    /// When.
    pub at: f64,
    /// Why.
    pub why: String,
}

/// A field in which something was found.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Hit {
    /// The kind of the record.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// The way to the field.
    pub path: String,
    /// What the record is called.
    pub title: String,
    /// What stands there.
    pub excerpt: String,
}

/// What was answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The body.
    pub text: String,
    /// The revision that it is of.
    pub revision: Option<i64>,
    /// The tag that it has.
    pub tag: Option<String>,
}

impl Answer {
    /// The body, read.
    ///
    /// # Errors
    /// When it is something else.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, ApiError> {
        serde_json::from_str(&self.text).map_err(|error| ApiError::Refused(error.to_string()))
    }
}

/// What is sent.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// Whether what is said should be in English.
    pub english: bool,
    body: Option<Value>,
    file: Option<File>,
    header: Option<(&'static str, String)>,
}

impl Ask {
    /// In a language.
    pub fn new(english: bool) -> Self {
        Self {
            english,
            ..Self::default()
        }
    }

    /// With JSON.
    pub fn with(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    /// With a file, as it is.
    pub fn with_file(mut self, file: &File) -> Self {
        self.file = Some(file.clone());
        self
    }

    /// Of what was seen with a tag.
    pub fn seen(mut self, tag: &str) -> Self {
        self.header = Some(("If-Match", tag.to_owned()));
        self
    }

    /// Of what is believed to be at a revision; new, if at none.
    pub fn of(mut self, revision: Option<i64>) -> Self {
        self.header = Some(match revision {
            Some(revision) => ("If-Match", format!("\"{revision}\"")),
            None => ("If-None-Match", "*".to_owned()),
        });
        self
    }

    /// Sends it.
    pub async fn send(self, method: Method, path: &str) -> Result<Answer, ApiError> {
        let mut request = RequestBuilder::new(&format!("{BASE}{path}"))
            .method(method)
            .header("Accept-Language", if self.english { "en" } else { "zh" });
        if let Some((name, value)) = &self.header {
            request = request.header(name, value);
        }
        let request = match (self.file, self.body) {
            (Some(file), _) => request.body(file),
            (None, Some(body)) => request.body(body.to_string()),
            (None, None) => request.build(),
        };
        let sent = match request {
            Ok(request) => request.send().await,
            Err(_) => return Err(ApiError::Offline),
        };
        let response = sent.map_err(|_| ApiError::Offline)?;
        let status = response.status();
        let tag = response.headers().get("etag");
        let text = response.text().await.map_err(|_| ApiError::Offline)?;
        if response.ok() {
            let revision = tag.as_deref();
            let revision = revision.and_then(|tag| tag.trim_matches('"').parse().ok());
            return Ok(Answer {
                text,
                revision,
                tag,
            });
        }
        Err(refused(status, &text))
    }

    /// Asks for something.
    pub async fn get<T: DeserializeOwned>(self, path: &str) -> Result<T, ApiError> {
        self.send(Method::GET, path).await?.json()
    }

    /// Has something done.
    pub async fn post<T: DeserializeOwned>(self, path: &str) -> Result<T, ApiError> {
        self.send(Method::POST, path).await?.json()
    }
}

/// What an answer that is no success says.
pub fn refused(status: u16, text: &str) -> ApiError {
    let problem: Value = serde_json::from_str(text).unwrap_or_default();
    let kind = problem["type"].as_str().unwrap_or_default();
    let kind = kind.trim_start_matches("urn:site:problem:");
    let detail = problem["detail"].as_str().unwrap_or(text).to_owned();
    match (status, kind) {
        (401 | 429, kind) => ApiError::SignIn(kind.to_owned()),
        (412, "conflict") => {
            let theirs = &problem["theirs"];
            ApiError::Conflict(Box::new(Conflict {
                revision: theirs["revision"].as_i64().unwrap_or_default(),
                who: theirs["who"].as_str().unwrap_or_default().to_owned(),
                content: theirs["content"]
                    .is_object()
                    .then(|| theirs["content"].clone()),
            }))
        }
        (412, "sheet-changed") | (409, "outdated") => ApiError::Stale,
        (_, "faults") => ApiError::Faults {
            detail,
            faults: serde_json::from_value(problem["faults"].clone()).unwrap_or_default(),
        },
        // A proxy in between, or a server that is just starting.
        (502..=504, _) => ApiError::Offline,
        _ => ApiError::Refused(detail),
    }
}

/// Every form.
pub async fn forms() -> Result<Forms, ApiError> {
    Ask::default().get("/forms").await
}

/// A record at its newest revision.
pub async fn record(kind: &str, id: &str) -> Result<(Value, i64), ApiError> {
    let path = format!("/records/{kind}/{id}");
    let answer = Ask::default().send(Method::GET, &path).await?;
    Ok((answer.json()?, answer.revision.unwrap_or_default()))
}

/// A list of records as steps of the review name them.
pub fn records<'a>(titles: impl IntoIterator<Item = &'a Title>) -> Value {
    let named = titles
        .into_iter()
        .map(|title| json!({ "kind": title.kind, "id": title.id, "revision": title.revision }));
    named.collect()
}
