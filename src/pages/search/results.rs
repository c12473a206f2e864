//! The results, with their filters and the button for more.

use leptos::prelude::*;

use super::events::SearchEvents;
use super::filters::filters;
use super::outcome::{SearchHit, SearchOutcome, SearchProgress};
use crate::components::facet_filter;
use crate::library::use_words;
use markup::{Content, Markup, Reactive, markup, reactive};
use model::words::fill;
use search::Piece;

/// The results. Elements stay where they are while their content changes, and so
/// does the focus.
pub fn results(
    outcome: RwSignal<SearchOutcome>,
    events: SearchEvents,
    path: String,
) -> Markup<Reactive> {
    let states = &use_words().states;
    let words = &use_words().search;
    let failed = move || outcome.read().progress == SearchProgress::Failed;
    let more = move || {
        let outcome = outcome.read();
        outcome.total as usize > outcome.hits.len()
    };
    let label = move || match failed() {
        true => states.retry,
        false => words.more,
    };
    let press = move |_| match outcome.with_untracked(|outcome| outcome.progress) {
        SearchProgress::Failed => events.retry(),
        _ => events.more(),
    };
    let status = reactive(move || {
        let text = outcome.with(status);
        markup! { <p class="filtered__count" role="status" translate="yes">{text}</p> }
    });
    let list = reactive(move || outcome.with(|outcome| filtered(outcome, &path)));
    let label = reactive(move || markup! { <span translate="yes">{label()}</span> });
    markup! {
        <div class="find__found" on:click={move |event| events.choose(&event)}>
            {status}
            {list}
            <p class="find__step" hidden={move || !failed() && !more()}>
                <button class="button" type="button" on:click={press}>{label}</button>
            </p>
        </div>
    }
}

fn status(outcome: &SearchOutcome) -> String {
    let words = &use_words().search;
    match outcome.progress {
        SearchProgress::Idle => String::new(),
        SearchProgress::Searching => words.searching.to_owned(),
        SearchProgress::Done if outcome.total == 0 => words.none.to_owned(),
        SearchProgress::Done => fill(words.count, &[&outcome.total.to_string()]),
        SearchProgress::Failed => words.failed.to_owned(),
    }
}

/// The filters and the list.
fn filtered(outcome: &SearchOutcome, path: &str) -> Markup {
    let words = &use_words().search;
    let idle = outcome.progress == SearchProgress::Idle;
    let facets = match idle {
        true => Vec::new(),
        false => filters(outcome, path),
    };
    markup! {
        <div
            class="filtered"
            translate="yes"
            hidden={idle || outcome.progress == SearchProgress::Failed}
        >
            {facet_filter(words.filter, facets)}
            <div class="filtered__list">
                <h2 class="visually-hidden">{words.results}</h2>
                <ol class="headline-list" role="list">
                    {outcome.hits.iter().map(hit).collect::<Vec<_>>()}
                </ol>
            </div>
        </div>
    }
}

fn hit(hit: &SearchHit) -> Markup {
    markup! {
        <li class="headline-list__item">
            <span class="headline-list__date">{hit.about.clone()}</span>
            <div class="headline-list__text">
                <h3 class="headline-list__title">
                    <a href={hit.href.clone()} lang={hit.title_lang}>{pieces(&hit.title)}</a>
                </h3>
                <p class="headline-list__summary" lang={hit.text_lang}>{pieces(&hit.text)}</p>
            </div>
        </li>
    }
}

/// Every piece is an element, so that each can change by itself.
fn pieces(pieces: &[Piece]) -> Vec<Content> {
    (pieces.iter())
        .map(|piece| {
            let text = piece.text.clone();
            match piece.marked {
                true => markup! { <mark>{text}</mark> },
                false => markup! { <span>{text}</span> },
            }
            .into()
        })
        .collect()
}
