//! Every event: when, where, by whom.

use serde::Serialize;

use super::{Both, DataError, From, licence, owned, write_csv, write_json, yes};
use content::bundle::{Bundle, Event};

#[derive(Serialize)]
struct Events<'a> {
    licence: Both<'static>,
    events: Vec<EventRecord<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
struct EventRecord<'a> {
    id: &'a str,
    title: Both<'a>,
    kind: &'static str,
    /// With the offset of China where a time of day is known; `XXXX` is an unknown year.
    start: String,
    end: Option<String>,
    place: Both<'a>,
    organiser: Both<'a>,
    cancelled: bool,
    summary: Both<'a>,
    article: Option<&'a str>,
    source: From<'a>,
}

impl<'a> EventRecord<'a> {
    fn new(bundle: &'a Bundle, event: &'a Event) -> Self {
        let written = |moment: model::date::Moment| match moment.clock {
            Some(_) => moment.datetime(),
            None => moment.to_string(),
        };
        Self {
            id: &event.id,
            title: Both::of(&event.title),
            kind: event.kind.as_str(),
            start: written(event.start),
            end: event.end.map(written),
            place: Both::maybe(event.place.as_ref()),
            organiser: Both::maybe(event.organiser.as_ref()),
            cancelled: event.cancelled,
            summary: Both::of(&event.summary),
            article: event.article.as_deref(),
            source: From::source(bundle, &event.source),
        }
    }
}

/// The latest first.
fn entries(bundle: &Bundle) -> Vec<EventRecord<'_>> {
    let mut events: Vec<&Event> = bundle.events.events.iter().collect();
    events.sort_by_key(|event| (std::cmp::Reverse(event.start), &event.id));
    let records = events.into_iter();
    records
        .map(|event| EventRecord::new(bundle, event))
        .collect()
}

pub fn json(bundle: &Bundle) -> Result<Vec<u8>, DataError> {
    write_json(&Events {
        licence: licence(),
        events: entries(bundle),
    })
}

pub fn csv(bundle: &Bundle) -> Vec<u8> {
    let header = [
        "event",
        "title_zh",
        "title_en",
        "kind",
        "start",
        "end",
        "place_zh",
        "place_en",
        "organiser_zh",
        "organiser_en",
        "cancelled",
        "article",
    ];
    let rows = entries(bundle).into_iter().map(|event| {
        owned([event.id, event.title.zh, event.title.en, event.kind])
            .chain([event.start, event.end.unwrap_or_default()])
            .chain(owned([event.place.zh, event.place.en]))
            .chain(owned([event.organiser.zh, event.organiser.en]))
            .chain([yes(event.cancelled)])
            .chain(owned([event.article.unwrap_or_default()]))
            .chain(owned(event.source.cells()))
            .collect()
    });
    write_csv(&header, rows)
}
