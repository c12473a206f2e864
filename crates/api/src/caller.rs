//! Who calls, and what they may.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::{Deserialize, Serialize};
use store::{Author, Role, Scope};

use crate::problem::Problem;

/// The account that a one-time address signs in.
pub const LOCAL: &str = "local";
/// What the words of one-time addresses are for.
pub const SIGN_IN: &str = "sign-in";
/// How long such an address may be used.
pub const SIGN_IN_SECONDS: i64 = 10 * 60;

/// What a route asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: it is for who is not signed in.
    Nothing,
    /// This right.
    Right(Right),
    /// This right, and a person: no token may.
    Person(Right),
}

/// What somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// Read records, their history and drafts.
    Read,
    /// Save drafts, upload, propose.
    Write,
    /// Approve, send back, publish, roll back.
    Publish,
    /// Look after people, tokens and the audit log.
    Administer,
}

impl Right {
    /// What a role may.
    pub fn is_of(self, role: Role) -> bool {
        match self {
            Self::Read | Self::Write => true,
            Self::Publish => role >= Role::Publisher,
            Self::Administer => role == Role::Administrator,
        }
    }

    /// What a token may: to write or to publish, one must read.
    pub fn is_in(self, scopes: &[Scope]) -> bool {
        match self {
            Self::Read => !scopes.is_empty(),
            Self::Write => scopes.contains(&Scope::Write),
            Self::Publish => scopes.contains(&Scope::Publish),
            Self::Administer => false,
        }
    }
}

/// Who calls: an extension of every request that needs somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The account, or `token:NAME`.
    pub name: String,
    /// The role; none of a token.
    pub role: Option<Role>,
}

impl Caller {
    /// As the author of something, with a reason.
    pub fn author(&self, why: &str) -> Author {
        Author::new(self.name.clone(), why)
    }
}

/// What a session knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// The account.
    pub name: String,
    /// The account's epoch when it signed in: it ends with it.
    pub epoch: i64,
    /// Since when, in seconds since 1970.
    pub since: i64,
}

impl SignedIn {
    /// Under which name a session keeps it.
    pub const KEY: &'static str = "signed-in";
    /// No session lasts longer, in seconds, however busy it is.
    pub const LONGEST: i64 = 7 * 24 * 60 * 60;
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let caller = parts.extensions.get::<Option<Self>>().cloned().flatten();
        caller.ok_or_else(|| Problem::new(StatusCode::UNAUTHORIZED, "sign-in", "sign in first"))
    }
}
