//! A link in words: what it is, what goes in and out, what is known locally.

use leptos::prelude::*;

use crate::components::Cite;
use crate::content::LinkId;
use crate::content::words::fill;
use crate::library::document::{Figure, LinkSummary};
use crate::library::{href, use_words};
use crate::routes::{MemberFilter, Route};

/// A link among the five.
#[component]
pub fn LinkSection(
    /// The link.
    link: LinkSummary,
) -> impl IntoView {
    let id = format!("link-{}", link.id.as_str());
    view! {
        <section class="chain-link" id=id>
            <h3 class="chain-link__name">
                <a href=href(Route::Chain(Some(link.id)))>{link.name.clone()}</a>
            </h3>
            <p class="chain-link__summary">{link.summary.clone()}</p>
            <LinkFacts link />
        </section>
    }
}

/// What goes in and out of a link, and what is known of it locally.
#[component]
pub fn LinkFacts(
    /// The link.
    link: LinkSummary,
) -> impl IntoView {
    let words = &use_words().chain;
    let companies = (link.company_count > 0).then(|| {
        view! {
            <p class="chain-link__companies">
                <a href=href(Route::Members(on_link(link.id)))>
                    {fill(words.company_count, &[&link.company_count.to_string()])}
                </a>
            </p>
        }
    });
    let state =
        (!link.local).then(|| view! { <span class="tag tag--open">{words.bought_in}</span> });
    view! {
        <dl class="chain-link__facts">
            <Amounts label=words.inputs amounts=link.inputs />
            <Amounts label=words.outputs amounts=link.outputs />
            <div class="chain-link__fact chain-link__fact--wide">
                <dt>{words.locally}</dt>
                <dd>
                    {link.capacity.map(|figure| view! { <Capacity figure /> })}
                    <p>{state} " " {link.local_note}</p>
                    {companies}
                </dd>
            </div>
        </dl>
    }
    .into_any()
}

/// The companies on a link.
pub fn on_link(link: LinkId) -> MemberFilter {
    MemberFilter {
        link: Some(link),
        ..MemberFilter::default()
    }
}

/// What goes in, or out.
#[component]
fn Amounts(label: &'static str, amounts: Vec<String>) -> impl IntoView {
    let words = &use_words().chain;
    let amounts = if amounts.is_empty() {
        vec![words.outside.to_owned()]
    } else {
        amounts
    };
    view! {
        <div class="chain-link__fact">
            <dt>{label}</dt>
            {amounts.into_iter().map(|amount| view! { <dd>{amount}</dd> }).collect_view()}
        </div>
    }
}

/// The local capacity with its date and source.
#[component]
fn Capacity(figure: Figure) -> impl IntoView {
    let words = &use_words().figures;
    let mut value = figure.quantity.value;
    if figure.at_least {
        value.insert_str(0, words.at_least_before);
    }
    let after = if figure.at_least {
        words.at_least_after
    } else {
        ""
    };
    let mut remark = figure.period;
    if let Some(note) = figure.note {
        remark.push_str(words.comma);
        remark.push_str(&note);
    }
    view! {
        <p class="chain-link__capacity">
            <a href=format!("{}#{}", href(Route::Figures), figure.id)>{figure.name}</a>
            " "
            <strong>{value} " " {figure.quantity.unit} {after}</strong>
            " "
            <span class="small">{remark} " · " <Cite source=figure.source /></span>
        </p>
    }
}
