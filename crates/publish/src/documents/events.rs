//! Events: the list, a page each, and what the home page shows of them.

use std::cmp::Reverse;

use content::bundle::Event;
use model::Lang;
use model::date::{Date, Day, Moment};
use model::document::{
    AgendaItem, Correction, DateTile, EventItem, EventPage, EventsPage, HomeEvents, Neighbour,
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
        audience: event.audience.as_ref().map(|text| cx.phrase(text)),
        registration_url: event.registration_url.clone(),
        agenda: (event.agenda.iter())
            .map(|item| {
                let day = item
                    .date
                    .filter(|_| several)
                    .map(|day| day.display(cx.lang));
                let parts = day
                    .into_iter()
                    .chain(item.time.map(|time| time.to_string()));
                AgendaItem {
                    time: parts.collect::<Vec<_>>().join(" "),
                    text: cx.phrase(&item.text),
                }
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
        article: article.map(|place| cx.headline(&cx.bundle.news[place])),
        end: event.end.map(Moment::datetime),
        source: cx.cite(&event.source),
        event: item(cx, event),
    })
}

/// What the home page shows.
pub fn at_home(cx: &Context) -> HomeEvents {
    let coming = coming(cx).into_iter().filter(|event| !event.cancelled);
    HomeEvents {
        coming: coming.take(AT_HOME).map(|event| item(cx, event)).collect(),
        last: (past(cx).into_iter())
            .find(|event| !event.cancelled && event.start.date.year.is_some())
            .map(|event| item(cx, event)),
    }
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

/// An event in a list.
fn item(cx: &Context, event: &Event) -> EventItem {
    let span = event.span();
    let over = span.over_s().and_then(|over| u32::try_from(over).ok());
    let has_day = event.start.date.is_whole();
    let article = event.article.as_ref();
    EventItem {
        id: event.id.clone(),
        title: cx.phrase(&event.title),
        kind: event.kind,
        summary: cx.phrase(&event.summary),
        tile: tile(event, cx.bundle.today, cx.lang),
        when: model::document::When {
            text: span.display(cx.lang),
            iso: event.start.datetime(),
        },
        over: over.unwrap_or_default(),
        place: event.place.as_ref().map(|text| cx.phrase(text)),
        organiser: event.organiser.as_ref().map(|text| cx.phrase(text)),
        registration: event.registration.as_ref().map(|text| cx.phrase(text)),
        cancelled: event.cancelled,
        calendar: has_day.then(|| calendar(cx.lang, Some(&event.id))),
        article: article
            .filter(|id| cx.place_of_article(id).is_some())
            .cloned(),
        publisher: cx.text(&cx.source(&event.source).publisher),
        thumbnail: cx.thumbnail(event.cover.as_deref()),
    }
}

/// The date in a small frame; of what is over it has the year.
fn tile(event: &Event, today: Option<Day>, lang: Lang) -> DateTile {
    let (start, last) = (event.start.date, event.span().last());
    let year = start.year.map(|year| year.to_string()).unwrap_or_default();
    let Some(day) = start.day else {
        return DateTile {
            top: year,
            middle: start.month.map(|_| month(start, lang)).unwrap_or_default(),
            foot: String::new(),
        };
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
    DateTile {
        top: month(start, lang),
        middle: days,
        foot,
    }
}

/// `12月`, `Dec`
fn month(date: Date, lang: Lang) -> String {
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
