//! The home page.

use super::context::Context;
use super::{diagram, events, figures, papers};
use content::bundle::{Company, LocalState, Stage};
use model::document::{HomePage, StageCompanies};

/// How many articles stand below the founding one.
const NEWS: usize = 6;
/// How many places for companies a stage has.
const COMPANIES: usize = 6;

/// The home page.
pub fn home(cx: &Context) -> HomePage {
    let bundle = cx.bundle;
    let alliance = &bundle.alliance;
    let lead = bundle
        .news
        .iter()
        .find(|article| article.id == alliance.founding.article)
        .expect("a checked bundle has the founding article");
    let [coming, last] = events::at_home(cx);
    HomePage {
        headline: cx.text(&alliance.headline),
        introduction: cx.text(&alliance.introduction),
        diagram: diagram::diagram(cx),
        figures: (bundle.indicators.featured.iter())
            .filter_map(|id| figures::figure(cx, id))
            .collect(),
        lead: cx.headline(lead),
        news: (bundle.news.iter())
            .filter(|article| article.id != lead.id)
            .take(NEWS)
            .map(|article| cx.headline(article))
            .collect(),
        news_count: bundle.news.len() as u32,
        roles: cx.roles(false),
        coming,
        last,
        stages: (bundle.chain.stages.iter())
            .map(|stage| companies_of(cx, stage))
            .collect(),
        confirmed: cx.member_lists().confirmed,
        papers: papers::at_home(cx),
        company_count: bundle.companies.companies.len() as u32,
    }
}

/// A stage and its first companies; a last place that is not enough leads to the others.
fn companies_of(cx: &Context, stage: &Stage) -> StageCompanies {
    let companies = cx.bundle.companies.companies.iter();
    let all: Vec<&Company> = companies
        .filter(|company| company.stages.contains(&stage.id))
        .collect();
    let shown = match all.len() {
        few if few <= COMPANIES => few,
        _ => COMPANIES - 1,
    };
    StageCompanies {
        id: stage.id,
        name: cx.text(&stage.name),
        local: stage.local == LocalState::Local,
        count: all.len() as u32,
        companies: (all.iter().take(shown))
            .map(|company| cx.company_card(company))
            .collect(),
    }
}
