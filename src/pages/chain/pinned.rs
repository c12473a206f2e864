//! What the reader holds on to: its numbers, its capacity, and the way on.

use leptos::prelude::*;

use super::amounts::amount;
use super::capacity::{gap, local, made};
use super::results::result_table;
use super::state::{Chain, Known, Shown};
use crate::library::{href, use_words};
use chain::Quantity;
use chain::amount::AmountUnit;
use chain::view::Pin;
use markup::{Content, Markup, Reactive, markup, reactive};
use model::StageId;
use model::document::StageSummary;
use model::routes::{Route, with_query};
use model::words::fill;
use model::{Flow, flow};

/// What is pinned; nothing while nothing is.
pub fn pinned(chain: Chain, stages: &[StageSummary]) -> Content<Reactive> {
    let stages = stages.to_vec();
    reactive(move || {
        let known = chain.known();
        let pinned = chain.pinned.get();
        let query = chain.query();
        chain.shown.with(|shown| {
            let inside = match pinned {
                None => return markup! { <div class="pinned" hidden=""></div> },
                Some(Pin::Stage(stage)) => {
                    let summary = stages.iter().find(|summary| summary.id == stage);
                    of_stage(&known, shown, stage, summary, &query)
                }
                Some(Pin::Flow(flow)) => of_flow(&known, shown, flow),
            };
            markup! { <div class="pinned">{inside}</div> }
        })
    })
}

fn head(name: &str) -> Markup {
    let words = &use_words().levers;
    markup! {
        <h2 class="pinned__name">{fill(words.pinned, &[name])}</h2>
    }
}

fn of_stage(
    known: &Known,
    shown: &Shown,
    stage: StageId,
    summary: Option<&StageSummary>,
    query: &str,
) -> Markup {
    let words = &use_words().levers;
    let need = shown.balance.get(made(stage));
    let capacity = summary.map(|summary| {
        markup! {
            <>
                {fact(words.need, vec![amount(need, AmountUnit::Tonnes).into()])}
                {fact(words.local, vec![local(summary).into()])}
                {fact(words.gap, vec![gap(known, need, summary).into()])}
            </>
        }
    });
    let flows = |flows: Vec<Flow>| match flows.is_empty() {
        true => vec![words.outside.into()],
        false => flows
            .into_iter()
            .map(|flow| flow_line(known, shown, flow).into())
            .collect::<Vec<Content>>(),
    };
    let on = with_query(&href(Route::Chain(Some(stage))), query);
    markup! {
        <section class="pinned__inside" aria-label={known.stage(stage)}>
            {head(&known.stage(stage))}
            <dl class="pinned__facts">
                {fact(words.into, flows(flow::into(stage).collect()))}
                {fact(words.out_of, flows(flow::out_of(stage).collect()))}
                {capacity}
            </dl>
            <p><a class="pinned__on" href={on}>{words.companies}</a></p>
            <details class="results__stage">
                <summary class="results__name">{words.arises}</summary>
                {result_table(known, shown, Some(stage))}
            </details>
        </section>
    }
}

fn of_flow(known: &Known, shown: &Shown, flow: Flow) -> Markup {
    let words = &use_words().levers;
    let end = |stage: Option<StageId>| match stage {
        Some(stage) => known.stage(stage),
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
            fact(
                name,
                vec![amount(shown.balance.carried(flow, quantity), unit).into()],
            )
        })
        .collect::<Vec<_>>();
    markup! {
        <section class="pinned__inside" aria-label={known.flow(flow)}>
            {head(&known.flow(flow))}
            <dl class="pinned__facts">
                {fact(words.from, vec![end(flow.from()).into()])}
                {fact(words.to, vec![end(flow.to()).into()])}
                {carried}
            </dl>
        </section>
    }
}

/// `氧化铝 1.36 t`
fn flow_line(known: &Known, shown: &Shown, flow: Flow) -> Markup {
    let mut text = known.flow(flow);
    text.push(' ');
    text.push_str(&amount(shown.balance.flow_t(flow), AmountUnit::Tonnes));
    markup! { <span class="pinned__flow">{text}</span> }
}

fn fact(label: &'static str, content: Vec<Content>) -> Markup {
    markup! {
        <div class="pinned__fact">
            <dt>{label}</dt>
            <dd>{content}</dd>
        </div>
    }
}
