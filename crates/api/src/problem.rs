//! What went wrong, as RFC 9457 has it: for programs and for people.

use axum::Json;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use content::fault::Faults;
use content::fault::{Fault, report};
use model::Lang;
use serde_json::{Map, Value, json};
use store::{Conflict, KeyError, StoreError, Version};

use crate::office::OfficeError;

/// What went wrong.
#[derive(Clone, Debug)]
pub struct Problem {
    status: StatusCode,
    /// In one word, for programs; it never changes.
    code: &'static str,
    detail: String,
    more: Box<Map<String, Value>>,
    retry_after: Option<u64>,
}

impl Problem {
    /// Of a kind, with what there is to say.
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            status,
            code,
            detail: detail.into(),
            more: Box::default(),
            retry_after: None,
        }
    }

    /// What was sent makes no sense.
    pub fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad-request", detail)
    }

    /// It is not there, or not for this caller's eyes.
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", detail)
    }

    /// With something more for programs.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.more.insert(name.to_owned(), value);
        self
    }

    /// Another try makes sense in so many seconds.
    #[must_use]
    pub fn after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// What keeps a bundle from going out, in the words of `site check`.
    pub fn faults(faults: &Faults, lang: Lang) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "faults",
            faults.render(lang),
        )
        .with("faults", each(faults, lang))
    }
}

/// Every fault as a problem of its own, with what `site check --format json` says of it.
pub fn each<'a>(faults: impl IntoIterator<Item = &'a Fault>, lang: Lang) -> Value {
    let one = |fault: &'a Fault| {
        let mut one = report::one(fault, lang);
        one["type"] = format!("urn:site:fault:{}", fault.kind.code()).into();
        one["title"] = fault.kind.class().words(lang).into();
        one["detail"] = fault.kind.message(lang).into();
        one
    };
    Value::Array(faults.into_iter().map(one).collect())
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut body = *self.more;
        body.insert(
            "type".to_owned(),
            format!("urn:site:problem:{}", self.code).into(),
        );
        let title = self.status.canonical_reason().unwrap_or_default();
        body.insert("title".to_owned(), title.into());
        body.insert("status".to_owned(), self.status.as_u16().into());
        body.insert("detail".to_owned(), self.detail.into());
        let mut response = (self.status, Json(body)).into_response();
        let headers = response.headers_mut();
        let kind = HeaderValue::from_static("application/problem+json");
        headers.insert(CONTENT_TYPE, kind);
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        response
    }
}

impl From<KeyError> for Problem {
    fn from(error: KeyError) -> Self {
        Self::not_found(error.to_string())
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let detail = error.to_string();
        match error {
            StoreError::Conflict(conflict) => conflicting(&conflict),
            StoreError::Key(error) => error.into(),
            StoreError::NoRecord(_)
            | StoreError::NoVersion { .. }
            | StoreError::NoState(_)
            | StoreError::Unknown { .. } => Self::not_found(detail),
            StoreError::Outdated { .. } => Self::new(StatusCode::CONFLICT, "outdated", detail),
            StoreError::Review { .. } => Self::new(StatusCode::CONFLICT, "review", detail),
            StoreError::Taken { .. } => Self::new(StatusCode::CONFLICT, "taken", detail),
            StoreError::LastAdministrator(_) => {
                Self::new(StatusCode::CONFLICT, "last-administrator", detail)
            }
            StoreError::Secret(store::secret::SecretError::Length) => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "password", detail)
            }
            StoreError::Bundle(error) => Self::bad_request(error.to_string()),
            // What a database or a disk says is for who looks after it, not for callers.
            StoreError::Database(_)
            | StoreError::Migrate(_)
            | StoreError::Disk { .. }
            | StoreError::Broken(_)
            | StoreError::Secret(_)
            | StoreError::InUse(_)
            | StoreError::Damaged(_) => {
                tracing::error!("{detail}");
                Self::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    "store",
                    "the store does not answer; nothing was saved",
                )
                .after(2)
            }
        }
    }
}

impl Problem {
    /// What kept the office from doing something, in a language.
    pub fn of(error: OfficeError, lang: Lang) -> Self {
        let detail = error.to_string();
        match error {
            OfficeError::Faults(faults) => Self::faults(&faults, lang),
            OfficeError::Store(error) => error.into(),
            OfficeError::Busy => Self::new(StatusCode::CONFLICT, "busy", detail).after(2),
            OfficeError::Which(_) => Self::bad_request(detail),
            OfficeError::Unshown(_) | OfficeError::Diff(_) => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unshown", detail)
            }
            OfficeError::Sheet(error) => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "sheet", error.words(lang))
            }
            OfficeError::Publish(_)
            | OfficeError::Refused(_)
            | OfficeError::App(_)
            | OfficeError::Broken => {
                tracing::error!("{detail}");
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, "publish", detail)
            }
        }
    }
}

/// Two changes of one record: both, and what they began with.
fn conflicting(conflict: &Conflict) -> Problem {
    let version = |version: &Option<Version>| match version {
        None => Value::Null,
        Some(version) => json!({
            "revision": version.number,
            "who": version.who,
            "at": version.at,
            "why": version.why,
            "content": version.content.as_deref().map_or(Value::Null, |content| {
                serde_json::from_str(content).unwrap_or_else(|_| content.into())
            }),
        }),
    };
    let yours = conflict.yours.as_deref();
    let yours = yours.and_then(|content| serde_json::from_str::<Value>(content).ok());
    Problem::new(
        StatusCode::PRECONDITION_FAILED,
        "conflict",
        format!("{conflict} has changed since it was read: nothing was saved"),
    )
    .with("ancestor", version(&conflict.ancestor))
    .with("theirs", version(&conflict.theirs))
    .with("yours", yours.unwrap_or_default())
}
