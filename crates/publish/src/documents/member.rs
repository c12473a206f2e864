//! A company.

use std::cmp::Reverse;

use super::context::Context;
use content::bundle::{Capacity, Company, Project};
use model::StageId;
use model::document::{CapacityText, MemberPage, ProjectText};

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

/// Stages of the chain as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stages(u8);

impl Stages {
    /// The set of these.
    pub fn of(stages: &[StageId]) -> Self {
        Self(stages.iter().fold(0, |set, stage| set | 1 << *stage as u8))
    }

    /// How many are in both.
    fn shared(self, other: Self) -> u32 {
        (self.0 & other.0).count_ones()
    }
}

impl Context<'_> {
    /// A capacity, written out.
    pub fn capacity(&self, capacity: &Capacity) -> CapacityText {
        CapacityText {
            quantity: self.quantity(capacity.value, capacity.unit),
            material: self.text(&capacity.material),
            status: self.words().capacity(capacity.status).to_owned(),
            as_of: self.when(capacity.as_of),
            note: self.noted(capacity.note.as_ref(), capacity.newest_known),
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
