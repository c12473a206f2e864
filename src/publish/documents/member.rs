//! A company.

use rayon::prelude::*;

use super::context::Context;
use crate::content::bundle::{Capacity, Company, Project};
use crate::library::document::{CapacityText, MemberPage, ProjectText};

/// How many articles about it are shown, the newest.
const NEWS: usize = 10;
/// How many others on the same links are named.
const NEIGHBOURS: usize = 8;

/// Every company and its page.
pub fn members<'a>(cx: &Context<'a>) -> Vec<(&'a Company, MemberPage)> {
    (cx.bundle.companies.companies.par_iter())
        .map(|company| (company, member(cx, company)))
        .collect()
}

/// The page of a company.
pub fn member(cx: &Context, company: &Company) -> MemberPage {
    MemberPage {
        row: cx.company_row(company),
        summary: cx.phrase(&company.summary),
        note: company.note.as_ref().map(|note| cx.phrase(note)),
        capacities: (company.capacities.iter())
            .map(|capacity| cx.capacity(capacity))
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

/// Others on the same links, those that share most first.
fn neighbours<'a>(cx: &Context<'a>, company: &Company) -> Vec<&'a Company> {
    let shared = |other: &Company| {
        (other.links.iter())
            .filter(|link| company.links.contains(link))
            .count()
    };
    let mut others: Vec<&Company> = (cx.bundle.companies.companies.iter())
        .filter(|other| other.id != company.id && shared(other) > 0)
        .collect();
    others.sort_by_cached_key(|other| std::cmp::Reverse(shared(other)));
    others.truncate(NEIGHBOURS);
    others
}

impl Context<'_> {
    /// A capacity, written out.
    pub fn capacity(&self, capacity: &Capacity) -> CapacityText {
        CapacityText {
            quantity: self.quantity(capacity.value, capacity.unit),
            material: self.text(&capacity.material),
            status: self.words().capacity(capacity.status).to_owned(),
            as_of: self.when(capacity.as_of),
            note: self.optional(capacity.note.as_ref()),
            source: self.cite(&capacity.source),
        }
    }

    /// A project, written out.
    pub fn project(&self, project: &Project) -> ProjectText {
        ProjectText {
            name: self.phrase(&project.name),
            summary: self.phrase(&project.summary),
            status: self.words().project(project.status).to_owned(),
            as_of: self.when(project.as_of),
            investment: project
                .investment
                .as_ref()
                .map(|amount| self.amount(amount)),
            source: self.cite(&project.source),
        }
    }
}
