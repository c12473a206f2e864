//! A stage in words: what it is, what goes in and out, what is known locally.

use crate::components::{cite, with_terms};
use crate::library::{href, use_words};
use markup::{Content, Markup, markup};
use model::StageId;
use model::document::{Figure, Span, StageSummary};
use model::routes::{MemberFilter, Route};
use model::words::fill;

/// A stage among the five.
pub fn stage_section(stage: StageSummary) -> Markup {
    let id = format!("stage-{}", stage.id.as_str());
    markup! {
        <section class="chain-stage" id={id}>
            <h3 class="chain-stage__name">
                <a href={href(Route::Chain(Some(stage.id)))}>{stage.name.clone()}</a>
            </h3>
            <p class="chain-stage__summary">{stage.summary.clone()}</p>
            {stage_facts(stage)}
        </section>
    }
}

/// What goes in and out of a stage, and what is known of it locally.
pub fn stage_facts(stage: StageSummary) -> Markup {
    let words = &use_words().chain;
    let companies = (stage.company_count > 0).then(|| {
        markup! {
            <p class="chain-stage__companies">
                <a href={href(Route::Members(on_stage(stage.id)))}>
                    {fill(words.company_count, &[&stage.company_count.to_string()])}
                </a>
            </p>
        }
    });
    let state = (!stage.local).then(|| {
        markup! {
            <span class="tag tag--open">{words.bought_in}</span>
        }
    });
    markup! {
        <dl class="chain-stage__facts">
            {amounts(words.inputs, stage.inputs)}
            {amounts(words.outputs, stage.outputs)}
            <div class="chain-stage__fact chain-stage__fact--wide">
                <dt>{words.locally}</dt>
                <dd>
                    {stage.capacity.map(capacity)}
                    <p>{state} " " {with_terms(stage.local_note)}</p>
                    {companies}
                </dd>
            </div>
        </dl>
    }
}

/// The companies on a stage.
pub fn on_stage(stage: StageId) -> MemberFilter {
    MemberFilter {
        stage: Some(stage),
        ..MemberFilter::default()
    }
}

/// What goes in, or out.
fn amounts(label: &'static str, amounts: Vec<Vec<Span>>) -> Markup {
    let words = &use_words().chain;
    let amounts: Vec<Content> = if amounts.is_empty() {
        vec![words.outside.into()]
    } else {
        amounts.into_iter().map(with_terms).collect()
    };
    markup! {
            <div class="chain-stage__fact">
                <dt>{label}</dt>
                {amounts.into_iter().map(|amount| markup! {
        <dd>{amount}</dd>
    }).collect::<Vec<_>>()}
            </div>
        }
}

/// The local capacity with its date and source.
fn capacity(figure: Figure) -> Markup {
    let words = &use_words().figures;
    let mut value = figure.quantity.value;
    if figure.at_least {
        value.insert_str(0, words.at_least_before);
    }
    let after = if figure.at_least {
        words.at_least_after
    } else {
        ""
    };
    let mut remark = figure.period;
    if let Some(note) = figure.note {
        remark.push_str(words.comma);
        remark.push_str(&note);
    }
    markup! {
        <p class="chain-stage__capacity">
            <a href={href(Route::Figure(figure.id, figure.point))}>{figure.name}</a>
            " "
            <strong>{value} " " {figure.quantity.unit} {after}</strong>
            " "
            <span class="small">{remark} " · " {cite(figure.source)}</span>
        </p>
    }
}
