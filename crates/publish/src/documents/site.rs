//! What every page shares.

use super::context::Context;
use super::{diagram, offers, papers};
use content::bundle::Alliance;
use model::Flow;
use model::document::{Filing, Site, StageName};

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
        has_papers: papers::are_advertised(cx),
        filings: filings(alliance),
        has_events: !cx.bundle.events.events.is_empty(),
        has_offers: !offers::open(cx).is_empty(),
    }
}

/// The filings of the site, each linked as its authority asks.
fn filings(alliance: &Alliance) -> Vec<Filing> {
    let icp = alliance.icp.iter().map(|number| Filing {
        number: number.clone(),
        url: "https://beian.miit.gov.cn/".to_owned(),
    });
    let public_security = alliance.public_security.iter().map(|number| {
        let code: String = number.chars().filter(char::is_ascii_digit).collect();
        Filing {
            number: number.clone(),
            url: format!("https://beian.mps.gov.cn/#/query/webSearch?code={code}"),
        }
    });
    icp.chain(public_security).collect()
}
