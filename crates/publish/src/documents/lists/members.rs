//! Which companies are on which list.

use std::collections::BTreeSet;

use super::Lists;
use content::bundle::{Bundle, Companies, Company, Named};
use model::{MembershipStatus, StageId};

/// How many companies a page of a list has.
pub const COMPANIES_PER_PAGE: usize = 30;

/// A stage, and the places of a product and a district in their lists.
pub type Key = (Option<StageId>, Option<u32>, Option<u32>);

/// The companies of every list.
#[derive(Debug)]
pub struct MemberLists {
    /// By stage, product and district.
    pub by_key: Lists<Key>,
    /// How many are known to be members.
    pub confirmed: u32,
}

impl MemberLists {
    /// The lists of a bundle.
    pub fn of(bundle: &Bundle) -> Self {
        let all = &bundle.companies;
        let keys = all.companies.iter().map(|company| keys(all, company));
        let confirmed = (all.companies.iter())
            .filter(|company| company.membership.status == MembershipStatus::Confirmed);
        Self {
            by_key: Lists::of(keys, COMPANIES_PER_PAGE),
            confirmed: confirmed.count() as u32,
        }
    }
}

/// The key of a list; none when the bundle does not have a word of it.
pub fn key(
    all: &Companies,
    stage: Option<StageId>,
    product: Option<&str>,
    district: Option<&str>,
) -> Option<Key> {
    let place = |list: &[Named], id: Option<&str>| match id {
        Some(id) => {
            let place = list.iter().position(|named| named.id == id)?;
            Some(Some(place as u32))
        }
        None => Some(None),
    };
    Some((
        stage,
        place(&all.products, product)?,
        place(&all.districts, district)?,
    ))
}

/// The lists that a company is on.
fn keys(all: &Companies, company: &Company) -> BTreeSet<Key> {
    let stages = || std::iter::once(None).chain(company.stages.iter().copied().map(Some));
    let products =
        || std::iter::once(None).chain(company.products.iter().map(|id| Some(id.as_str())));
    let mut keys = BTreeSet::new();
    for stage in stages() {
        for product in products() {
            for district in [None, company.district.as_deref()] {
                keys.extend(key(all, stage, product, district));
            }
        }
    }
    keys
}
