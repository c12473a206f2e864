//! Every company, with each of its capacities.

use serde::Serialize;

use super::{Both, DataError, From, licence, owned, write_csv, write_json};
use content::bundle::{Bundle, Capacity, CapacityStatus, Company};
use model::{Lang, MembershipStatus};

#[derive(Serialize)]
struct Companies<'a> {
    licence: Both<'static>,
    companies: Vec<CompanyRecord<'a>>,
}

#[derive(Serialize)]
struct CompanyRecord<'a> {
    id: &'a str,
    name: Both<'a>,
    stages: Vec<&'static str>,
    products: Vec<Both<'a>>,
    district: Both<'a>,
    summary: Both<'a>,
    membership: &'static str,
    capacities: Vec<CapacityRecord<'a>>,
    note: Both<'a>,
    sources: Vec<From<'a>>,
    last_verified: String,
}

#[derive(Serialize)]
struct CapacityRecord<'a> {
    value: String,
    unit: &'static str,
    value_en: String,
    unit_en: &'static str,
    material: Both<'a>,
    status: &'static str,
    as_of: String,
    note: Both<'a>,
    source: From<'a>,
}

impl<'a> CapacityRecord<'a> {
    fn new(bundle: &'a Bundle, capacity: &'a Capacity) -> Self {
        let (value_en, unit_en) = capacity.unit.convert(capacity.value, Lang::En);
        Self {
            value: capacity.value.0.to_string(),
            unit: capacity.unit.as_str(),
            value_en: value_en.to_string(),
            unit_en,
            material: Both::of(&capacity.material),
            status: match capacity.status {
                CapacityStatus::Operating => "operating",
                CapacityStatus::UnderConstruction => "under construction",
                CapacityStatus::Planned => "planned",
                CapacityStatus::Unstated => "not stated",
            },
            as_of: capacity.as_of.to_string(),
            note: Both::maybe(capacity.note.as_ref()),
            source: From::source(bundle, &capacity.source),
        }
    }
}

impl<'a> CompanyRecord<'a> {
    fn new(bundle: &'a Bundle, company: &'a Company) -> Self {
        let lists = &bundle.companies;
        Self {
            id: &company.id,
            name: Both::of(&company.name),
            stages: company.stages.iter().map(|stage| stage.as_str()).collect(),
            products: (company.products.iter())
                .filter_map(|id| lists.products.iter().find(|product| product.id == *id))
                .map(|product| Both::of(&product.name))
                .collect(),
            district: Both::maybe(
                (lists.districts.iter())
                    .find(|district| Some(&district.id) == company.district.as_ref())
                    .map(|district| &district.name),
            ),
            summary: Both::of(&company.summary),
            membership: match company.membership.status {
                MembershipStatus::Confirmed => "confirmed",
                MembershipStatus::Unconfirmed => "unconfirmed",
            },
            capacities: (company.capacities.iter())
                .map(|capacity| CapacityRecord::new(bundle, capacity))
                .collect(),
            note: Both::maybe(company.note.as_ref()),
            sources: (company.sources.iter())
                .map(|id| From::source(bundle, id))
                .collect(),
            last_verified: company.last_verified.to_string(),
        }
    }
}

pub fn json(bundle: &Bundle) -> Result<Vec<u8>, DataError> {
    write_json(&Companies {
        licence: licence(),
        companies: (bundle.companies.companies.iter())
            .map(|company| CompanyRecord::new(bundle, company))
            .collect(),
    })
}

/// One row a capacity; a company without has one row.
pub fn csv(bundle: &Bundle) -> Vec<u8> {
    let header = [
        "company",
        "name_zh",
        "name_en",
        "stages",
        "district_zh",
        "district_en",
        "membership",
        "last_verified",
        "capacity",
        "unit",
        "capacity_en",
        "unit_en",
        "material_zh",
        "material_en",
        "status",
        "as_of",
    ];
    let mut rows = Vec::new();
    for company in &bundle.companies.companies {
        let entry = CompanyRecord::new(bundle, company);
        let head: Vec<String> = owned([entry.id, entry.name.zh, entry.name.en])
            .chain([entry.stages.join("; ")])
            .chain(owned([
                entry.district.zh,
                entry.district.en,
                entry.membership,
                &entry.last_verified,
            ]))
            .collect();
        let mut row = |own: Vec<String>, source: Option<&From>| {
            let source = source.map_or([""; 4], From::cells);
            rows.push(
                head.iter()
                    .cloned()
                    .chain(own)
                    .chain(owned(source))
                    .collect(),
            );
        };
        for capacity in &entry.capacities {
            let own = owned([capacity.value.as_str(), capacity.unit])
                .chain(owned([&capacity.value_en, capacity.unit_en]))
                .chain(owned([capacity.material.zh, capacity.material.en]))
                .chain(owned([capacity.status, &capacity.as_of]))
                .collect();
            row(own, Some(&capacity.source));
        }
        if entry.capacities.is_empty() {
            row(vec![String::new(); 8], entry.sources.first());
        }
    }
    write_csv(&header, rows)
}
