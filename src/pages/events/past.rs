//! Events that are over, each a line with the way to what was reported of it.

use crate::components::{event_place, event_tags, is_over};
use crate::library::{href, use_words};
use markup::{Markup, Reactive, lazy, markup};
use model::document::EventItem;
use model::routes::Route;

/// Those that were over on the day of publishing.
pub fn past_events(past: Vec<EventItem>) -> Markup {
    let words = &use_words().events;
    let note = match past.is_empty() {
        true => words.none_past,
        false => words.not_ours,
    };
    let rows = past.into_iter().map(|event| {
        markup! {
            <li>{row(event)}</li>
        }
    });
    markup! {
        <div>
            <ul class="past-events" role="list">{rows.collect::<Vec<_>>()}</ul>
            <p class="past-events__note small">{note}</p>
        </div>
    }
}

/// Those that were still to come then: each shows once it is over.
pub fn past_since(coming: &[EventItem]) -> Option<Markup<Reactive>> {
    let earliest = coming.iter().map(|event| event.over).min()?;
    let none = is_over(earliest);
    let rows = coming.iter().rev().cloned().map(|event| {
        let over = is_over(event.over);
        markup! {
            <li hidden={move || !over()}>{lazy(move || row(event))}</li>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    Some(markup! {
        <ul class="past-events" role="list" hidden={move || !none()}>{rows}</ul>
    })
}

fn row(event: EventItem) -> Markup {
    let words = &use_words().events;
    let report = event.article.clone().map(|id| {
        // Several stand on a page: each says of what.
        let label = [words.report, &event.title.text].join(" ");
        markup! {
            <a href={href(Route::Article(id))} aria-label={label}>{words.report}</a>
        }
    });
    // What kind of event it was its name says; that it was called off, nothing else.
    let tags = event.cancelled.then(|| event_tags(&event));
    let place = event_place(&event, true);
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
            <p class="past-event__place">{place}</p>
            <p class="past-event__report">
                {report}
                " "
                <span class="small past-event__source">{event.publisher}</span>
            </p>
        </div>
    }
}
