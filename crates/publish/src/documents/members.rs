//! The lists of companies: every filter that some company passes, paged.

use super::context::Context;
use super::lists::members::{Key, key};
use content::bundle::Named;
use model::document::MembersPage;
use model::routes::MemberFilter;

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
