//! Records as they are written for the first time, in the order of their fields.

use serde::Serialize;

use model::date::Day;

/// A text by language.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Words {
    /// Chinese alone.
    Chinese(String),
    /// With English.
    Both {
        /// Chinese.
        #[serde(rename = "zh-Hans")]
        chinese: String,
        /// English.
        en: String,
    },
}

impl Words {
    /// Chinese, perhaps with English.
    pub fn new(chinese: String, english: Option<String>) -> Self {
        match english {
            Some(en) => Self::Both { chinese, en },
            None => Self::Chinese(chinese),
        }
    }

    /// The Chinese, and the English if there is any.
    pub fn texts(&self) -> (&str, Option<&str>) {
        match self {
            Self::Chinese(chinese) => (chinese, None),
            Self::Both { chinese, en } => (chinese, Some(en)),
        }
    }
}

/// A new article.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are those of the bundle's type")]
pub struct Article {
    #[serde(rename = "$schema")]
    pub schema: String,
    pub id: String,
    pub date: String,
    pub title: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Words>,
    pub body: Vec<String>,
    pub category: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub companies: Vec<String>,
    pub source: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
}

/// A new company: never a member before the alliance has said so.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields are those of the bundle's type")]
pub struct Company {
    pub id: String,
    pub name: Words,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    pub stages: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    pub summary: Words,
    pub membership: UnconfirmedMembership,
    pub sources: Vec<String>,
    #[serde(serialize_with = "day")]
    pub last_verified: Day,
}

/// The membership of a company of which nothing is known.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct UnconfirmedMembership {
    status: Status,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
#[serde(rename_all = "lowercase")]
enum Status {
    #[default]
    Unconfirmed,
}

/// A new indicator with its first point.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are those of the bundle's type")]
pub struct Indicator {
    pub id: String,
    pub name: Words,
    pub unit: &'static str,
    pub scope: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<&'static str>,
    pub points: [Point; 1],
}

/// A new event.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are those of the bundle's type")]
pub struct Event {
    pub id: String,
    pub title: Words,
    pub kind: &'static str,
    pub start: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Words>,
    pub summary: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    pub source: String,
}

/// A new paper.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are those of the bundle's type")]
pub struct Paper {
    pub id: String,
    pub title: Words,
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Words>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<&'static str>,
    pub source: String,
}

/// A new offer or need.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are those of the bundle's type")]
pub struct Offer {
    pub id: String,
    pub kind: &'static str,
    pub material: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tonnes: Option<serde_json::Number>,
    pub date: String,
    pub until: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Words>,
    pub stages: Vec<&'static str>,
    pub source: String,
}

/// A figure.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are those of the bundle's type")]
pub struct Point {
    pub period: String,
    pub value: serde_json::Number,
    pub kind: &'static str,
    pub source: String,
}

fn day<S: serde::Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}
