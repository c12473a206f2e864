//! The lists of companies: every filter that some company passes, paged.

use std::collections::BTreeSet;

use super::context::Context;
use super::lists::Lists;
use content::bundle::{Bundle, Companies, Company, Named};
use model::document::MembersPage;
use model::routes::MemberFilter;
use model::{MembershipStatus, StageId};

/// How many companies a page of a list has.
pub const COMPANIES_PER_PAGE: usize = 30;

/// A stage, and the places of a product and a district in their lists.
type Key = (Option<StageId>, Option<u32>, Option<u32>);

/// The pages of every list that is not empty, and of the unfiltered one even
/// then.
pub fn filters(cx: &Context) -> Vec<MemberFilter> {
    let all = &cx.bundle.companies;
    let id = |list: &[Named], place: Option<u32>| {
        let named = &list[place? as usize];
        Some(named.id.clone())
    };
    let filter = |((stage, product, district), page)| MemberFilter {
        stage,
        product: id(&all.products, product),
        district: id(&all.districts, district),
        page,
    };
    cx.member_lists().by_key.pages().map(filter).collect()
}

/// One page of one list, if there is one.
pub fn list(cx: &Context, filter: &MemberFilter) -> Option<MembersPage> {
    let lists = cx.member_lists();
    let all = &cx.bundle.companies;
    let [product, district] = [&filter.product, &filter.district].map(Option::as_deref);
    let key = key(all, filter.stage, product, district)?;
    let (stage, product, district) = key;
    let part = lists.by_key.page(key, filter.page)?;
    let named = |list: &[Named], key: &dyn Fn(u32) -> Key| {
        let choice = |(place, named): (u32, &Named)| {
            let name = || cx.text(&named.name);
            lists.by_key.choice(&named.id, name, key(place))
        };
        (0..).zip(list).filter_map(choice).collect()
    };
    let stages = cx.bundle.chain.stages.iter().filter_map(|word| {
        let (name, key) = (|| cx.text(&word.name), (Some(word.id), product, district));
        lists.by_key.choice(word.id.as_str(), name, key)
    });
    Some(MembersPage {
        companies: (part.places.iter())
            .map(|place| cx.company_row(&all.companies[*place as usize]))
            .collect(),
        count: part.count,
        pages: part.pages,
        total: all.companies.len() as u32,
        confirmed: lists.confirmed,
        stages: stages.collect(),
        products: named(&all.products, &|place| (stage, Some(place), district)),
        districts: named(&all.districts, &|place| (stage, product, Some(place))),
    })
}

/// The companies of every list.
#[derive(Debug)]
pub struct MemberLists {
    by_key: Lists<Key>,
    /// How many are known to be members.
    confirmed: u32,
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
fn key(
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
