//! Who does what, where on the chain: by link, product, district and typing.

mod search;

use leptos::prelude::*;

use crate::components::{
    ActiveFilters, CompanyList, Facet, Filter, PageHeading, heading_of, matches,
};
use crate::content::LinkId;
use crate::content::words::fill;
use crate::library::{document, href, use_words};
use crate::routes::{MemberFilter, Route};
use search::{Search, typed_query};

/// The list of companies.
#[component]
pub fn MembersPage(
    /// The document.
    page: document::MembersPage,
    /// What the address narrows the list to.
    filter: MemberFilter,
) -> impl IntoView {
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
    view! {
        <div class="members page wrap">
            <PageHeading text=heading_of(words.title, &facets) />
            <p class="page__intro">{honest}</p>
            <div class="filtered">
                <Filter label=words.filter facets=facets.clone() query />
                <div class="filtered__list">
                    <Search query />
                    <ActiveFilters facets=facets.clone() query />
                    <h2 class="visually-hidden">{words.list}</h2>
                    <p class="filtered__count" role="status">
                        {count}
                    </p>
                    <div class="members__none" hidden=move || found.get() != 0>
                        <h3>{words.none_title}</h3>
                        <p>{words.none_text}</p>
                        <ActiveFilters facets query />
                        <button
                            type="button"
                            class="button button--quiet"
                            on:click=move |_| query.set(String::new())
                        >
                            {words.clear_search}
                        </button>
                    </div>
                    <CompanyList companies query />
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
