//! What the reader holds on to: its numbers, its capacity, and the way on.

use leptos::prelude::*;

use super::amounts::amount;
use super::capacity::{gap, local};
use super::results::stage_results;
use super::stage_balance::stage_in_place;
use super::state::{Chain, use_chain};
use crate::library::use_words;
use chain::amount::AmountUnit;
use chain::view::Pin;
use chain::{Output, Quantity};
use markup::{Content, IntoErasedView, Markup, Reactive, markup, reactive};
use model::Flow;
use model::StageId;
use model::document::StageSummary;
use model::routes::Route;
use model::words::fill;

/// What is pinned; nothing while nothing is.
pub fn pinned(stages: &[StageSummary]) -> Markup<Reactive> {
    let chain = use_chain();
    let stages = stages.to_vec();
    let inside = move || {
        chain.pinned.get().map(|pin| match pin {
            Pin::Stage(stage) => {
                let summary = stages.iter().find(|summary| summary.id == stage);
                of_stage(chain, stage, summary.cloned())
            }
            Pin::Flow(flow) => of_flow(chain, flow),
        })
    };
    markup! {
        <div
            class="pinned"
            hidden={move || chain.pinned.get().is_none()}
            translate="no"
            on:keydown={move |event| if event.key() == "Escape" { chain.pinned.set(None) }}
        >
            {inside.erased()}
        </div>
    }
}

fn head(chain: Chain, name: &str) -> Markup<Reactive> {
    let words = use_words();
    let release = [words.picture.release, words.picture.colon, name].concat();
    markup! {
        <div class="pinned__head">
            <h2 class="pinned__name">{fill(words.levers.pinned, &[name])}</h2>
            <button
                type="button"
                class="button button--quiet"
                on:click={move |_| chain.pinned.set(None)}
            >
                {release}
            </button>
        </div>
    }
}

fn of_stage(chain: Chain, stage: StageId, summary: Option<StageSummary>) -> Markup<Reactive> {
    let words = &use_words().levers;
    let name = chain.model().stage(stage);
    let facts = reactive(move || {
        let model = chain.model();
        chain.throttled.with(|shown| {
            let need = shown.balance.get(Output::made_at(stage));
            let capacity = summary.as_ref().map(|summary| {
                markup! {
                    <>
                        {fact(words.need, vec![amount(need, AmountUnit::Tonnes).into()])}
                        {fact(words.local, vec![local(summary).into()])}
                        {fact(words.gap, vec![gap(&model, need, summary).into()])}
                    </>
                }
            });
            markup! {
                <div>
                    {stage_in_place(&model, shown, stage)}
                    <dl class="pinned__facts">{capacity}</dl>
                </div>
            }
        })
    });
    let on = chain.href(Route::Chain(Some(stage)));
    markup! {
        <section class="pinned__inside" aria-label={name.clone()}>
            {head(chain, &name)}
            {facts}
            <p><a class="pinned__on" href={on}>{words.companies}</a></p>
            {stage_results(stage, words.arises.to_owned(), RwSignal::new(true))}
        </section>
    }
}

fn of_flow(chain: Chain, flow: Flow) -> Markup<Reactive> {
    let words = &use_words().levers;
    let name = chain.model().flow(flow);
    let facts = reactive(move || {
        let model = chain.model();
        let end = |stage: Option<StageId>| match stage {
            Some(stage) => model.stage(stage),
            None => words.outside.to_owned(),
        };
        let carried = Quantity::ALL
            .into_iter()
            .zip(words.quantities)
            .map(|(quantity, name)| {
                let unit = match quantity {
                    Quantity::Mass => AmountUnit::Tonnes,
                    Quantity::Electricity => AmountUnit::KilowattHours,
                    Quantity::Co2 => AmountUnit::TonnesCo2,
                };
                let carried = chain
                    .throttled
                    .with(|shown| shown.balance.carried(flow, quantity));
                fact(name, vec![amount(carried, unit).into()])
            })
            .collect::<Vec<_>>();
        markup! {
            <dl class="pinned__facts">
                {fact(words.from, vec![end(flow.from()).into()])}
                {fact(words.to, vec![end(flow.to()).into()])}
                {carried}
            </dl>
        }
    });
    markup! {
        <section class="pinned__inside" aria-label={name.clone()}>
            {head(chain, &name)}
            {facts}
        </section>
    }
}

fn fact(label: &'static str, content: Vec<Content>) -> Markup {
    markup! {
        <div class="pinned__fact">
            <dt>{label}</dt>
            <dd>{content}</dd>
        </div>
    }
}
