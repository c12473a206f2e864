//! What is said of an event wherever it stands: its date in a small frame, what kind of
//! event it is, whether it is over, the way into a calendar.

use leptos::prelude::*;

use crate::library::{use_library, use_words};
use markup::{Content, Markup, markup};
use model::document::{DateTile, EventItem, Phrase};

/// A date in the manner of the tile `13 Al`; in a quiet frame once it is past. The date is
/// written out beside it.
pub fn date_tile(tile: DateTile, past: bool) -> Markup {
    let class = match past {
        true => "date-tile date-tile--past",
        false => "date-tile",
    };
    let day = match tile.middle.chars().count() > 2 {
        true => "date-tile__day date-tile__day--range",
        false => "date-tile__day",
    };
    markup! {
        <span class={class} aria-hidden="true">
            <span class="date-tile__month">{tile.top}</span>
            <span class={day}>{tile.middle}</span>
            <span class="date-tile__foot">{tile.foot}</span>
        </span>
    }
}

/// What kind of event it is, and that it has been called off if it has.
pub fn event_tags(event: &EventItem) -> Markup {
    let words = &use_words().events;
    let cancelled = event.cancelled.then(|| {
        markup! {
            <span class="tag tag--heat">{words.cancelled}</span>
        }
    });
    markup! {
        <p class="tags">
            <span class="tag">{words.kind(event.kind)}</span>
            {cancelled}
        </p>
    }
}

/// A fact about an event beside what it is.
pub fn event_fact(label: &'static str, fact: impl Into<Content>) -> Markup {
    let fact = fact.into();
    markup! {
        <div>
            <dt>{label}</dt>
            <dd>{fact}</dd>
        </div>
    }
}

/// A text, marked with its language where that is not the page's.
pub fn phrase(phrase: Phrase) -> Markup {
    markup! {
        <span lang={phrase.lang}>{phrase.text}</span>
    }
}

/// When: of times it is said whose they are, where readers may not know.
pub fn event_time(event: &EventItem) -> Markup {
    let clock = use_words().events.clock;
    // Of a day there is nothing to say.
    let timed = event.when.iso.contains('T') && !clock.is_empty();
    let clock = timed.then(|| {
        markup! {
            <span class="small">" (" {clock} ")"</span>
        }
    });
    markup! {
        <span>
            <time datetime={event.when.iso.clone()}>{event.when.text.clone()}</time>
            {clock}
        </span>
    }
}

/// Where, or that nobody has said.
pub fn event_place(event: &EventItem, past: bool) -> Markup {
    let words = &use_words().events;
    match &event.place {
        Some(place) => phrase(place.clone()),
        None => markup! {
            <span class="tag tag--open">
                {match past {
                    true => words.unstated,
                    false => words.undecided,
                }}
            </span>
        },
    }
}

/// The way into the reader's own calendar; none of an event whose day is not known.
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

/// Whether it is over by the reader's clock. Until the app has taken over, nothing is that
/// was still to come on the day of publishing: so that both draw the same.
pub fn is_over(over_s: u32) -> impl Fn() -> bool + Copy + Send + Sync + 'static {
    let hydrated = use_library().hydrated;
    move || hydrated.get() && now_s() >= f64::from(over_s)
}

#[cfg(target_arch = "wasm32")]
fn now_s() -> f64 {
    js_sys::Date::now() / 1000.0
}

#[cfg(not(target_arch = "wasm32"))]
fn now_s() -> f64 {
    0.0
}
