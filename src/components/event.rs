//! Events wherever they stand: the date in a small frame, the card of one to come, and
//! from when to when something shows by the reader's clock.

use leptos::prelude::*;

use super::contact_list;
use crate::library::{href, use_library, use_words};
use markup::{Markup, Reactive, lazy, markup};
use model::document::{ContactLine, EventItem};
use model::routes::Route;

/// A date in the manner of the tile `13 Al`; in a quiet frame once it is past. The date is
/// written out beside it.
pub fn date_tile(tile: Vec<String>, past: bool) -> Markup {
    let class = match past {
        true => "date-tile date-tile--past",
        false => "date-tile",
    };
    let lines = tile.into_iter().map(|line| {
        markup! {
            <span>{line}</span>
        }
    });
    markup! {
        <span class={class} aria-hidden="true">{lines.collect::<Vec<_>>()}</span>
    }
}

/// What kind of event it is, and whether it has been called off.
pub fn event_tags(tags: Vec<String>) -> Markup {
    let tags = tags.into_iter().map(|tag| {
        markup! {
            <span class="tag">{tag}</span>
        }
    });
    markup! {
        <p class="tags">{tags.collect::<Vec<_>>()}</p>
    }
}

/// The way into the reader's own calendar, if there is one. Several stand on a page: each
/// says what it is for.
pub fn calendar_link(event: &EventItem) -> Option<Markup> {
    let add = use_words().events.add;
    event.calendar.clone().map(|address| {
        let label = [add, &event.title.text].join(" ");
        markup! {
            <a class="button button--quiet event-calendar" href={address} aria-label={label}>
                <svg class="event-calendar__icon" viewBox="0 0 20 20" aria-hidden="true">
                    <path d="M2.8 4.5h14.4v12.7H2.8zM2.8 8.2h14.4M6.5 2.3v3.4M13.5 2.3v3.4M10 10.2v4.8M7.6 12.6h4.8" />
                </svg>
                {add}
            </a>
        }
    })
}

/// An event to come, with what one needs to know before one goes; shown from an instant
/// until it is over.
pub fn event_card(event: EventItem, from_s: u32) -> Markup<Reactive> {
    let outside = outside(from_s, event.over);
    markup! {
        <article class="event-card" hidden={outside}>{lazy(move || inside(event))}</article>
    }
}

fn inside(event: EventItem) -> Markup {
    let calendar = calendar_link(&event);
    let title = markup! {
        <a href={href(Route::Event(event.id))} lang={event.title.lang}>{event.title.text}</a>
    };
    let ways = markup! {
        <p class="event-card__ways">{calendar}</p>
    };
    dated_card(event.tile, event.tags, title, event.facts, ways)
}

/// What is inside a card with a date: what it is, the facts, and what one can do.
pub fn dated_card(
    tile: Vec<String>,
    tags: Vec<String>,
    title: Markup,
    facts: Vec<ContactLine>,
    below: Markup,
) -> Markup {
    markup! {
        <div class="event-card__inside">
            <div class="event-card__head">
                {date_tile(tile, false)}
                <div>
                    {event_tags(tags)}
                    <h3 class="event-card__title">{title}</h3>
                </div>
            </div>
            {contact_list(facts)}
            {below}
        </div>
    }
}

/// Whether the reader's clock stands outside these instants, in seconds since 1970. Until
/// the app has taken over it stands at 0: what is shown then is what was published.
pub fn outside(from_s: u32, until_s: u32) -> impl Fn() -> bool + Copy + Send + Sync + 'static {
    let hydrated = use_library().hydrated;
    move || {
        let now = if hydrated.get() { now_s() } else { 0 };
        now < from_s || until_s <= now
    }
}

#[cfg(target_arch = "wasm32")]
fn now_s() -> u32 {
    // Until 2106.
    (js_sys::Date::now() / 1000.0) as u32
}

#[cfg(not(target_arch = "wasm32"))]
fn now_s() -> u32 {
    0
}
