//! Events: what is to come, what was, and the calendar of all of it.

use crate::components::{
    LinkTo, event_card, event_tags, outside, page_heading, pagination, section_heading,
};
use crate::library::{href, use_words};
use markup::{Markup, Reactive, lazy, markup};
use model::document;
use model::document::EventItem;
use model::routes::Route;

/// The list of events.
pub fn events_page(page: document::EventsPage) -> Markup<Reactive> {
    let words = &use_words().events;
    let document::EventsPage {
        coming,
        past,
        page,
        pages,
        calendar,
    } = page;
    let note = match past.is_empty() {
        true => words.none_past,
        false => words.not_ours,
    };
    let nothing = coming.is_empty() && past.is_empty();
    // Those that were still to come on the day of publishing: each shows once it is over.
    let since = coming.iter().rev().map(|event| (event.over, event.clone()));
    let rows: Vec<_> = since
        .chain(past.into_iter().map(|event| (0, event)))
        .map(row)
        .collect();
    let coming = (page == 1).then(|| to_come(coming, (!nothing).then_some(calendar)));
    markup! {
        <div class="events page wrap">
            {page_heading(words.title.into(), None)}
            <p class="page__intro">{words.intro}</p>
            {coming}
            <section class="section" aria-labelledby="past">
                {section_heading(words.past.into(), Some("past"), None)}
                <ul class="past-events" role="list">{rows}</ul>
                <p class="past-events__note small">{note}</p>
                {pagination(page, pages, &|page| href(Route::Events(page)))}
            </section>
        </div>
    }
}

/// What is to come, soonest first.
fn to_come(coming: Vec<EventItem>, calendar: Option<String>) -> Markup<Reactive> {
    let words = &use_words().events;
    let subscribe = calendar.map(|address| LinkTo::new(address, words.subscribe));
    let last = coming.iter().map(|event| event.over).max();
    let none = outside(last.unwrap_or_default(), u32::MAX);
    let cards = coming.into_iter().map(|event| event_card(event, 0));
    markup! {
        <section class="section" aria-labelledby="coming">
            {section_heading(words.coming.into(), Some("coming"), subscribe)}
            <p class="events__none" hidden={none}>{words.none_coming}</p>
            <div class="events__cards">{cards.collect::<Vec<_>>()}</div>
        </section>
    }
}

/// An event that is over, with the way to what was reported of it; shown from an instant.
fn row((from_s, event): (u32, EventItem)) -> Markup<Reactive> {
    let outside = outside(from_s, u32::MAX);
    markup! {
        <li hidden={outside}>{lazy(move || inside(event))}</li>
    }
}

fn inside(event: EventItem) -> Markup {
    let words = &use_words().events;
    let report = event.article.map(|id| {
        // Several stand on a page: each says of what.
        let label = [words.report, &event.title.text].join(" ");
        markup! {
            <a href={href(Route::Article(id))} aria-label={label}>{words.report}</a>
        }
    });
    // What kind of event it was its name says; that it was called off, nothing else.
    let tags = (event.tags.len() > 1).then(|| event_tags(event.tags));
    let place = match event.place {
        Some(place) => markup! { <p class="past-event__place" lang={place.lang}>{place.text}</p> },
        None => markup! {
            <p class="past-event__place">
                <span class="tag tag--open">{words.unstated}</span>
            </p>
        },
    };
    markup! {
        <div class="past-event">
            <p class="past-event__date">
                <time datetime={event.when.iso}>{event.when.text}</time>
            </p>
            <div>
                <h3 class="past-event__title" lang={event.title.lang}>
                    <a href={href(Route::Event(event.id))}>{event.title.text}</a>
                </h3>
                {tags}
                <p class="past-event__note" lang={event.summary.lang}>{event.summary.text}</p>
            </div>
            {place}
            <p class="past-event__report">
                {report}
                " "
                <span class="small past-event__source">{event.publisher}</span>
            </p>
        </div>
    }
}
