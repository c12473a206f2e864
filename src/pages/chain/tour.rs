//! A tour of the loop in six steps, a sentence each. Without the app the list of
//! the stages says the same.

use leptos::prelude::*;

use super::state::{Chain, use_chain};
use crate::library::use_words;
use chain::view::Pin;
use markup::{IntoErasedView, Markup, Reactive, markup};
use model::document::StageSummary;
use model::words::fill;
use model::{Flow, StageId};

/// Where the tour goes, in the order of the metal.
const STEPS: [Pin; 6] = [
    Pin::Stage(StageId::Alumina),
    Pin::Stage(StageId::Anode),
    Pin::Stage(StageId::Electrolytic),
    Pin::Stage(StageId::Processing),
    Pin::Stage(StageId::Recycled),
    Pin::Flow(Flow::Recycled),
];

/// What begins the tour.
pub fn tour_button() -> Markup<Reactive> {
    let chain = use_chain();
    markup! {
        <button
            type="button"
            class="button button--quiet levers__reset"
            aria-expanded={move || Some(if chain.step.get().is_some() { "true" } else { "false" })}
            on:click={move |_| go(chain, Some(0))}
        >
            {use_words().levers.tour}
        </button>
    }
}

/// The step that the reader is at; nothing where no tour goes on.
pub fn tour(stages: &[StageSummary]) -> Markup<Reactive> {
    let chain = use_chain();
    let sentences: Vec<String> = (STEPS.into_iter())
        .map(|pin| match pin {
            Pin::Stage(stage) => (stages.iter().find(|summary| summary.id == stage))
                .map_or_else(String::new, |summary| summary.summary.clone()),
            Pin::Flow(_) => use_words().levers.loop_closes.to_owned(),
        })
        .collect();
    let inside = move || {
        let step = chain.step.get()?;
        let words = &use_words().levers;
        let place = fill(
            words.tour_step,
            &[&(step + 1).to_string(), &STEPS.len().to_string()],
        );
        let next = (step + 1 < STEPS.len()).then_some(step + 1);
        let before = step.checked_sub(1);
        let button = move |to: Option<usize>, name: &'static str| {
            to.map(|to| {
                markup! {
                    <button
                        type="button"
                        class="button button--quiet"
                        on:click={move |_| go(chain, Some(to))}
                    >
                        {name}
                    </button>
                }
            })
        };
        Some(markup! {
            <section class="tour__inside" aria-label={words.tour}>
                <p role="status"><strong>{place}</strong> " " {sentences[step].clone()}</p>
                <p class="tour__ways">
                    {button(next, words.next)}
                    {button(before, words.before)}
                    <button type="button" class="button button--quiet" on:click={move |_| go(chain, None)}>
                        {words.end}
                    </button>
                </p>
            </section>
        })
    };
    markup! { <div class="tour">{inside.erased()}</div> }
}

/// To a step, which the picture then holds on to; or to the end.
fn go(chain: Chain, step: Option<usize>) {
    chain.step.set(step);
    chain.pinned.set(step.map(|step| STEPS[step]));
}
