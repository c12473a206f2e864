//! Who does what, where on the chain: by link, product, district and typing.

mod search;

use leptos::prelude::*;

use crate::components::{
    Facet, active_filters, company_list, facet_filter, heading_of, matches, page_heading,
};
use crate::content::LinkId;
use crate::content::words::fill;
use crate::library::{document, href, use_words};
use crate::markup::{IntoPiece, Live, Markup, markup};
use crate::routes::{MemberFilter, Route};
use search::{ClearSearch, Search, typed_query};

/// The list of companies.
pub fn members_page(page: document::MembersPage, filter: MemberFilter) -> Markup {
    let words = &use_words().members;
    let query = typed_query();
    let honest = match (page.total.to_string(), page.confirmed) {
        (total, 0) => fill(words.none_confirmed, &[&total]),
        (total, confirmed) => fill(words.some_confirmed, &[&total, &confirmed.to_string()]),
    };
    let facets = facets(&filter, page.links, page.products, page.districts);
    let companies = page.companies;
    let all = companies.len().to_string();
    let findable: Vec<String> = companies.iter().map(|row| row.findable()).collect();
    let found = Memo::new(move |_| {
        let query = query.read();
        let found = findable.iter().filter(|text| matches(text, &query));
        found.count()
    });
    let count = move || {
        if query.read().is_empty() {
            fill(words.count, &[&all])
        } else {
            fill(words.count_found, &[&all, &found.get().to_string()])
        }
    };
    markup! {
        <div class="members page wrap">
            {page_heading(heading_of(words.title, &facets), None)}
            <p class="page__intro">{honest}</p>
            <div class="filtered">
                {facet_filter(words.filter, facets.clone(), Some(query))}
                <div class="filtered__list">
                    {view! { <Search query /> }.live()}
                    {active_filters(facets.clone(), Some(query))}
                    <h2 class="visually-hidden">{words.list}</h2>
                    <p class="filtered__count" role="status">{count.live()}</p>
                    <div class="members__none" hidden={Live(move || found.get() != 0)}>
                        <h3>{words.none_title}</h3>
                        <p>{words.none_text}</p>
                        {active_filters(facets, Some(query))}
                        {view! { <ClearSearch query /> }.live()}
                    </div>
                    {company_list(companies, 3, Some(query))}
                </div>
            </div>
        </div>
    }
}

fn facets(
    filter: &MemberFilter,
    links: Vec<document::Choice>,
    products: Vec<document::Choice>,
    districts: Vec<document::Choice>,
) -> Vec<Facet> {
    let words = &use_words().members;
    vec![
        Facet::new(
            words.by_link,
            links,
            filter.link.map(LinkId::as_str),
            &|id| {
                href(Route::Members(MemberFilter {
                    link: id.and_then(LinkId::from_word),
                    ..filter.clone()
                }))
            },
        ),
        Facet::new(
            words.by_product,
            products,
            filter.product.as_deref(),
            &|id| {
                href(Route::Members(MemberFilter {
                    product: id.map(str::to_owned),
                    ..filter.clone()
                }))
            },
        ),
        Facet::new(
            words.by_district,
            districts,
            filter.district.as_deref(),
            &|id| {
                href(Route::Members(MemberFilter {
                    district: id.map(str::to_owned),
                    ..filter.clone()
                }))
            },
        ),
    ]
}
