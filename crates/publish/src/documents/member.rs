//! A company.

use std::cmp::Reverse;

use super::contacts::of_company;
use super::context::{Context, tile};
use super::stages::Stages;
use content::bundle::Company;
use model::document::MemberPage;

/// How many articles about it are shown, the newest.
const NEWS: usize = 10;
/// How many others on the same stages are named.
const NEIGHBOURS: usize = 8;

/// The page of a company.
pub fn member(cx: &Context, company: &Company) -> MemberPage {
    MemberPage {
        row: cx.company_row(company),
        summary: cx.phrase(&company.summary),
        note: company.note.as_ref().map(|note| cx.phrase(note)),
        capacities: (company.capacities.iter())
            .map(|capacity| cx.capacity(capacity))
            .collect(),
        tile: tile(company),
        logo: cx.logo(company),
        photos: cx.pictures(&company.photos),
        papers: cx.papers(&company.papers),
        contacts: (company.contacts.iter())
            .map(|contact| of_company(cx, contact))
            .collect(),
        role: cx.optional(company.membership.role.as_ref()),
        projects: (cx.bundle.projects.projects.iter())
            .filter(|project| project.companies.contains(&company.id))
            .map(|project| cx.project(project))
            .collect(),
        news: (cx.news_of_company(&company.id).iter())
            .take(NEWS)
            .map(|article| cx.headline(article))
            .collect(),
        neighbours: (neighbours(cx, company).into_iter())
            .map(|company| cx.company_name(company))
            .collect(),
        sources: cx.cites(&company.sources),
        last_verified: cx.when(company.last_verified),
    }
}

/// Others on the same stages, those that share most first; of those that share
/// as many, in the order of the bundle.
fn neighbours<'a>(cx: &Context<'a>, company: &Company) -> Vec<&'a Company> {
    let own = Stages::of(&company.stages);
    // Of those on the same stages as others before them, no more than fit are
    // looked at: two thousand may lie on one.
    let mut nearest: Vec<(Reverse<u32>, u32)> = Vec::new();
    for (stages, places) in cx.companies_by_stages() {
        let shared = Reverse(stages.shared(own));
        if shared.0 > 0 {
            // Itself may be among them.
            let places = places.iter().take(NEIGHBOURS + 1);
            nearest.extend(places.map(|place| (shared, *place)));
        }
    }
    nearest.sort_unstable();
    (nearest.into_iter())
        .map(|(_, place)| &cx.bundle.companies.companies[place as usize])
        .filter(|other| other.id != company.id)
        .take(NEIGHBOURS)
        .collect()
}
