//! What goes over the wire, in both directions: the document of the interface is made
//! from these types.

mod sheets;

use crate::office::{Hit, Picture, Title};
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use model::Lang;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Head, Key, KeyError, Person, Publish, Role, Scheduled, Scope, Token, Version};

pub use sheets::SheetPlan;

/// Every picture.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Pictures {
    /// In the order of their files' names.
    pub pictures: Vec<Picture>,
}

/// The language of what is said to a caller: Chinese, unless English is asked for first.
pub fn lang_of(headers: &HeaderMap) -> Lang {
    let asked = headers.get(ACCEPT_LANGUAGE);
    let first = asked.and_then(|value| value.to_str().ok()?.split([',', ';']).next());
    match first.map(str::trim) {
        Some(tag) if tag.eq_ignore_ascii_case("en") || tag.starts_with("en-") => Lang::En,
        _ => Lang::ZhHans,
    }
}

/// What somebody may do; each may what the ones before may.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RoleWord {
    /// Saves drafts, uploads, proposes.
    Writer,
    /// Approves, sends back, publishes.
    Publisher,
    /// Looks after people, tokens and the audit log.
    Administrator,
}

impl From<Role> for RoleWord {
    fn from(role: Role) -> Self {
        match role {
            Role::Writer => Self::Writer,
            Role::Publisher => Self::Publisher,
            Role::Administrator => Self::Administrator,
        }
    }
}

impl From<RoleWord> for Role {
    fn from(role: RoleWord) -> Self {
        match role {
            RoleWord::Writer => Self::Writer,
            RoleWord::Publisher => Self::Publisher,
            RoleWord::Administrator => Self::Administrator,
        }
    }
}

/// What a token is good for.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeWord {
    /// Reading records, their history and drafts.
    Read,
    /// Saving drafts, uploading and proposing.
    Write,
    /// Approving and publishing.
    Publish,
}

impl From<Scope> for ScopeWord {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Read => Self::Read,
            Scope::Write => Self::Write,
            Scope::Publish => Self::Publish,
        }
    }
}

impl From<ScopeWord> for Scope {
    fn from(scope: ScopeWord) -> Self {
        match scope {
            ScopeWord::Read => Self::Read,
            ScopeWord::Write => Self::Write,
            ScopeWord::Publish => Self::Publish,
        }
    }
}

/// Who signs in.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignInWith {
    /// The account.
    pub name: String,
    /// Its password.
    pub password: String,
    /// The one-time code, when one is asked for.
    pub code: Option<String>,
}

/// Who is signed in.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Me {
    /// The account, or `token:NAME`.
    pub name: String,
    /// The role; none of a token.
    pub role: Option<RoleWord>,
}

/// A record at a revision.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordAt {
    /// What it is: `article`, `company`, `file`, `asset`, …
    pub kind: String,
    /// Its id; of an asset its path.
    pub id: String,
    /// The revision that was seen.
    pub revision: i64,
}

impl RecordAt {
    /// As the store has it.
    ///
    /// # Errors
    /// When no record can be called so.
    pub fn key(&self) -> Result<(Key, i64), KeyError> {
        Ok((Key::parse(&self.kind, &self.id)?, self.revision))
    }
}

/// Records, and why.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Records {
    /// All of them, or none.
    pub records: Vec<RecordAt>,
    /// Why, for the history.
    #[serde(default)]
    pub why: String,
}

/// Records that are given back.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentBack {
    /// All of them, or none.
    pub records: Vec<RecordAt>,
    /// What is to be done about them.
    pub note: String,
}

/// Where a record stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RecordState {
    /// What it is.
    pub kind: String,
    /// Its id; of an asset its path.
    pub id: String,
    /// The newest revision: what `If-Match` takes.
    pub revision: i64,
    /// `draft`, `proposed`, `sent-back`, `approved` or `published`.
    pub state: String,
    /// Whether the newest revision is that it is gone.
    pub removed: bool,
    /// The revision that readers see.
    pub live: Option<i64>,
    /// What a publisher wrote when sending it back.
    pub note: Option<String>,
}

impl From<Head> for RecordState {
    fn from(head: Head) -> Self {
        Self {
            state: head.state().word().to_owned(),
            kind: head.key.kind().to_owned(),
            id: head.key.id().to_owned(),
            revision: head.draft,
            removed: head.removed,
            live: head.live,
            note: head.note,
        }
    }
}

/// Where records stand.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RecordStates {
    /// In order.
    pub records: Vec<RecordState>,
}

impl From<Vec<Head>> for RecordStates {
    fn from(heads: Vec<Head>) -> Self {
        Self {
            records: heads.into_iter().map(RecordState::from).collect(),
        }
    }
}

/// A revision of a record, without what stands in it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Revision {
    /// Its number.
    pub revision: i64,
    /// Of which kind of record.
    pub kind: String,
    /// Of which record.
    pub id: String,
    /// The revision before; none when the record was new.
    pub before: Option<i64>,
    /// Whether it says that the record is gone.
    pub removed: bool,
    /// Who.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Why.
    pub why: String,
}

impl From<Version> for Revision {
    fn from(version: Version) -> Self {
        Self {
            revision: version.number,
            kind: version.key.kind().to_owned(),
            id: version.key.id().to_owned(),
            before: version.before,
            removed: version.content.is_none(),
            who: version.who,
            at: version.at,
            why: version.why,
        }
    }
}

/// Revisions, the newest first.
#[derive(Debug, Serialize, JsonSchema)]
pub struct History {
    /// The revisions.
    pub revisions: Vec<Revision>,
}

/// What is to be brought back, as a draft.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RestoreRecord {
    /// Which revision of it.
    pub revision: i64,
    /// What the record is believed to be now.
    pub current: i64,
    /// Why.
    #[serde(default)]
    pub why: String,
}

/// A state of the whole that is to be brought back, as drafts.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RestoreState {
    /// `live`, `at:NUMBER` or `publish:NUMBER`.
    pub state: String,
    /// Why.
    #[serde(default)]
    pub why: String,
}

/// What was saved.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Saved {
    /// The revisions that came to be; none where nothing changed.
    pub revisions: Vec<Revision>,
}

/// When to publish, and why.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PublishWith {
    /// When, in milliseconds since 1970; absent: now.
    pub at: Option<i64>,
    /// Why.
    pub why: String,
}

/// Which publish to go back to, and why.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RollbackWith {
    /// Its number.
    pub to: i64,
    /// Why.
    #[serde(default)]
    pub why: String,
}

/// A publish that readers see, or saw.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PublishDone {
    /// Its number.
    pub publish: i64,
    /// `publish` or `rollback`.
    pub kind: String,
    /// Who.
    pub who: String,
    /// Why.
    pub why: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The revision of the documents.
    pub revision: Option<String>,
    /// Its digest in the public log, `/publish-log.json`.
    pub digest: String,
}

impl From<Publish> for PublishDone {
    fn from(publish: Publish) -> Self {
        Self {
            publish: publish.number,
            kind: publish.kind.word().to_owned(),
            who: publish.author.who,
            why: publish.author.why,
            at: publish.at,
            revision: publish.revision,
            digest: publish.digest,
        }
    }
}

/// Publishes, the newest first.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Publishes {
    /// Those that readers saw.
    pub publishes: Vec<PublishDone>,
    /// Those that are to come.
    pub scheduled: Vec<ToCome>,
}

/// A publish that is to come.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ToCome {
    /// Its number.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub due: i64,
    /// Who has asked for it.
    pub who: String,
    /// Why.
    pub why: String,
}

impl From<Scheduled> for ToCome {
    fn from(scheduled: Scheduled) -> Self {
        Self {
            number: scheduled.number,
            due: scheduled.due,
            who: scheduled.author.who,
            why: scheduled.author.why,
        }
    }
}

/// What a check has found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckResult {
    /// What keeps the state from being published: each a problem (RFC 9457) with what
    /// `site check --format json` says of it, with the record that it is in; of a record that
    /// is being written also `mend`, where it can be mended in one way only: the `path` of a
    /// text and its whole new `value`.
    pub faults: serde_json::Value,
    /// What is worth a look.
    pub warnings: serde_json::Value,
}

/// A record, and what it is called.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TitleLine {
    /// Where it stands.
    #[serde(flatten)]
    pub state: RecordState,
    /// What it is called, in Chinese; its id, where it has no name.
    pub zh: String,
    /// In English.
    pub en: Option<String>,
    /// The day that it is of, as it is written.
    pub date: Option<String>,
    /// The file that it describes, of pictures and papers.
    pub file: Option<String>,
}

impl From<Title> for TitleLine {
    fn from(title: Title) -> Self {
        Self {
            state: title.head.into(),
            zh: title.zh,
            en: title.en,
            date: title.date,
            file: title.file,
        }
    }
}

/// What records are called.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Titles {
    /// In the order of their kinds and ids.
    pub titles: Vec<TitleLine>,
}

/// A field in which something was found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HitLine {
    /// The kind of the record.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// The way to the field; empty for the whole record.
    pub path: String,
    /// What the record is called.
    pub title: String,
    /// What stands in the field, around it.
    pub excerpt: String,
}

impl From<Hit> for HitLine {
    fn from(hit: Hit) -> Self {
        Self {
            kind: hit.place.kind,
            id: hit.place.id,
            path: hit.place.path,
            title: hit.title,
            excerpt: hit.excerpt,
        }
    }
}

/// Where something stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Hits {
    /// Whole fields first.
    pub hits: Vec<HitLine>,
}

/// The page of a record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LookedAt {
    /// Where readers would find it.
    pub path: String,
    /// The page.
    pub html: String,
}

/// An id that nothing has.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NewId {
    /// The id.
    pub id: String,
}

/// Which record somebody has open.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Here {
    /// The kind of the record.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// A word of this tab's own.
    pub tab: String,
}

/// Who else has it open.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Others {
    /// Their names; one's own, when another tab has it open.
    pub others: Vec<String>,
}

/// What is different between two states.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Difference {
    /// How many records differ.
    pub changes: usize,
    /// What readers would see changed, as `site diff` says it.
    pub text: String,
}

/// Which state to look at, and for how long.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PreviewOf {
    /// `drafts` (if absent), `ready`, `at:NUMBER` or `publish:NUMBER`.
    pub state: Option<String>,
    /// For how many minutes; absent: a day.
    pub minutes: Option<i64>,
}

/// Where to look at it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PreviewAt {
    /// The address, below this server: whoever has it sees that state in place of the site.
    pub address: String,
    /// For how many minutes.
    pub minutes: i64,
}

/// Somebody with an account.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PersonState {
    /// The account's name.
    pub name: String,
    /// What they may do.
    pub role: RoleWord,
    /// Whether a one-time code is asked for.
    pub codes: bool,
    /// Since when, in milliseconds since 1970.
    pub created: i64,
}

impl From<Person> for PersonState {
    fn from(person: Person) -> Self {
        Self {
            name: person.name,
            role: person.role.into(),
            codes: person.totp,
            created: person.created,
        }
    }
}

/// Everybody with an account.
#[derive(Debug, Serialize, JsonSchema)]
pub struct People {
    /// By name.
    pub people: Vec<PersonState>,
}

/// A new account.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// Its name.
    pub name: String,
    /// What they may do.
    pub role: RoleWord,
    /// Their first password, 10 characters or more.
    pub password: String,
}

/// What is to change of an account.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonChange {
    /// Another role.
    pub role: Option<RoleWord>,
    /// Another password.
    pub password: Option<String>,
    /// `false`: no one-time codes are asked for any more.
    pub codes: Option<bool>,
}

/// One's own new password.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnPassword {
    /// The one of before.
    pub current: String,
    /// The new one, 10 characters or more.
    pub password: String,
}

/// A secret for one-time codes.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct CodesFrom {
    /// The secret, in base 32.
    pub secret: String,
    /// The same as an address that programs for such codes take.
    #[serde(default)]
    pub address: String,
}

/// A secret for one-time codes, and a code of it: proof that it has been taken over.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CodesConfirmed {
    /// The secret.
    pub secret: String,
    /// A code of now.
    pub code: String,
}

/// A new token.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewToken {
    /// What it is called.
    pub name: String,
    /// What it is good for.
    pub scopes: Vec<ScopeWord>,
    /// For how many days, 366 at most.
    pub days: i64,
}

/// A token, with its word, this once.
#[derive(Serialize, JsonSchema)]
pub struct TokenWord {
    /// What goes behind `Authorization: Bearer`.
    pub token: String,
}

/// A token, without its word.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TokenState {
    /// What it is called.
    pub name: String,
    /// What it is good for.
    pub scopes: Vec<ScopeWord>,
    /// Who made it.
    pub made_by: String,
    /// Until when, in milliseconds since 1970.
    pub expires: i64,
}

impl From<Token> for TokenState {
    fn from(token: Token) -> Self {
        Self {
            name: token.name,
            scopes: token.scopes.into_iter().map(ScopeWord::from).collect(),
            made_by: token.made_by,
            expires: token.expires,
        }
    }
}

/// Tokens.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Tokens {
    /// By name.
    pub tokens: Vec<TokenState>,
}

/// An entry of the audit log.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AuditLine {
    /// From 1 on, without gaps.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Who.
    pub who: String,
    /// What was done.
    pub action: String,
    /// To what.
    pub target: String,
    /// Why.
    pub why: String,
    /// More of it, as JSON.
    pub detail: String,
    /// The digest of the entry before.
    pub before: String,
    /// The digest of this one.
    pub hash: String,
}

impl From<store::AuditEntry> for AuditLine {
    fn from(entry: store::AuditEntry) -> Self {
        Self {
            number: entry.number,
            at: entry.at,
            who: entry.who,
            action: entry.action,
            target: entry.target,
            why: entry.why,
            detail: entry.detail,
            before: entry.before,
            hash: entry.hash,
        }
    }
}

/// Entries of the audit log, the oldest first.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Audit {
    /// The entries.
    pub entries: Vec<AuditLine>,
}

/// What went wrong, as RFC 9457 has it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProblemBody {
    /// `urn:site:problem:…`, which never changes.
    #[serde(rename = "type")]
    pub kind: String,
    /// The status in words.
    pub title: String,
    /// The status.
    pub status: u16,
    /// What there is to say.
    pub detail: String,
    /// What keeps a state from going out, each fault a problem of its own.
    pub faults: Option<serde_json::Value>,
}
