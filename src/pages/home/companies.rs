//! A few companies of every stage.

use crate::components::{LinkTo, cite, membership_tag, section_heading, stage_tag};
use crate::library::{href, use_words};
use markup::{Content, Markup, markup};
use model::document::{CapacityText, CompanyRow};
use model::routes::{MemberFilter, Route};
use model::words::fill;

/// The companies on the home page.
pub fn companies(companies: Vec<CompanyRow>, count: u32) -> Markup {
    let words = &use_words().home;
    let all = LinkTo::new(
        href(Route::Members(MemberFilter::default())),
        fill(words.all_companies, &[&count.to_string()]),
    );
    markup! {
        <section class="section" aria-labelledby="companies">
            {section_heading(words.companies.into(), Some("companies"), Some(all))}
            <table class="table table--cards" aria-labelledby="companies">
                <thead>
                    <tr>
                        <th scope="col">{words.company}</th>
                        <th scope="col">{words.stage_and_products}</th>
                        <th scope="col">{words.capacity}</th>
                        <th scope="col">{words.membership}</th>
                    </tr>
                </thead>
                <tbody>{companies.into_iter().map(row).collect::<Vec<_>>()}</tbody>
            </table>
        </section>
    }
}

/// A company.
fn row(company: CompanyRow) -> Markup {
    let words = use_words();
    markup! {
        <tr>
            <th scope="row" lang={company.name.lang}>
                <a href={href(Route::Member(company.id))}>{company.name.text}</a>
            </th>
            <td>
                <span class="tags">
                    {company.stages.into_iter().map(stage_tag).collect::<Vec<_>>()}
                </span>
                " "
                {company.products.join(words.home.enumeration)}
            </td>
            <td>
                {match company.capacity {
                    Some(capacity) => amount(capacity),
                    None => markup! {
                        <span class="small">{words.home.no_capacity}</span>
                    }
                    .into(),
                }}
            </td>
            <td>{membership_tag(company.membership)}</td>
        </tr>
    }
}

/// A capacity with date and source.
fn amount(capacity: CapacityText) -> Content {
    let mut remarks = vec![capacity.as_of.text];
    if !capacity.status.is_empty() {
        remarks.insert(0, capacity.status);
    }
    markup! {
        <>
            <span class="home__capacity">
                {capacity.material}
                " "
                <b>{capacity.quantity.value}</b>
                " "
                {capacity.quantity.unit}
            </span>
            <span class="home__capacity-source small">
                {remarks.join(" · ")}
                " · "
                {cite(capacity.source)}
            </span>
        </>
    }
}
