//! A chain of digests: no entry can be changed, left out or put in without it showing.

use serde::Serialize;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::digest::hex;

/// What stands before the first entry.
pub(crate) const BEGINNING: &str =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// An entry of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AuditEntry {
    /// From 1 on, without gaps.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Who: an account, a token, or the program itself.
    pub who: String,
    /// What was done, in one word for programs.
    pub action: String,
    /// To what.
    pub target: String,
    /// Why, in the words of who did it.
    pub why: String,
    /// More of it, as JSON.
    pub detail: String,
    /// The digest of the entry before.
    pub before: String,
    /// The digest of this one.
    pub hash: String,
}

/// Where the log does not hold together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the audit log is broken at entry {number}: {how}")]
pub struct BrokenChain {
    /// At which entry.
    pub number: i64,
    /// In which way.
    pub how: &'static str,
}

impl AuditEntry {
    /// What its digest has to be.
    pub(crate) fn digest(&self) -> String {
        let mut hasher = Sha256::new();
        let (number, at) = (self.number.to_string(), self.at.to_string());
        for part in [
            &self.before,
            &number,
            &at,
            &self.who,
            &self.action,
            &self.target,
            &self.why,
            &self.detail,
        ] {
            // Each with its length: no two entries are written alike.
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part.as_bytes());
        }
        hex(&hasher.finalize())
    }

    /// Whether entries follow one another, and on what came before them.
    ///
    /// # Errors
    /// The first that does not.
    pub fn verify(entries: &[Self], before: Option<&Self>) -> Result<(), BrokenChain> {
        let mut number = before.map_or(0, |entry| entry.number);
        let mut hash = before.map_or(BEGINNING, |entry| &entry.hash);
        for entry in entries {
            number += 1;
            let broken = |how| Err(BrokenChain { number, how });
            if entry.number != number {
                return broken("it is missing");
            }
            if entry.before != hash {
                return broken("it does not follow the entry before");
            }
            if entry.digest() != entry.hash {
                return broken("it was changed");
            }
            hash = &entry.hash;
        }
        Ok(())
    }
}
