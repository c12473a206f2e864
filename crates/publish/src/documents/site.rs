//! What every page shares.

use super::context::Context;
use super::diagram;
use model::Flow;
use model::document::{Site, StageName};

/// What every page shares.
pub fn site(cx: &Context) -> Site {
    let alliance = &cx.bundle.alliance;
    let other = cx.lang.beside();
    Site {
        name: cx.text(&alliance.name),
        other_name: (alliance.name.by_lang.get(&other))
            .cloned()
            .unwrap_or_default(),
        stages: (cx.bundle.chain.stages.iter())
            .map(|stage| StageName {
                id: stage.id,
                name: cx.text(&stage.name),
            })
            .collect(),
        flows: (Flow::ALL.into_iter())
            .map(|flow| diagram::kilograms(cx, flow))
            .collect(),
        icp: alliance.icp.clone(),
    }
}
