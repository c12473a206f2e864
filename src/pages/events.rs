//! Events: what is to come, what was, and the calendar of all of it.

mod card;
mod past;

use crate::components::{LinkTo, is_over, page_heading, pagination, section_heading};
use crate::library::{href, use_words};
use card::card;
use markup::{Markup, Reactive, lazy, markup};
use model::document;
use model::document::EventItem;
use model::routes::Route;
use past::{past_events, past_since};

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
    let nothing = coming.is_empty() && past.is_empty();
    let since = past_since(&coming);
    let coming = (page == 1).then(|| to_come(coming, (!nothing).then_some(calendar)));
    markup! {
        <div class="events page wrap">
            {page_heading(words.title.into(), None)}
            <p class="page__intro">{words.intro}</p>
            {coming}
            <section class="section" aria-labelledby="past">
                {section_heading(words.past.into(), Some("past"), None)}
                {since}
                {lazy(move || past_events(past))}
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
    let over = is_over(last.unwrap_or_default());
    let none = last.is_none();
    markup! {
        <section class="section" aria-labelledby="coming">
            {section_heading(words.coming.into(), Some("coming"), subscribe)}
            <p class="events__none" hidden={move || !none && !over()}>{words.none_coming}</p>
            <div class="events__cards">{coming.into_iter().map(card).collect::<Vec<_>>()}</div>
        </section>
    }
}
