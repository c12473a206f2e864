//! `alliance.json`: what the alliance says of itself.

use deserr::Deserr;
use model::date::Date;
use schemars::JsonSchema;

use crate::decode::Decoding;
use crate::localized::Text;

/// `alliance.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Alliance {
    /// The schema version of the bundle. Now 3.
    pub schema_version: u32,
    /// The alliance's name.
    pub name: Text,
    /// The home page's heading: the chain in one sentence.
    pub headline: Text,
    /// Who they are, in one sentence.
    pub introduction: Text,
    /// How it was founded.
    pub founding: Founding,
    /// Who chairs it.
    pub chair: Chair,
    /// The four roles 四个作用.
    pub roles: Vec<Role>,
    /// The duties 职责.
    pub duties: Vec<Text>,
    /// The resources it brings together: talent, market, technology, capital.
    pub resources: Vec<Text>,
    /// The aims named at the founding.
    pub aims: Vec<Text>,
    /// How to reach it; absent while unknown.
    #[deserr(default)]
    pub contact: Option<Contact>,
    /// Who may join and how; absent while nobody has published it.
    #[deserr(default)]
    pub joining: Option<Joining>,
    /// The ICP filing number ICP备案号; absent while there is none.
    #[deserr(default)]
    pub icp: Option<String>,
    /// The filing number with the public security authority 公安联网备案号; absent
    /// while there is none.
    #[deserr(default)]
    pub public_security: Option<String>,
}

/// The founding meeting.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Founding {
    /// When.
    pub date: Date,
    /// Where.
    pub place: Text,
    /// What happened, in a sentence or two.
    pub summary: Text,
    /// The article about it: an id in `news/`.
    pub article: String,
    /// An id in `sources.json`.
    pub source: String,
}

/// A person and the office held.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Chair {
    /// The person.
    pub name: Text,
    /// The office.
    pub title: Text,
    /// As of when: what the source says.
    pub as_of: Date,
    /// An id in `sources.json`.
    pub source: String,
}

/// One of the four roles.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Role {
    /// A slug.
    pub id: String,
    /// One word.
    pub name: Text,
    /// One sentence.
    pub summary: Text,
    /// What belongs to it.
    pub points: Vec<Text>,
}

/// How to become a member.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Joining {
    /// Who may join.
    pub who: Text,
    /// What to do, step by step.
    pub steps: Vec<Text>,
    /// An id in `sources.json`.
    pub source: String,
}

/// How to reach the alliance.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Contact {
    /// A postal address.
    #[deserr(default)]
    pub address: Option<Text>,
    /// A telephone number.
    #[deserr(default)]
    pub phone: Option<String>,
    /// A mail address.
    #[deserr(default)]
    pub email: Option<String>,
    /// An id in `sources.json`.
    pub source: String,
}
