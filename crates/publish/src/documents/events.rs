//! Events: the list, a page each, and what the home page shows of them.

use std::cmp::Reverse;

use content::bundle::Event;
use model::Lang;
use model::date::{Date, Day, Moment};
use model::document::{
    ContactLine, Correction, EventItem, EventPage, EventsPage, Neighbour, Phrase, When,
};
use model::routes::calendar;

use super::context::Context;

/// How many of those that are over stand on a page.
pub const PER_PAGE: usize = 30;
/// How many of those to come the home page has: when the first is over, the next stands
/// there without another publish.
const AT_HOME: usize = 3;

/// What is to come on the day of publishing, soonest first.
fn coming<'a>(cx: &Context<'a>) -> Vec<&'a Event> {
    let events = cx.bundle.events.events.iter();
    let mut coming: Vec<&Event> = events
        .filter(|event| !event.is_past(cx.bundle.today))
        .collect();
    coming.sort_by_key(|event| (event.start, &event.id));
    coming
}

/// What is over by then, newest first; those of an unknown year come last.
fn past<'a>(cx: &Context<'a>) -> Vec<&'a Event> {
    let events = cx.bundle.events.events.iter();
    let mut past: Vec<&Event> = events
        .filter(|event| event.is_past(cx.bundle.today))
        .collect();
    past.sort_by_key(|event| (Reverse(event.start), &event.id));
    past
}

/// How many pages the list has: one even when there is nothing.
pub fn pages(cx: &Context) -> u32 {
    past(cx).len().div_ceil(PER_PAGE).max(1) as u32
}

/// A page of the list, if there is such a page.
pub fn list(cx: &Context, page: u32) -> Option<EventsPage> {
    let pages = pages(cx);
    if page > pages {
        return None;
    }
    let coming = match page {
        1 => coming(cx),
        _ => Vec::new(),
    };
    let past = past(cx);
    let skipped = (page as usize - 1) * PER_PAGE;
    Some(EventsPage {
        coming: coming.into_iter().map(|event| item(cx, event)).collect(),
        past: (past.into_iter().skip(skipped).take(PER_PAGE))
            .map(|event| item(cx, event))
            .collect(),
        page,
        pages,
        calendar: calendar(cx.lang, None),
    })
}

/// The event with an id, if there is one.
pub fn event(cx: &Context, id: &str) -> Option<EventPage> {
    let mut events = cx.bundle.events.events.iter();
    let event = events.find(|event| event.id == id)?;
    let several = event.end.is_some_and(|end| end.date != event.start.date);
    let article = event.article.as_deref();
    let article = article.and_then(|id| cx.place_of_article(id));
    Some(EventPage {
        past: event.is_past(cx.bundle.today),
        cancelled: event.cancelled,
        agenda: (event.agenda.iter())
            .map(|item| {
                let day = item
                    .date
                    .filter(|_| several)
                    .map(|day| day.display(cx.lang));
                let parts = day
                    .into_iter()
                    .chain(item.time.map(|time| time.to_string()));
                let time = parts.collect::<Vec<_>>().join(" ");
                said(&time, cx.phrase(&item.text))
            })
            .collect(),
        changes: (event.changes.iter())
            .map(|change| Correction {
                date: cx.when(change.date),
                note: cx.phrase(&change.note),
            })
            .collect(),
        cover: (event.cover.as_deref()).and_then(|id| cx.picture(id, "")),
        gallery: cx.pictures(&event.gallery),
        papers: cx.papers(&event.papers),
        article: (article.into_iter())
            .map(|place| cx.headline(&cx.bundle.news[place]))
            .collect(),
        organiser: event.organiser.as_ref().map(|text| cx.text(text)),
        end: event.end.map(Moment::datetime),
        source: cx.cite(&event.source),
        event: EventItem {
            facts: facts(cx, event, true),
            ..item(cx, event)
        },
    })
}

/// What the home page shows: what is to come, and the last one before.
pub fn at_home(cx: &Context) -> [Vec<EventItem>; 2] {
    let coming = coming(cx).into_iter().filter(|event| !event.cancelled);
    let past = past(cx).into_iter();
    let mut last = past.filter(|event| !event.cancelled && event.start.date.year.is_some());
    [
        coming.take(AT_HOME).map(|event| item(cx, event)).collect(),
        last.next()
            .map(|event| item(cx, event))
            .into_iter()
            .collect(),
    ]
}

/// The event that an article is about.
pub fn of_article(cx: &Context, article: &str) -> Option<Neighbour> {
    let mut events = cx.bundle.events.events.iter();
    let event = events.find(|event| event.article.as_deref() == Some(article))?;
    Some(Neighbour {
        id: event.id.clone(),
        title: cx.phrase(&event.title),
    })
}

/// An event in a list; what is over has its facts on its own page.
fn item(cx: &Context, event: &Event) -> EventItem {
    let words = &cx.words().events;
    let span = event.span();
    let over = span.over_s().and_then(|over| u32::try_from(over).ok());
    let joins = event.start.date.is_whole() && !event.cancelled;
    let article = event.article.as_ref();
    let cancelled = event.cancelled.then(|| words.cancelled.to_owned());
    EventItem {
        id: event.id.clone(),
        title: cx.phrase(&event.title),
        tags: std::iter::once(words.kind(event.kind).to_owned())
            .chain(cancelled)
            .collect(),
        summary: cx.phrase(&event.summary),
        tile: tile(event, cx.bundle.today, cx.lang).into(),
        when: When {
            text: when(cx, event),
            iso: event.start.datetime(),
        },
        over: over.unwrap_or_default(),
        place: event.place.as_ref().map(|text| cx.phrase(text)),
        facts: match event.is_past(cx.bundle.today) {
            true => Vec::new(),
            false => facts(cx, event, false),
        },
        calendar: joins.then(|| calendar(cx.lang, Some(&event.id))),
        article: article
            .filter(|id| cx.place_of_article(id).is_some())
            .cloned(),
        publisher: cx.text(&cx.source(&event.source).publisher),
    }
}

/// When, written out; of a time of day it is said whose it is, where readers may not know.
fn when(cx: &Context, event: &Event) -> String {
    let text = event.span().display(cx.lang);
    match event.start.clock {
        Some(_) => text + cx.words().events.clock,
        None => text,
    }
}

/// What one needs to know before one goes, each with what it is.
fn facts(cx: &Context, event: &Event, in_full: bool) -> Vec<ContactLine> {
    let words = &cx.words().events;
    let unknown = match event.is_past(cx.bundle.today) {
        true => words.unstated,
        false => words.undecided,
    };
    let place = event.place.as_ref().map(|place| cx.phrase(place));
    let mut facts = vec![
        line(words.time, when(cx, event)),
        place.map_or_else(
            || line(words.place, unknown.to_owned()),
            |place| said(words.place, place),
        ),
    ];
    let audience = event.audience.as_ref().filter(|_| in_full);
    for (label, text) in [
        (words.organiser, event.organiser.as_ref()),
        (words.audience, audience),
    ] {
        facts.extend(text.map(|text| said(label, cx.phrase(text))));
    }
    let url = event.registration_url.as_ref().filter(|_| in_full);
    let registration = event.registration.as_ref().map(|text| cx.phrase(text));
    let address = url.map(|url| Phrase {
        text: url.clone(),
        lang: None,
    });
    if let Some(text) = registration.or(address) {
        facts.push(ContactLine {
            url: url.cloned(),
            ..said(words.registration, text)
        });
    }
    facts
}

fn line(label: &str, value: String) -> ContactLine {
    ContactLine {
        label: label.to_owned(),
        value,
        lang: None,
        url: None,
    }
}

/// What editors say, in their language where it is not the page's.
fn said(label: &str, Phrase { text, lang }: Phrase) -> ContactLine {
    ContactLine {
        lang,
        ..line(label, text)
    }
}

/// The date in a small frame; of what is over it has the year.
fn tile(event: &Event, today: Option<Day>, lang: Lang) -> [String; 3] {
    let (start, last) = (event.start.date, event.span().last());
    let year = start.year.map(|year| year.to_string()).unwrap_or_default();
    let Some(day) = start.day else {
        let known = start.month.map(|_| month(start, lang));
        return [year, known.unwrap_or_default(), String::new()];
    };
    let days = match last.day {
        Some(end) if last != start && last.month == start.month => format!("{day}–{end}"),
        _ => day.to_string(),
    };
    let foot = match start.begins() {
        _ if event.is_past(today) => year,
        Some(first) if last != start && lang != Lang::En => {
            format!("{}起", first.weekday(lang))
        }
        Some(first) => first.weekday(lang).to_owned(),
        None => String::new(),
    };
    [month(start, lang), days, foot]
}

/// `12月`, `Dec`
pub fn month(date: Date, lang: Lang) -> String {
    let alone = Date {
        year: Some(2000),
        day: None,
        ..date
    };
    match lang {
        Lang::En => alone.display(lang).chars().take(3).collect(),
        _ => format!("{}月", date.month.unwrap_or_default()),
    }
}
