//! What every page shares.

use super::context::Context;
use super::diagram;
use model::Flow;
use model::document::{LinkName, Site};

/// What every page shares.
pub fn site(cx: &Context) -> Site {
    let alliance = &cx.bundle.alliance;
    let other = cx.lang.beside();
    Site {
        name: cx.text(&alliance.name),
        other_name: (alliance.name.by_lang.get(&other))
            .cloned()
            .unwrap_or_default(),
        links: (cx.bundle.chain.links.iter())
            .map(|link| LinkName {
                id: link.id,
                name: cx.text(&link.name),
            })
            .collect(),
        flows: (Flow::ALL.into_iter())
            .map(|flow| diagram::kilograms(cx, flow))
            .collect(),
        icp: alliance.icp.clone(),
    }
}
