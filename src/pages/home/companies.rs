//! A few companies of every link.

use leptos::prelude::*;

use crate::components::{Cite, LinkTag, LinkTo, MembershipTag, SectionHeading};
use crate::content::words::fill;
use crate::library::document::{CapacityText, CompanyRow};
use crate::library::{href, use_words};
use crate::routes::{MemberFilter, Route};

/// The companies on the home page.
#[component]
pub fn Companies(
    /// A few of them.
    companies: Vec<CompanyRow>,
    /// How many there are.
    count: u32,
) -> impl IntoView {
    let words = &use_words().home;
    let all = LinkTo::new(
        href(Route::Members(MemberFilter::default())),
        fill(words.all_companies, &[&count.to_string()]),
    );
    view! {
        <section class="section" aria-labelledby="companies">
            <SectionHeading text=words.companies id="companies" more=all />
            <table class="table table--cards" aria-labelledby="companies">
                <thead>
                    <tr>
                        <th scope="col">{words.company}</th>
                        <th scope="col">{words.link_and_products}</th>
                        <th scope="col">{words.capacity}</th>
                        <th scope="col">{words.membership}</th>
                    </tr>
                </thead>
                <tbody>
                    {companies.into_iter().map(|company| view! { <Row company /> }).collect_view()}
                </tbody>
            </table>
        </section>
    }
    .into_any()
}

/// A company.
#[component]
fn Row(company: CompanyRow) -> impl IntoView {
    let words = use_words();
    view! {
        <tr>
            <th scope="row" lang=company.name.lang.map(|lang| lang.tag())>
                <a href=href(Route::Member(company.id))>{company.name.text}</a>
            </th>
            <td>
                <span class="tags">
                    {company.links.into_iter().map(|link| view! { <LinkTag link /> }).collect_view()}
                </span>
                " "
                {company.products.join(words.home.enumeration)}
            </td>
            <td>
                {match company.capacity {
                    Some(capacity) => view! { <Capacity capacity /> }.into_any(),
                    None => view! { <span class="small">{words.home.no_capacity}</span> }.into_any(),
                }}
            </td>
            <td>
                <MembershipTag status=company.membership />
            </td>
        </tr>
    }
}

/// A capacity with date and source.
#[component]
fn Capacity(capacity: CapacityText) -> impl IntoView {
    let mut remarks = vec![capacity.as_of.text];
    if !capacity.status.is_empty() {
        remarks.insert(0, capacity.status);
    }
    view! {
        <span class="home__capacity">
            {capacity.material} " " <b>{capacity.quantity.value}</b> " " {capacity.quantity.unit}
        </span>
        <span class="home__capacity-source small">
            {remarks.join(" · ")} " · " <Cite source=capacity.source />
        </span>
    }
}
