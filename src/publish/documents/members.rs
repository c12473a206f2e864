//! The lists of companies: every filter that some company passes.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use crate::content::bundle::{Company, Named};
use crate::content::{LinkId, MembershipStatus};
use crate::library::document::{Choice, MembersPage};
use crate::routes::MemberFilter;

type Key<'a> = (Option<LinkId>, Option<&'a str>, Option<&'a str>);

/// Every list of companies that is not empty, and the unfiltered one even then.
pub fn lists(cx: &Context) -> Vec<(MemberFilter, MembersPage)> {
    let bundle = cx.bundle;
    let all = &bundle.companies.companies;
    let mut lists: BTreeMap<Key, Vec<&Company>> =
        BTreeMap::from([((None, None, None), Vec::new())]);
    for company in all {
        for key in keys(company) {
            lists.entry(key).or_default().push(company);
        }
    }
    let count = |key: Key| lists.get(&key).map_or(0, Vec::len) as u32;
    let confirmed = (all.iter())
        .filter(|company| company.membership.status == MembershipStatus::Confirmed)
        .count() as u32;

    (lists.iter())
        .map(|(&(link, product, district), companies)| {
            let named = |list: &[Named], key: &dyn Fn(&str) -> u32| -> Vec<Choice> {
                (list.iter())
                    .map(|named| Choice {
                        id: named.id.clone(),
                        name: cx.text(&named.name),
                        count: key(&named.id),
                    })
                    .filter(|choice| choice.count > 0)
                    .collect()
            };
            let filter = MemberFilter {
                link,
                product: product.map(str::to_owned),
                district: district.map(str::to_owned),
            };
            let page = MembersPage {
                companies: (companies.iter())
                    .map(|company| cx.company_row(company))
                    .collect(),
                total: all.len() as u32,
                confirmed,
                links: (bundle.chain.links.iter())
                    .map(|word| Choice {
                        id: word.id.as_str().to_owned(),
                        name: cx.text(&word.name),
                        count: count((Some(word.id), product, district)),
                    })
                    .filter(|choice| choice.count > 0)
                    .collect(),
                products: named(&bundle.companies.products, &|id| {
                    count((link, Some(id), district))
                }),
                districts: named(&bundle.companies.districts, &|id| {
                    count((link, product, Some(id)))
                }),
            };
            (filter, page)
        })
        .collect()
}

/// The lists that a company is on.
fn keys(company: &Company) -> BTreeSet<Key<'_>> {
    let links = || std::iter::once(None).chain(company.links.iter().copied().map(Some));
    let products =
        || std::iter::once(None).chain(company.products.iter().map(|id| Some(id.as_str())));
    let mut keys = BTreeSet::new();
    for link in links() {
        for product in products() {
            for district in [None, company.district.as_deref()] {
                keys.insert((link, product, district));
            }
        }
    }
    keys
}
