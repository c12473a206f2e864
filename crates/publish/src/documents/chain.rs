//! The chain and a chosen stage of it.

use super::context::Context;
use super::glossary::Glossary;
use super::{diagram, figures, levers};
use chain::Output;
use content::bundle::{Factor, Flow, FormerValue, LocalState, Stage};
use model::StageId;
use model::document::{ChainPage, FactorText, FormerText, StageDetail, StageSummary};
use model::words::fill;

/// How many articles about a stage are shown, the newest.
const NEWS: usize = 5;
/// How many companies of a stage stand below the picture; the list has them all.
const COMPANIES: usize = 24;

/// The page of the chain, perhaps with a chosen stage.
pub fn chain(cx: &Context, chosen: Option<StageId>) -> ChainPage {
    let chain = &cx.bundle.chain;
    let glossary = Glossary::new(cx);
    ChainPage {
        diagram: diagram::diagram(cx),
        stages: chain
            .stages
            .iter()
            .map(|stage| summary(cx, &glossary, stage))
            .collect(),
        chosen: chosen
            .and_then(|id| cx.bundle.stage(id))
            .map(|stage| detail(cx, stage)),
        // A chosen stage's page has only what describes the stage.
        factors: (chain.factors.iter())
            .filter(|factor| match chosen.and_then(|id| cx.bundle.stage(id)) {
                Some(stage) => stage.factors.contains(&factor.id),
                None => true,
            })
            .map(|factor| {
                let mut marking = glossary.marking();
                let show = |number| factor.unit.show(number, cx.lang).0;
                FactorText {
                    name: marking.mark(&cx.text(&factor.name)),
                    unit: factor.unit.show(factor.default, cx.lang).1.to_owned(),
                    default: show(factor.default),
                    range: if factor.low == factor.high {
                        show(factor.low)
                    } else {
                        format!("{}–{}", show(factor.low), show(factor.high))
                    },
                    assumption: factor.assumption,
                    note: (factor.note.as_ref()).map(|note| marking.mark(&cx.text(note))),
                    source: factor.source.as_ref().map(|id| cx.cite(id)),
                    former: (factor.former.iter())
                        .map(|former| former_text(cx, factor, former))
                        .collect(),
                }
            })
            .collect(),
        levers: levers::levers(cx, chosen.is_none().then_some(&glossary)),
        // Searching leads to any of them on the page of the whole chain.
        terms: match chosen {
            None => glossary.all(),
            Some(_) => glossary.used(),
        },
    }
}

/// A value that has been replaced, and what it was for.
fn former_text(cx: &Context, factor: &Factor, former: &FormerValue) -> FormerText {
    let (value, _) = factor.unit.show(former.value, cx.lang);
    let period = former.period.display(cx.lang);
    FormerText {
        text: fill(cx.words().former, &[&value, &period]),
        source: cx.cite(&former.source),
    }
}

/// The picture alone: of the page of the chain only what the picture needs.
pub fn embed(cx: &Context) -> ChainPage {
    ChainPage {
        stages: Vec::new(),
        factors: Vec::new(),
        terms: Vec::new(),
        levers: levers::levers(cx, None),
        ..chain(cx, None)
    }
}

fn summary(cx: &Context, glossary: &Glossary, stage: &Stage) -> StageSummary {
    let written = |wanted: &dyn Fn(&Flow) -> bool, explained: &dyn Fn(&Flow) -> bool| {
        (cx.bundle.chain.flows.iter())
            .filter(|flow| wanted(flow))
            .map(|flow| carried(cx, flow, explained(flow)))
            .collect::<Vec<String>>()
    };
    // A material is explained once: where it is made or, where it comes from
    // outside, where it goes.
    let mut inputs = written(&|flow| flow.to == Some(stage.id), &|flow| {
        flow.from.is_none()
    });
    let mut outputs = written(&|flow| flow.from == Some(stage.id), &|_| true);
    beyond_the_chain(cx, stage.id, &mut inputs, &mut outputs);
    let mut marking = glossary.marking();
    let mut mark_all = |texts: Vec<String>| texts.iter().map(|text| marking.mark(text)).collect();
    let (inputs, outputs) = (mark_all(inputs), mark_all(outputs));
    StageSummary {
        id: stage.id,
        name: cx.text(&stage.name),
        summary: cx.text(&stage.summary),
        inputs,
        outputs,
        local: stage.local == LocalState::Local,
        local_note: marking.mark(&cx.text(&stage.local_note)),
        capacity: (stage.capacity.as_ref()).and_then(|id| figures::figure(cx, id)),
        company_count: companies(cx, stage.id).count() as u32,
    }
}

/// What comes from nature and the grid, and what goes up the chimney: the
/// picture leaves it out.
fn beyond_the_chain(
    cx: &Context,
    stage: StageId,
    inputs: &mut Vec<String>,
    outputs: &mut Vec<String>,
) {
    let words = diagram::words(cx.lang);
    let balance = cx.balance();
    match stage {
        StageId::Alumina => {
            let bauxite = balance.get(Output::Bauxite);
            inputs.push(line(words.bauxite, &diagram::tonnes(bauxite)));
        }
        StageId::Electrolytic => {
            inputs.push(line(words.electricity, &diagram::electricity(cx)));
            let co2 = balance.get(Output::AnodeCo2);
            outputs.push(line(words.anode_co2, &diagram::tonnes(co2)));
        }
        StageId::Recycled => {
            let dross = balance.get(Output::RemeltDross);
            outputs.push(line(words.melt_loss, &diagram::tonnes(dross)));
        }
        StageId::Anode | StageId::Processing => {}
    }
}

/// What a flow carries: `氧化铝 1.36 t`, with what it is after it.
fn carried(cx: &Context, flow: &Flow, explained: bool) -> String {
    let name = diagram::material(cx, &flow.material);
    let mut carried = line(&name, &diagram::tonnes(cx.balance().flow_t(flow.kind)));
    let material = (cx.bundle.chain.materials.iter())
        .find(|material| explained && material.id == flow.material);
    if let Some(material) = material {
        carried.push_str(diagram::words(cx.lang).explained);
        carried.push_str(&cx.text(&material.summary));
    }
    carried
}

/// `氧化铝 1.36 t`
fn line(name: &str, amount: &str) -> String {
    format!("{name} {amount}")
}

fn detail(cx: &Context, stage: &Stage) -> StageDetail {
    StageDetail {
        id: stage.id,
        sources: cx.cites(&stage.sources),
        companies: companies(cx, stage.id)
            .take(COMPANIES)
            .map(|company| cx.company_row(company))
            .collect(),
        news: (cx.news_of_stage(stage.id).iter())
            .take(NEWS)
            .map(|article| cx.headline(article))
            .collect(),
        projects: (cx.bundle.projects.projects.iter())
            .filter(|project| project.stages.contains(&stage.id))
            .map(|project| cx.project(project))
            .collect(),
    }
}

fn companies<'a>(
    cx: &Context<'a>,
    stage: StageId,
) -> impl Iterator<Item = &'a content::bundle::Company> {
    (cx.bundle.companies.companies.iter()).filter(move |company| company.stages.contains(&stage))
}
