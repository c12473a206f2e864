//! Events: conferences, fairs, courses, with their dates. What readers only read is
//! written out by publishing, so that the browser has little to arrange.

use model_derive::Served;
use serde::{Deserialize, Serialize};

use super::{Cite, ContactLine, Correction, Headline, PaperText, Phrase, Picture, When};

/// An event in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct EventItem {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: Phrase,
    /// What kind of event it is; and that it has been called off, if it has.
    pub tags: Vec<String>,
    /// What happens, or happened there.
    pub summary: Phrase,
    /// Its date in a small frame, in three lines: `12月`, `18`, `周五`; of less than a day
    /// the year, then what is known; of what is past the year last.
    pub tile: Vec<String>,
    /// When, written out; for machines only its start.
    pub when: When,
    /// When it is over, in seconds since 1970; 0 when nobody knows the year.
    pub over: u32,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Phrase>,
    /// When, where, by whom, how to register: each with what it is. Of what is over it
    /// stands on the event's own page alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<ContactLine>,
    /// The address of its file for calendars; absent when its day is not known, and when
    /// it has been called off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[served(verbatim)]
    pub calendar: Option<String>,
    /// The id of the article about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Who says so, in a word.
    pub publisher: String,
}

/// The list of events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct EventsPage {
    /// What is to come on the day of publishing, soonest first; on the first page only.
    pub coming: Vec<EventItem>,
    /// What was over by then, newest first: those of this page.
    pub past: Vec<EventItem>,
    /// The page, from 1.
    pub page: u32,
    /// How many pages the list has.
    pub pages: u32,
    /// The address of the calendar of all events.
    #[served(verbatim)]
    pub calendar: String,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct EventPage {
    /// The event, as in a list.
    pub event: EventItem,
    /// Whether it was over on the day of publishing.
    pub past: bool,
    /// Whether it has been called off.
    pub cancelled: bool,
    /// What happens when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<ContactLine>,
    /// What has changed since it was announced, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Correction>,
    /// The picture above the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<Picture>,
    /// Pictures of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gallery: Vec<Picture>,
    /// The papers that go with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<PaperText>,
    /// The article about it, if there is one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub article: Vec<Headline>,
    /// Who holds it, for machines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organiser: Option<String>,
    /// When it ends, for machines; absent when nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[served(verbatim)]
    pub end: Option<String>,
    /// From where.
    pub source: Cite,
}
