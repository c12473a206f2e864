//! The chain and a chosen link of it.

use super::context::Context;
use super::glossary::Glossary;
use super::{diagram, figures, levers};
use chain::Output;
use content::bundle::{Flow, Link, LocalState};
use model::LinkId;
use model::document::{ChainPage, FactorText, LinkDetail, LinkSummary};

/// How many articles about a link are shown, the newest.
const NEWS: usize = 5;
/// How many companies of a link stand below the picture; the list has them all.
const COMPANIES: usize = 24;

/// The page of the chain, perhaps with a chosen link.
pub fn chain(cx: &Context, chosen: Option<LinkId>) -> ChainPage {
    let chain = &cx.bundle.chain;
    let glossary = Glossary::new(cx);
    ChainPage {
        diagram: diagram::diagram(cx),
        links: chain
            .links
            .iter()
            .map(|link| summary(cx, &glossary, link))
            .collect(),
        chosen: chosen
            .and_then(|id| cx.bundle.link(id))
            .map(|link| detail(cx, link)),
        // A chosen link's page has only what describes the link.
        factors: (chain.factors.iter())
            .filter(|factor| match chosen.and_then(|id| cx.bundle.link(id)) {
                Some(link) => link.factors.contains(&factor.id),
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
                    links: (chain.links.iter())
                        .filter(|link| link.factors.contains(&factor.id))
                        .map(|link| link.id)
                        .collect(),
                    note: (factor.note.as_ref()).map(|note| marking.mark(&cx.text(note))),
                    source: factor.source.as_ref().map(|id| cx.cite(id)),
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

/// The picture alone: of the page of the chain only what the picture needs.
pub fn embed(cx: &Context) -> ChainPage {
    ChainPage {
        links: Vec::new(),
        factors: Vec::new(),
        terms: Vec::new(),
        levers: levers::levers(cx, None),
        ..chain(cx, None)
    }
}

fn summary(cx: &Context, glossary: &Glossary, link: &Link) -> LinkSummary {
    let written = |wanted: &dyn Fn(&Flow) -> bool, explained: &dyn Fn(&Flow) -> bool| {
        (cx.bundle.chain.flows.iter())
            .filter(|flow| wanted(flow))
            .map(|flow| carried(cx, flow, explained(flow)))
            .collect::<Vec<String>>()
    };
    // A material is explained once: where it is made or, where it comes from
    // outside, where it goes.
    let mut inputs = written(&|flow| flow.to == Some(link.id), &|flow| {
        flow.from.is_none()
    });
    let mut outputs = written(&|flow| flow.from == Some(link.id), &|_| true);
    beyond_the_chain(cx, link.id, &mut inputs, &mut outputs);
    let mut marking = glossary.marking();
    let mut mark_all = |texts: Vec<String>| texts.iter().map(|text| marking.mark(text)).collect();
    let (inputs, outputs) = (mark_all(inputs), mark_all(outputs));
    LinkSummary {
        id: link.id,
        name: cx.text(&link.name),
        summary: cx.text(&link.summary),
        inputs,
        outputs,
        local: link.local == LocalState::Local,
        local_note: marking.mark(&cx.text(&link.local_note)),
        capacity: (link.capacity.as_ref()).and_then(|id| figures::figure(cx, id)),
        company_count: companies(cx, link.id).count() as u32,
    }
}

/// What comes from nature and the grid, and what goes up the chimney: the
/// picture leaves it out.
fn beyond_the_chain(
    cx: &Context,
    link: LinkId,
    inputs: &mut Vec<String>,
    outputs: &mut Vec<String>,
) {
    let words = diagram::words(cx.lang);
    let balance = cx.balance();
    match link {
        LinkId::Alumina => {
            let bauxite = balance.get(Output::Bauxite);
            inputs.push(line(words.bauxite, &diagram::tonnes(bauxite)));
        }
        LinkId::Electrolytic => {
            inputs.push(line(words.electricity, &diagram::electricity(cx)));
            let co2 = balance.get(Output::AnodeCo2);
            outputs.push(line(words.anode_co2, &diagram::tonnes(co2)));
        }
        LinkId::Recycled => {
            let dross = balance.get(Output::RemeltDross);
            outputs.push(line(words.melt_loss, &diagram::tonnes(dross)));
        }
        LinkId::Anode | LinkId::Processing => {}
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

fn detail(cx: &Context, link: &Link) -> LinkDetail {
    LinkDetail {
        id: link.id,
        sources: cx.cites(&link.sources),
        companies: companies(cx, link.id)
            .take(COMPANIES)
            .map(|company| cx.company_row(company))
            .collect(),
        news: (cx.news_of_link(link.id).iter())
            .take(NEWS)
            .map(|article| cx.headline(article))
            .collect(),
        projects: (cx.bundle.projects.projects.iter())
            .filter(|project| project.links.contains(&link.id))
            .map(|project| cx.project(project))
            .collect(),
    }
}

fn companies<'a>(
    cx: &Context<'a>,
    link: LinkId,
) -> impl Iterator<Item = &'a content::bundle::Company> {
    (cx.bundle.companies.companies.iter()).filter(move |company| company.links.contains(&link))
}
