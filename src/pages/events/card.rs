//! An event to come, with what one needs to know before one goes.

use crate::components::{
    calendar_link, date_tile, event_fact, event_place, event_tags, event_time, is_over, phrase,
};
use crate::library::{href, use_words};
use markup::{Markup, Reactive, lazy, markup};
use model::document::EventItem;
use model::routes::Route;

/// An event to come; gone once it is over.
pub fn card(event: EventItem) -> Markup<Reactive> {
    let over = is_over(event.over);
    markup! {
        <article class="event-card" hidden={over}>{lazy(move || inside(event))}</article>
    }
}

fn inside(event: EventItem) -> Markup {
    let words = &use_words().events;
    let address = href(Route::Event(event.id.clone()));
    let facts = [
        Some(event_fact(words.time, event_time(&event))),
        Some(event_fact(words.place, event_place(&event, false))),
        (event.organiser.clone()).map(|text| event_fact(words.organiser, phrase(text))),
        (event.registration.clone()).map(|text| event_fact(words.registration, phrase(text))),
    ];
    // Several stand on a page: each says what it leads to.
    let label = [words.details, &event.title.text].join(" ");
    let calendar = (!event.cancelled).then(|| calendar_link(&event));
    markup! {
        <div class="event-card__inside">
            <div class="event-card__head">
                {date_tile(event.tile.clone(), false)}
                <div>
                    {event_tags(&event)}
                    <h3 class="event-card__title" lang={event.title.lang}>
                        <a href={address.clone()}>{event.title.text.clone()}</a>
                    </h3>
                </div>
            </div>
            <dl class="event-card__facts">{facts.into_iter().flatten().collect::<Vec<_>>()}</dl>
            <p class="event-card__ways">
                {calendar.flatten()}
                <a class="event-card__more" href={address} aria-label={label}>{words.details}</a>
            </p>
        </div>
    }
}
