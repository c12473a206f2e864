//! Companies in a list: what they make, where, how much, and whether the
//! alliance has confirmed them.
//!
//! A list and not a table: on a phone a table would have to stop being one,
//! and then screen readers lose it. Wide screens set the same list in columns.

use super::{cite, item_heading, membership_tag, stage_tags};
use crate::library::{href, use_words};
use markup::{Content, Markup, markup};
use model::document::{CapacityText, CompanyRow};
use model::routes::Route;

/// Companies in a list.
pub fn company_list(companies: Vec<CompanyRow>, level: u8) -> Markup {
    let words = &use_words().members;
    // What the list's own labels say, once for all above the columns.
    let columns = [
        words.company,
        words.stages,
        words.products,
        words.district,
        words.capacity,
    ];
    markup! {
        <div class="company-list">
            <div class="company-list__columns" aria-hidden="true">
                {columns.map(|name| markup! { <span>{name}</span> })}
            </div>
            <ul class="company-list__items" role="list">
                {companies
                    .into_iter()
                    .map(|row| company_item(row, level))
                    .collect::<Vec<_>>()}
            </ul>
        </div>
    }
}

fn company_item(row: CompanyRow, level: u8) -> Markup {
    let members = &use_words().members;
    markup! {
        <li class="company-list__item">
            <div class="company-list__head">
                {item_heading(level, "company-list__name", href(Route::Member(row.id)), row.name)}
                {membership_tag(row.membership)}
            </div>
            <dl class="company-list__facts">
                <div class="company-list__fact">
                    <dt>{members.stages}</dt>
                    <dd>{stage_tags(row.stages)}</dd>
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
                            Some(capacity) => amount(capacity),
                            None => or_unknown(String::new(), members.unknown).into(),
                        }}
                    </dd>
                </div>
            </dl>
        </li>
    }
}

fn amount(capacity: CapacityText) -> Content {
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
    markup! {
        <>
            <span class="company-list__quantity">{quantity.value} " " {quantity.unit}</span>
            <span class="company-list__material">{material}</span>
            <span class="company-list__as-of">
                <time datetime={as_of.iso}>{as_of.text}</time>
                " "
                {cite(source)}
            </span>
        </>
    }
}

/// A text, or that it is not known.
fn or_unknown(text: String, unknown: &'static str) -> Markup {
    let class = if text.is_empty() { "small" } else { "" };
    let text = if text.is_empty() {
        unknown.to_owned()
    } else {
        text
    };
    markup! {
        <span class={class}>{text}</span>
    }
}
