//! `events.json`: meetings, fairs, courses.

use deserr::Deserr;
use model::EventKind;
use model::date::{Clock, Date, Day, Moment, Span};
use schemars::JsonSchema;

use super::article::Correction;
use crate::decode::Decoding;
use crate::localized::Text;

/// `events.json`: conferences, fairs, courses. A bundle need not have it.
#[derive(Clone, Debug, Default, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Events {
    /// The events.
    pub events: Vec<Event>,
}

/// Something that people come together for. Times are China's.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Event {
    /// A slug.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What kind of event it is.
    pub kind: EventKind,
    /// When it begins.
    pub start: Moment,
    /// When it ends, in the same form as its start; absent when nobody says, and when it
    /// ends on the day on which it begins.
    #[deserr(default)]
    pub end: Option<Moment>,
    /// Where; absent while nobody says.
    #[deserr(default)]
    pub place: Option<Text>,
    /// What it is about, or what came of it, in a sentence or two.
    pub summary: Text,
    /// Who holds it; absent while nobody says.
    #[deserr(default)]
    pub organiser: Option<Text>,
    /// For whom it is.
    #[deserr(default)]
    pub audience: Option<Text>,
    /// How to register, and until when.
    #[deserr(default)]
    pub registration: Option<Text>,
    /// The page on which one registers.
    #[deserr(default)]
    pub registration_url: Option<String>,
    /// What happens when.
    #[deserr(default)]
    #[schemars(default)]
    pub agenda: Vec<AgendaItem>,
    /// The article about it: an id in `news/`.
    #[deserr(default)]
    pub article: Option<String>,
    /// Who says so: an id in `sources.json`.
    pub source: String,
    /// Its picture: an id in `media.json`.
    #[deserr(default)]
    pub cover: Option<String>,
    /// Pictures of it: ids in `media.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub gallery: Vec<String>,
    /// The papers that go with it: ids in `documents.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub papers: Vec<String>,
    /// What has changed since it was announced, oldest first.
    #[deserr(default)]
    #[schemars(default)]
    pub changes: Vec<Correction>,
    /// Whether it has been called off.
    #[deserr(default)]
    #[schemars(default)]
    pub cancelled: bool,
    /// Whether it is still being written: then it is never published.
    #[deserr(default)]
    #[schemars(default)]
    pub draft: bool,
}

/// What happens at an event, and when.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgendaItem {
    /// The day, of an event that lasts several.
    #[deserr(default)]
    pub date: Option<Date>,
    /// The time of day; absent while nobody says.
    #[deserr(default)]
    pub time: Option<Clock>,
    /// What happens.
    pub text: Text,
}

impl Event {
    /// From when to when.
    pub fn span(&self) -> Span {
        // Of a checked bundle the two go together.
        Span {
            start: self.start,
            end: self.end,
        }
    }

    /// Whether it is over on this day: one that ends today is still to come.
    pub fn is_past(&self, today: Option<Day>) -> bool {
        let last = self.span().last().ends();
        last.is_none_or(|last| today.is_none_or(|today| last < today))
    }
}
