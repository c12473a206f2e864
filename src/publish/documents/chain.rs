//! The chain and a chosen link of it.

use super::context::Context;
use super::{diagram, figures};
use crate::content::LinkId;
use crate::content::bundle::{Link, LocalState};
use crate::library::document::{ChainPage, FactorText, LinkDetail, LinkSummary};

/// How many articles about a link are shown, the newest.
const NEWS: usize = 5;

/// The page of the chain, perhaps with a chosen link.
pub fn chain(cx: &Context, chosen: Option<LinkId>) -> ChainPage {
    let chain = &cx.bundle.chain;
    ChainPage {
        diagram: diagram::diagram(cx),
        links: chain.links.iter().map(|link| summary(cx, link)).collect(),
        chosen: chosen
            .and_then(|id| cx.bundle.link(id))
            .map(|link| detail(cx, link)),
        factors: (chain.factors.iter())
            .map(|factor| {
                let show = |number| factor.unit.show(number, cx.lang).0;
                FactorText {
                    name: cx.text(&factor.name),
                    unit: factor.unit.show(factor.default, cx.lang).1.to_owned(),
                    default: show(factor.default),
                    range: format!("{}–{}", show(factor.low), show(factor.high)),
                    assumption: factor.assumption,
                    links: (chain.links.iter())
                        .filter(|link| link.factors.contains(&factor.id))
                        .map(|link| link.id)
                        .collect(),
                    note: cx.optional(factor.note.as_ref()),
                    source: factor.source.as_ref().map(|id| cx.cite(id)),
                }
            })
            .collect(),
    }
}

fn summary(cx: &Context, link: &Link) -> LinkSummary {
    let name = |material: &str| {
        (cx.bundle.chain.materials.iter())
            .find(|known| known.id == material)
            .map(|known| cx.text(&known.name))
    };
    let flows = |here: fn(&crate::content::bundle::Flow) -> Option<LinkId>| -> Vec<String> {
        (cx.bundle.chain.flows.iter())
            .filter(|flow| here(flow) == Some(link.id))
            .filter_map(|flow| name(&flow.material))
            .collect()
    };
    LinkSummary {
        id: link.id,
        name: cx.text(&link.name),
        summary: cx.text(&link.summary),
        inputs: flows(|flow| flow.to),
        outputs: flows(|flow| flow.from),
        local: link.local == LocalState::Local,
        local_note: cx.text(&link.local_note),
        capacity: (link.capacity.as_ref()).and_then(|id| figures::figure(cx, id)),
        company_count: companies(cx, link.id).count() as u32,
    }
}

fn detail(cx: &Context, link: &Link) -> LinkDetail {
    LinkDetail {
        id: link.id,
        sources: cx.cites(&link.sources),
        companies: companies(cx, link.id)
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
) -> impl Iterator<Item = &'a crate::content::bundle::Company> {
    (cx.bundle.companies.companies.iter()).filter(move |company| company.links.contains(&link))
}
