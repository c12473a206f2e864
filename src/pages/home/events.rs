//! The next event and the last one.

use crate::components::{LinkTo, date_tile, event_card, outside, section_heading};
use crate::library::{href, use_words};
use markup::{Markup, Reactive, lazy, markup};
use model::document::EventItem;
use model::routes::Route;

/// The events on the home page; nothing while there are none at all. Which is the next and
/// which the last one changes with the reader's clock: each shows until the one after it.
pub fn events(coming: Vec<EventItem>, last: Vec<EventItem>) -> Option<Markup<Reactive>> {
    let words = &use_words().events;
    if coming.is_empty() && last.is_empty() {
        return None;
    }
    let ends: Vec<u32> = coming.iter().map(|event| event.over).collect();
    let starts: Vec<u32> = std::iter::once(0).chain(ends.iter().copied()).collect();
    let none = outside(ends.last().copied().unwrap_or_default(), u32::MAX);
    // The last one first, then those to come, each once it is over.
    let skipped = usize::from(last.is_empty());
    let lasts: Vec<_> = (last.into_iter().chain(coming.iter().cloned()))
        .zip(starts.iter().skip(skipped))
        .enumerate()
        .map(|(at, (event, from_s))| {
            let until_s = starts.get(at + skipped + 1).copied().unwrap_or(u32::MAX);
            let outside = outside(*from_s, until_s);
            markup! {
                <article class="event-line" hidden={outside}>{lazy(move || last_event(event))}</article>
            }
        })
        .collect();
    let cards: Vec<_> = (coming.into_iter().zip(starts))
        .map(|(event, from_s)| event_card(event, from_s))
        .collect();
    let all = LinkTo::new(href(Route::Events(1)), words.all);
    Some(markup! {
        <section class="section" aria-labelledby="events">
            {section_heading(words.title.into(), Some("events"), Some(all))}
            <div class="home__events">
                <div>
                    <p class="events__none" hidden={none}>{words.none_coming}</p>
                    {cards}
                </div>
                <div>{lasts}</div>
            </div>
        </section>
    })
}

/// The last one, quietly.
fn last_event(event: EventItem) -> Markup {
    let words = &use_words().events;
    markup! {
        <div class="event-card__head">
            {date_tile(event.tile, true)}
            <div>
                <p class="small">{words.last} " · " {event.publisher}</p>
                <h3 class="event-card__title" lang={event.title.lang}>
                    <a href={href(Route::Event(event.id))}>{event.title.text}</a>
                </h3>
                <p class="small">{event.when.text}</p>
            </div>
        </div>
    }
}
