//! Companies, their capacities and projects, written out.

use rustc_hash::FxHashMap;

use super::Context;
use content::bundle::{Capacity, Company, Project, Text};
use model::Lang;
use model::document::{CapacityText, CompanyCard, CompanyName, CompanyRow, Image, ProjectText};

impl Context<'_> {
    /// Links to companies.
    pub fn company_names(&self, ids: &[String]) -> Vec<CompanyName> {
        ids.iter()
            .filter_map(|id| self.company(id))
            .map(|company| self.company_name(company))
            .collect()
    }

    /// A link to a company.
    pub fn company_name(&self, company: &Company) -> CompanyName {
        CompanyName {
            id: company.id.clone(),
            name: self.text(&company.name),
        }
    }

    /// A company in a list.
    pub fn company_row(&self, company: &Company) -> CompanyRow {
        let name =
            |names: &FxHashMap<&str, &Text>, id: &str| names.get(id).map(|text| self.text(text));
        CompanyRow {
            id: company.id.clone(),
            name: self.phrase(&company.name),
            stages: company.stages.clone(),
            products: (company.products.iter())
                .filter_map(|id| name(&self.index.products, id))
                .collect(),
            district: (company.district.as_deref()).and_then(|id| name(&self.index.districts, id)),
            capacity: (company.capacities.first()).map(|capacity| self.capacity(capacity)),
            membership: company.membership.status,
        }
    }

    /// A company in short.
    pub fn company_card(&self, company: &Company) -> CompanyCard {
        let row = self.company_row(company);
        // Wider, it would be too small to be read.
        let fits = |logo: &Image| logo.width * 5 <= logo.height * 8;
        CompanyCard {
            id: row.id,
            name: row.name,
            products: row.products,
            tile: tile(company),
            logo: self.logo(company).filter(fits),
        }
    }

    /// The mark of a company.
    pub fn logo(&self, company: &Company) -> Option<Image> {
        let files = self.index.pictures.get(company.logo.as_deref()?)?;
        Some(files.whole.clone())
    }

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
            pictures: self.pictures(&project.pictures),
            source: self.cite(&project.source),
        }
    }
}

/// The character that editors have chosen for a company, or the first of its short name.
pub fn tile(company: &Company) -> String {
    let name =
        (company.aliases.first()).map_or(company.name.get(Lang::ZhHans).text, String::as_str);
    let first = || name.chars().take(1).collect();
    company.tile.clone().unwrap_or_else(first)
}
