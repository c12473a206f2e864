//! Events: conferences, fairs, courses, with their dates.

use model_derive::Served;
use serde::{Deserialize, Serialize};

use super::{Cite, Correction, Headline, Image, PaperText, Phrase, Picture, When};
use crate::EventKind;

/// An event in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct EventItem {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: Phrase,
    /// What kind of event it is.
    pub kind: EventKind,
    /// What happens, or happened there.
    pub summary: Phrase,
    /// Its date in a small frame.
    pub tile: DateTile,
    /// When, written out; for machines only its start.
    pub when: When,
    /// When it is over, in seconds since 1970; 0 when nobody knows the year.
    pub over: u32,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Phrase>,
    /// Who holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organiser: Option<Phrase>,
    /// How to register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<Phrase>,
    /// Whether it has been called off.
    pub cancelled: bool,
    /// The address of its file for calendars; absent when its day is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[served(verbatim)]
    pub calendar: Option<String>,
    /// The id of the article about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Who says so, in a word.
    pub publisher: String,
    /// Its picture in lists, at 3:2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<Image>,
}

/// A date in a small frame: `12月`, `18`, `周五`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct DateTile {
    /// The month; of less than a day the year.
    pub top: String,
    /// The days; of less than a day the month, or the year.
    pub middle: String,
    /// The day of the week, or the year of what is past; may be empty.
    pub foot: String,
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
    /// For whom it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Phrase>,
    /// Where to register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[served(verbatim)]
    pub registration_url: Option<String>,
    /// What happens when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaItem>,
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
    /// The article about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<Headline>,
    /// When it ends, for machines; absent when nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[served(verbatim)]
    pub end: Option<String>,
    /// From where.
    pub source: Cite,
}

/// What happens at an event, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct AgendaItem {
    /// The time of day, with the day where the event lasts several; may be empty.
    pub time: String,
    /// What.
    pub text: Phrase,
}

/// The events on the home page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct HomeEvents {
    /// The next ones on the day of publishing, soonest first.
    pub coming: Vec<EventItem>,
    /// The last one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<EventItem>,
}
