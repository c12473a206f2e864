//! What is known of an upload beside its bytes.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use store::Expected;

use super::LIFETIME;

/// Whose an upload is, and what it is to become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// The account that has begun it.
    pub owner: String,
    /// Where the file is to lie in the bundle.
    pub path: String,
    /// The revision that it takes the place of; none when it is new.
    pub revision: Option<i64>,
    /// Why, for the history.
    pub why: String,
    /// How many bytes it has in all.
    pub length: u64,
    /// Until when it can go on, in seconds since 1970.
    pub expires: u64,
    /// The revision as which it was saved.
    pub saved: Option<i64>,
}

impl Upload {
    /// One that begins now.
    pub fn new(owner: &str, path: &str, revision: Option<i64>, why: &str, length: u64) -> Self {
        let until = SystemTime::now() + LIFETIME;
        let until = until.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            owner: owner.to_owned(),
            path: path.to_owned(),
            revision,
            why: why.to_owned(),
            length,
            expires: until.as_secs(),
            saved: None,
        }
    }

    /// Until when it can go on.
    pub fn until(&self) -> SystemTime {
        let expires = Duration::from_secs(self.expires);
        UNIX_EPOCH.checked_add(expires).unwrap_or(UNIX_EPOCH)
    }

    /// Whether it cannot go on any more.
    pub fn has_expired(&self, now: SystemTime) -> bool {
        self.until() <= now
    }

    /// What the file is believed to be when it is saved.
    pub fn expected(&self) -> Expected {
        match self.revision {
            Some(revision) => Expected::Revision(revision),
            None => Expected::Nothing,
        }
    }
}
