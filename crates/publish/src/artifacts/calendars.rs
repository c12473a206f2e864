//! Calendars: a file for each event, and one with all of them that can be subscribed to
//! (iCalendar, RFC 5545).
//!
//! Times are written in UTC, which every client reads, days as they are. The same event
//! has the same UID in every file, language and publish: a calendar that has it changes it
//! and does not add another. What decides which version is newer, the sequence and the
//! time stamp, comes from the changes that editors have noted, and from no clock.

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{
    Calendar, CalendarDateTime, Component, DatePerhapsTime, EventLike, EventStatus, Property,
};
use sha2::{Digest, Sha256};

use content::bundle::Event;
use model::date::{Date, Day};
use model::document::{Document, EventItem};
use model::routes::{Address, Route, calendar};

use crate::documents::{DocumentBuilder, SharedByLanguage};
use crate::hex;
use crate::origin::Origin;

/// A calendar as a file.
#[derive(Clone, Debug)]
pub struct CalendarFile {
    /// Below the site's folder.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// Every calendar of the site. Events of an unknown day are in none; without events there
/// is none.
pub fn calendars(builder: &DocumentBuilder, origin: Option<&Origin>) -> Vec<CalendarFile> {
    let shared = builder.shared().iter();
    shared
        .flat_map(|shared| in_language(builder, shared, origin))
        .collect()
}

fn in_language(
    builder: &DocumentBuilder,
    shared: &SharedByLanguage,
    origin: Option<&Origin>,
) -> Vec<CalendarFile> {
    let lang = shared.lang;
    let events = builder.bundle().events.events.iter();
    let entries: Vec<(&Event, icalendar::Event)> = events
        .filter_map(|event| {
            let address = Address::new(lang, Route::Event(event.id.clone()));
            let Some(Document::Event(page)) = builder.document(&address) else {
                return None;
            };
            let stamp = stamp(builder, event);
            Some((event, entry(event, &page.event, stamp, &address, origin)?))
        })
        .collect();
    if builder.bundle().events.events.is_empty() {
        return Vec::new();
    }
    let file = |id: Option<&str>, text: String| CalendarFile {
        path: calendar(lang, id).trim_start_matches('/').to_owned(),
        text,
    };
    let title = format!("{} · {}", lang.words().events.title, shared.site.name);
    let mut whole = empty(lang.tag());
    whole.name(&title);
    let mut files = Vec::with_capacity(entries.len() + 1);
    for (event, entry) in entries {
        let mut one = empty(lang.tag());
        one.push(entry.clone());
        files.push(file(Some(&event.id), one.to_string()));
        whole.push(entry);
    }
    files.push(file(None, whole.to_string()));
    files
}

fn empty(lang: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    let made_by = format!("-//Guangyuan Aluminium Industry Alliance//site//{lang}");
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", made_by))
        .append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar
}

/// An event in a calendar; none when its day is not known.
fn entry(
    event: &Event,
    item: &EventItem,
    stamp: DateTime<Utc>,
    address: &Address,
    origin: Option<&Origin>,
) -> Option<icalendar::Event> {
    let span = event.span();
    let (start, end) = match span.starts_s() {
        Some(start) => (instant(start)?, span.ends_s().and_then(instant)),
        None => {
            if !event.start.date.is_whole() {
                return None;
            }
            // The end is the first day that no longer belongs to it.
            let after = span.last().ends()?.next();
            (
                DatePerhapsTime::Date(day(event.start.date.begins()?)?),
                Some(DatePerhapsTime::Date(day(after)?)),
            )
        }
    };
    let mut entry = icalendar::Event::new();
    entry
        .uid(&uid(&event.id))
        .timestamp(stamp)
        .sequence((event.changes.len() + usize::from(event.cancelled)) as u32)
        .summary(&item.title.text)
        .starts(start)
        .status(match event.cancelled {
            true => EventStatus::Cancelled,
            false => EventStatus::Confirmed,
        });
    if let Some(end) = end {
        entry.ends(end);
    }
    if let Some(place) = &item.place {
        entry.location(&place.text);
    }
    let mut said = item.summary.text.clone();
    // How to register is the last of what is said of it.
    if let (Some(_), Some(fact)) = (&event.registration, item.facts.last()) {
        said.push('\n');
        said.push_str(&fact.value);
    }
    entry.description(&said);
    if origin.is_some() {
        entry.url(&Origin::url(origin, &address.path()));
    }
    Some(entry.done())
}

/// The start of the day in China on which the event was last changed, or announced.
fn stamp(builder: &DocumentBuilder, event: &Event) -> DateTime<Utc> {
    let announced = builder.bundle().source(&event.source);
    let announced = announced.and_then(|source| source.date);
    let changed = event.changes.last().map(|change| change.date);
    // Where neither day is known, any later one counts as newer.
    let day = changed.or(announced).and_then(Date::begins);
    let seconds = day.map(Day::starts_s).unwrap_or_default();
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

fn instant(seconds: i64) -> Option<DatePerhapsTime> {
    let instant = DateTime::from_timestamp(seconds, 0)?;
    Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(instant)))
}

fn day(day: Day) -> Option<NaiveDate> {
    let (year, month, day) = day.parts();
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A UUID (version 8, RFC 9562) that the event's id alone decides.
fn uid(id: &str) -> String {
    let digest = hex(&Sha256::digest(format!("event:{id}")), 32);
    format!(
        "{}-{}-8{}-a{}-{}",
        &digest[..8],
        &digest[8..12],
        &digest[13..16],
        &digest[17..20],
        &digest[20..]
    )
}
