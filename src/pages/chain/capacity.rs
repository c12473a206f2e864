//! What the place can make against what the scenario needs.

use leptos::prelude::*;

use super::amounts::amount;
use super::chain_model::{ChainModel, ShownScenario};
use super::stage::on_stage;
use super::state::use_chain;
use crate::components::{cite, fold};
use crate::library::{follow_visibility, href, use_words};
use chain::Output;
use chain::amount::AmountUnit;
use markup::{Content, Markup, Reactive, markup, reactive};
use model::document::StageSummary;
use model::routes::Route;
use model::words::fill;

/// Every stage's capacity against the need, under a heading that says what is
/// missing.
pub fn capacity_section(stages: &[StageSummary]) -> Markup<Reactive> {
    let words = &use_words().levers;
    let visible = RwSignal::new(true);
    let inside = markup! {
        <div>
            <p class="page__intro">{words.capacity_note}</p>
            {capacity_table(stages.to_vec(), visible)}
        </div>
    };
    let gaps = gaps(stages.to_vec());
    let mut section = fold("capacity", words.capacity, gaps, inside.into());
    section.mounted(move |section| follow_visibility(section, visible));
    section
}

/// What each stage lacks or has to spare, in one line.
fn gaps(stages: Vec<StageSummary>) -> Content<Reactive> {
    let chain = use_chain();
    reactive(move || {
        let model = chain.model();
        let text = chain.settled.with(|shown| {
            let mut text = String::new();
            for stage in stages
                .iter()
                .filter(|stage| stage.capacity.is_some() || !stage.local)
            {
                if !text.is_empty() {
                    text.push_str(" · ");
                }
                text.push_str(&stage.name);
                text.push(' ');
                text.push_str(&gap(
                    &model,
                    shown.balance.get(Output::made_at(stage.id)),
                    stage,
                ));
            }
            text
        });
        markup! { <span>{text}</span> }
    })
}

fn capacity_table(stages: Vec<StageSummary>, visible: RwSignal<bool>) -> Content<Reactive> {
    let chain = use_chain();
    reactive(move || {
        let words = &use_words().levers;
        let model = chain.model();
        let scenario = match visible.get() {
            true => chain.throttled,
            false => chain.settled,
        };
        let rows: Vec<Markup> = scenario.with(|shown| {
            stages
                .iter()
                .map(|stage| row(&model, shown, stage))
                .collect()
        });
        markup! {
            <table class="table table--cards capacity" aria-labelledby="capacity">
                <thead>
                    <tr>
                        <th scope="col">{words.stage}</th>
                        <th scope="col">{words.need}</th>
                        <th scope="col">{words.local}</th>
                        <th scope="col">{words.gap}</th>
                        <th scope="col">{use_words().chain.companies}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    })
}

fn row(model: &ChainModel, shown: &ShownScenario, stage: &StageSummary) -> Markup {
    let words = &use_words().levers;
    let companies = (stage.company_count > 0).then(|| {
        markup! {
            <a href={href(Route::Members(on_stage(stage.id)))}>
                {fill(use_words().chain.company_count, &[&stage.company_count.to_string()])}
            </a>
        }
    });
    let need = shown.balance.get(Output::made_at(stage.id));
    markup! {
        <tr data-stage-row={stage.id.as_str()}>
            <th scope="row">{stage.name.clone()}</th>
            <td data-label={words.need}>{amount(need, AmountUnit::Tonnes)}</td>
            <td data-label={words.local}>{local(stage)}</td>
            <td data-label={words.gap}>
                <strong>{gap(model, need, stage)}</strong>
            </td>
            <td>{companies}</td>
        </tr>
    }
}

/// The capacity with date and source, or that there is none, or none known.
pub fn local(stage: &StageSummary) -> Markup {
    let words = &use_words().levers;
    match &stage.capacity {
        Some(figure) => {
            let figures = &use_words().figures;
            let mut text = String::new();
            if figure.at_least {
                text.push_str(figures.at_least_before);
            }
            text.push_str(&figure.quantity.value);
            text.push('\u{a0}');
            text.push_str(&figure.quantity.unit);
            if figure.at_least {
                text.push_str(figures.at_least_after);
            }
            markup! {
                <span>
                    <span>{text}</span>
                    <small class="capacity__source">
                        <span>{figure.period.clone()} " "</span>
                        {cite(figure.source.clone())}
                    </small>
                </span>
            }
        }
        None if stage.local => markup! { <span class="tag tag--open">{words.unknown}</span> },
        None => markup! { <span class="tag tag--open">{words.none}</span> },
    }
}

/// How much is missing, or to spare, or bought in.
pub fn gap(model: &ChainModel, need: f64, stage: &StageSummary) -> String {
    let words = &use_words().levers;
    let said = |template, tonnes| fill(template, &[&amount(tonnes, AmountUnit::Tonnes)]);
    let mut capacities = model.levers.capacities.iter();
    match capacities.find(|capacity| capacity.stage == stage.id) {
        Some(capacity) => {
            let gap = need - capacity.tonnes;
            // What the reader could not tell from even is even.
            if gap.abs() <= need.max(capacity.tonnes) * 1e-5 {
                words.even.to_owned()
            } else if gap > 0.0 {
                said(words.short, gap)
            } else {
                said(words.spare, -gap)
            }
        }
        None if stage.local => words.unknown.to_owned(),
        None => said(words.bought_in, need),
    }
}
