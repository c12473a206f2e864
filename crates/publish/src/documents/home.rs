//! The home page.

use super::context::Context;
use super::{diagram, figures};
use content::bundle::Company;
use model::StageId;
use model::document::HomePage;

/// How many articles stand below the founding one.
const NEWS: usize = 4;
/// How many companies are shown.
const COMPANIES: usize = 8;

/// The home page.
pub fn home(cx: &Context) -> HomePage {
    let bundle = cx.bundle;
    let alliance = &bundle.alliance;
    let lead = bundle
        .news
        .iter()
        .find(|article| article.id == alliance.founding.article)
        .expect("a checked bundle has the founding article");
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
        companies: (spread(&bundle.companies.companies).into_iter())
            .map(|company| cx.company_row(company))
            .collect(),
        company_count: bundle.companies.companies.len() as u32,
    }
}

/// A few companies, taken from the stages in turn.
fn spread(companies: &[Company]) -> Vec<&Company> {
    let mut queues = StageId::ALL.map(|stage| {
        companies
            .iter()
            .filter(move |company| company.stages.contains(&stage))
    });
    let mut chosen: Vec<&Company> = Vec::with_capacity(COMPANIES);
    loop {
        let before = chosen.len();
        for queue in &mut queues {
            let fresh = queue.find(|company| chosen.iter().all(|other| other.id != company.id));
            chosen.extend(fresh);
            if chosen.len() == COMPANIES {
                return chosen;
            }
        }
        if chosen.len() == before {
            return chosen;
        }
    }
}
