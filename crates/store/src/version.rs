//! Versions of records, and which of them counts for whom.

use crate::key::Key;

/// A record as it was from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number in the store's clock: the record's revision.
    pub number: i64,
    /// Of which record.
    pub key: Key,
    /// The version before; none when the record was new.
    pub before: Option<i64>,
    /// The JSON; of an asset what it is a digest of; none when it was removed.
    pub content: Option<String>,
    /// Who saved it.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Why, in the words of who saved it.
    pub why: String,
}

/// Who does something, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The account or token.
    pub who: String,
    /// In their own words; may be empty.
    pub why: String,
}

impl Author {
    /// Somebody with a reason.
    pub fn new(who: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            who: who.into(),
            why: why.into(),
        }
    }
}

/// What a writer believes a record to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// There is none yet.
    Nothing,
    /// At this revision.
    Revision(i64),
    /// Whatever it is: for imports, never for people.
    Any,
}

/// A change of one record.
#[derive(Clone, Debug)]
pub struct Change {
    /// Of which.
    pub key: Key,
    /// What it is to be; none removes it.
    pub content: Option<String>,
    /// What it is believed to be.
    pub expected: Expected,
}

/// Where a record's newest version stands on its way to readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewState {
    /// Saved, and nothing more.
    Draft,
    /// Put before a publisher.
    Proposed,
    /// Sent back with a note.
    SentBack,
    /// Goes out with the next publish.
    Approved,
    /// What readers see.
    Published,
}

impl ReviewState {
    /// In one word, for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::SentBack => "sent-back",
            Self::Approved => "approved",
            Self::Published => "published",
        }
    }
}

/// Which versions of a record count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Which record.
    pub key: Key,
    /// The newest version.
    pub draft: i64,
    /// Whether the newest version is that it is gone.
    pub removed: bool,
    /// The version that was proposed last.
    pub proposed: Option<i64>,
    /// The version that was approved.
    pub approved: Option<i64>,
    /// The version that readers see.
    pub live: Option<i64>,
    /// What a publisher wrote when sending it back.
    pub note: Option<String>,
}

impl Head {
    /// Where the newest version stands.
    pub fn state(&self) -> ReviewState {
        let draft = Some(self.draft);
        if self.live == draft {
            ReviewState::Published
        } else if self.approved == draft {
            ReviewState::Approved
        } else if self.proposed == draft {
            ReviewState::Proposed
        } else if self.note.is_some() {
            ReviewState::SentBack
        } else {
            ReviewState::Draft
        }
    }
}

/// A state of the whole: which version of each record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// What readers see.
    Live,
    /// What the next publish makes of it.
    Ready,
    /// That, with these records as they were last saved.
    ReadyWith(Vec<Key>),
    /// Everything as it was last saved.
    Drafts,
    /// Everything as it was saved at a number of the clock.
    At(i64),
    /// What readers saw after a publish.
    Published(i64),
}
