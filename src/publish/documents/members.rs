//! The lists of companies: every filter that some company passes, paged.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use crate::content::bundle::{Company, Named};
use crate::content::{LinkId, MembershipStatus};
use crate::library::document::{Choice, MembersPage};
use crate::routes::MemberFilter;

/// How many companies a page of a list has.
pub const COMPANIES_PER_PAGE: usize = 30;

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

    let mut pages = Vec::new();
    for (&(link, product, district), companies) in &lists {
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
        let links: Vec<Choice> = (bundle.chain.links.iter())
            .map(|word| Choice {
                id: word.id.as_str().to_owned(),
                name: cx.text(&word.name),
                count: count((Some(word.id), product, district)),
            })
            .filter(|choice| choice.count > 0)
            .collect();
        let products = named(&bundle.companies.products, &|id| {
            count((link, Some(id), district))
        });
        let districts = named(&bundle.companies.districts, &|id| {
            count((link, product, Some(id)))
        });
        let total = companies.len().div_ceil(COMPANIES_PER_PAGE).max(1);
        for index in 0..total {
            let filter = MemberFilter {
                link,
                product: product.map(str::to_owned),
                district: district.map(str::to_owned),
                page: index as u32 + 1,
            };
            let page = MembersPage {
                companies: (companies.iter())
                    .skip(index * COMPANIES_PER_PAGE)
                    .take(COMPANIES_PER_PAGE)
                    .map(|company| cx.company_row(company))
                    .collect(),
                count: companies.len() as u32,
                pages: total as u32,
                total: all.len() as u32,
                confirmed,
                links: links.clone(),
                products: products.clone(),
                districts: districts.clone(),
            };
            pages.push((filter, page));
        }
    }
    pages
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
