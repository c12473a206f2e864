//! The next event and the last one.

use crate::components::{
    LinkTo, calendar_link, date_tile, event_tags, event_time, is_over, section_heading,
};
use crate::library::{href, use_words};
use markup::{Markup, Reactive, lazy, markup};
use model::document::{EventItem, HomeEvents};
use model::routes::Route;

/// The events on the home page; nothing while there are none at all.
pub fn events(events: HomeEvents) -> Option<Markup<Reactive>> {
    let words = &use_words().events;
    let HomeEvents { coming, last } = events;
    if coming.is_empty() && last.is_none() {
        return None;
    }
    let over: Vec<_> = coming.iter().map(|event| is_over(event.over)).collect();
    // The first that is not over, and the last that is; both by the reader's clock.
    let next = {
        let over = over.clone();
        move || over.iter().position(|over| !over()).unwrap_or(over.len())
    };
    let lately = move || over.iter().rposition(|over| over());
    let none = {
        let (next, count) = (next.clone(), coming.len());
        move || next() < count
    };
    let nexts = (coming.iter().cloned().enumerate()).map(|(place, event)| {
        let next = next.clone();
        markup! {
            <div class="home__next" hidden={move || next() != place}>
                {lazy(move || next_event(event))}
            </div>
        }
    });
    let nexts = nexts.collect::<Vec<_>>();
    let lasts = last.into_iter().map(|event| (None, event));
    let lasts = lasts.chain((coming.into_iter().enumerate()).map(|(at, event)| (Some(at), event)));
    let lasts = lasts.map(|(place, event)| {
        let lately = lately.clone();
        markup! {
            <div hidden={move || lately() != place}>{lazy(move || last_event(event))}</div>
        }
    });
    let lasts = lasts.collect::<Vec<_>>();
    let all = LinkTo::new(href(Route::Events(1)), words.all);
    Some(markup! {
        <section class="section" aria-labelledby="events">
            {section_heading(words.title.into(), Some("events"), Some(all))}
            <div class="home__events">
                <div>
                    <p class="home__no-event" hidden={none}>{words.none_coming}</p>
                    {nexts}
                </div>
                <div>{lasts}</div>
            </div>
        </section>
    })
}

/// The next one, with the way into the reader's calendar.
fn next_event(event: EventItem) -> Markup {
    let words = &use_words().events;
    let address = href(Route::Event(event.id.clone()));
    let place = event.place.clone().map(|place| {
        markup! {
            <span lang={place.lang}>" · " {place.text}</span>
        }
    });
    let calendar = calendar_link(&event);
    markup! {
        <article class="event-line event-line--next">
            {date_tile(event.tile.clone(), false)}
            <div class="event-line__text">
                {event_tags(&event)}
                <h3 class="event-line__title" lang={event.title.lang}>
                    <a href={address.clone()}>{event.title.text.clone()}</a>
                </h3>
                <p class="event-line__where">{event_time(&event)} {place}</p>
            </div>
            <p class="event-card__ways">
                {calendar}
                <a class="event-card__more" href={address}>{words.details}</a>
            </p>
        </article>
    }
}

/// The last one, quietly.
fn last_event(event: EventItem) -> Markup {
    let words = &use_words().events;
    let place = event.place.clone().map(|place| {
        markup! {
            <span lang={place.lang}>" · " {place.text}</span>
        }
    });
    let when = event_time(&event);
    markup! {
        <article class="event-line event-line--last">
            {date_tile(event.tile, true)}
            <div class="event-line__text">
                <p class="small">{words.last} " · " {event.publisher}</p>
                <h3 class="event-line__title" lang={event.title.lang}>
                    <a href={href(Route::Event(event.id))}>{event.title.text}</a>
                </h3>
                <p class="event-line__where">{when} {place}</p>
            </div>
        </article>
    }
}
