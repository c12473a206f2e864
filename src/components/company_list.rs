//! Companies in a list: what they make, where, how much, and whether the
//! alliance has confirmed them.
//!
//! A list and not a table: on a phone a table would have to stop being one,
//! and then screen readers lose it. Wide screens set the same list in columns.

use leptos::prelude::*;

use super::{Cite, ItemHeading, LinkTags, MembershipTag};
use crate::library::document::{CapacityText, CompanyRow};
use crate::library::{href, use_words};
use crate::routes::Route;

/// Companies in a list.
#[component]
pub fn CompanyList(
    /// The companies.
    companies: Vec<CompanyRow>,
    /// The level of their headings: 3 below a heading of level 2.
    #[prop(default = 3)]
    level: u8,
    /// What is typed: others are hidden.
    #[prop(optional)]
    query: Option<RwSignal<String>>,
) -> impl IntoView {
    let words = &use_words().members;
    // What the list's own labels say, once for all above the columns.
    let columns = [
        words.company,
        words.links,
        words.products,
        words.district,
        words.capacity,
    ];
    view! {
        <div class="company-list">
            <div class="company-list__columns" aria-hidden="true">
                {columns.into_iter().map(|name| view! { <span>{name}</span> }).collect_view()}
            </div>
            <ul class="company-list__items" role="list">
                {companies
                    .into_iter()
                    .map(|row| view! { <CompanyItem row level query /> })
                    .collect_view()}
            </ul>
        </div>
    }
}

#[component]
fn CompanyItem(row: CompanyRow, level: u8, query: Option<RwSignal<String>>) -> impl IntoView {
    let members = &use_words().members;
    let findable = row.findable();
    let hidden = move || query.is_some_and(|query| !matches(&findable, &query.read()));
    view! {
        <li class="company-list__item" hidden=hidden>
            <div class="company-list__head">
                <ItemHeading
                    level
                    class="company-list__name"
                    href=href(Route::Member(row.id))
                    text=row.name
                />
                <MembershipTag status=row.membership />
            </div>
            <dl class="company-list__facts">
                <div class="company-list__fact">
                    <dt>{members.links}</dt>
                    <dd>
                        <LinkTags links=row.links />
                    </dd>
                </div>
                <div class="company-list__fact">
                    <dt>{members.products}</dt>
                    <dd>{or_unknown(row.products.join(members.separator), members.unknown)}</dd>
                </div>
                <div class="company-list__fact">
                    <dt>{members.district}</dt>
                    <dd>{or_unknown(row.district.unwrap_or_default(), members.unknown)}</dd>
                </div>
                <div class="company-list__fact">
                    <dt>{members.capacity}</dt>
                    <dd>
                        {match row.capacity {
                            Some(capacity) => view! { <Capacity capacity /> }.into_any(),
                            None => or_unknown(String::new(), members.unknown).into_any(),
                        }}
                    </dd>
                </div>
            </dl>
        </li>
    }
}

#[component]
fn Capacity(capacity: CapacityText) -> impl IntoView {
    let CapacityText {
        quantity,
        material,
        status,
        as_of,
        source,
        ..
    } = capacity;
    let material = match status.is_empty() {
        true => material,
        false => format!("{material} · {status}"),
    };
    view! {
        <span class="company-list__quantity">{quantity.value} " " {quantity.unit}</span>
        <span class="company-list__material">{material}</span>
        <span class="company-list__as-of">
            <time datetime=as_of.iso>{as_of.text}</time>
            " "
            <Cite source />
        </span>
    }
}

/// A text, or that it is not known.
fn or_unknown(text: String, unknown: &'static str) -> impl IntoView {
    let class = if text.is_empty() { "small" } else { "" };
    let text = if text.is_empty() {
        unknown.to_owned()
    } else {
        text
    };
    view! { <span class=class>{text}</span> }
}

impl CompanyRow {
    /// All that one can type to find it, in lower case.
    pub fn findable(&self) -> String {
        let mut text = self.name.text.clone();
        for part in self.aliases.iter().chain(&self.products) {
            text.push('\n');
            text.push_str(part);
        }
        text.make_ascii_lowercase();
        text
    }
}

/// Whether every word of a query is in a text that is in lower case. Chinese
/// has no case, so ASCII's is enough.
pub fn matches(findable: &str, query: &str) -> bool {
    query
        .to_ascii_lowercase()
        .split_whitespace()
        .all(|word| findable.contains(word))
}
