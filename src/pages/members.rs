//! Who does what, where on the chain: by stage, product and district.

use crate::components::{
    Facet, active_filters, company_list, facet_filter, heading_of, page_heading, pagination,
};
use crate::library::{href, use_words};
use markup::{Markup, markup};
use model::StageId;
use model::document;
use model::document::EntryKind;
use model::routes::{MemberFilter, Route};
use model::words::fill;

/// The list of companies.
pub fn members_page(page: document::MembersPage, filter: MemberFilter) -> Markup {
    let words = &use_words().members;
    let honest = match (page.total.to_string(), page.confirmed) {
        (total, 0) => fill(words.none_confirmed, &[&total]),
        (total, confirmed) => fill(words.some_confirmed, &[&total, &confirmed.to_string()]),
    };
    let facets = facets(&filter, page.stages, page.products, page.districts);
    let count = page.count.to_string();
    let count = if page.pages > 1 {
        let (number, pages) = (filter.page.to_string(), page.pages.to_string());
        fill(words.count_paged, &[&count, &number, &pages])
    } else {
        fill(words.count, &[&count])
    };
    let page_href = |page| {
        href(Route::Members(MemberFilter {
            page,
            ..filter.clone()
        }))
    };
    markup! {
        <div class="members page wrap">
            {page_heading(heading_of(words.title, &facets), None)}
            <p class="page__intro">{honest}</p>
            <div class="filtered">
                {facet_filter(words.filter, facets.clone())}
                <div class="filtered__list">
                    {search()}
                    {active_filters(facets)}
                    <h2 class="visually-hidden">{words.list}</h2>
                    <p class="filtered__count">{count}</p>
                    {company_list(page.companies, 3)}
                    {pagination(filter.page, page.pages, &page_href)}
                </div>
            </div>
        </div>
    }
}

/// Looks for companies, by name, product or in pinyin, on the search's page.
fn search() -> Markup {
    let words = &use_words().members;
    markup! {
        <form
            class="search"
            action={href(Route::Search)}
            method="get"
            role="search"
            aria-label={words.search}
        >
            <label class="search__label" for="search">{words.search}</label>
            <input
                id="search"
                class="search__field"
                type="search"
                name="q"
                autocomplete="off"
                enterkeyhint="search"
                placeholder={words.search_hint}
            />
            <input type="hidden" name="kind" value={EntryKind::Company.as_str()} />
        </form>
    }
}

fn facets(
    filter: &MemberFilter,
    stages: Vec<document::Choice>,
    products: Vec<document::Choice>,
    districts: Vec<document::Choice>,
) -> Vec<Facet> {
    let words = &use_words().members;
    let first = MemberFilter {
        page: 1,
        ..filter.clone()
    };
    vec![
        Facet::new(
            words.by_stage,
            stages,
            filter.stage.map(StageId::as_str),
            &|id| {
                href(Route::Members(MemberFilter {
                    stage: id.and_then(StageId::from_word),
                    ..first.clone()
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
                    ..first.clone()
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
                    ..first.clone()
                }))
            },
        ),
    ]
}
