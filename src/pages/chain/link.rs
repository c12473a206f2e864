//! A link in words: what it is, what goes in and out, what is known locally.

use crate::components::{cite, with_terms};
use crate::library::{href, use_words};
use markup::{Content, Markup, markup};
use model::LinkId;
use model::document::{Figure, LinkSummary, Span};
use model::routes::{MemberFilter, Route};
use model::words::fill;

/// A link among the five.
pub fn link_section(link: LinkSummary) -> Markup {
    let id = format!("link-{}", link.id.as_str());
    markup! {
        <section class="chain-link" id={id}>
            <h3 class="chain-link__name">
                <a href={href(Route::Chain(Some(link.id)))}>{link.name.clone()}</a>
            </h3>
            <p class="chain-link__summary">{link.summary.clone()}</p>
            {link_facts(link)}
        </section>
    }
}

/// What goes in and out of a link, and what is known of it locally.
pub fn link_facts(link: LinkSummary) -> Markup {
    let words = &use_words().chain;
    let companies = (link.company_count > 0).then(|| {
        markup! {
            <p class="chain-link__companies">
                <a href={href(Route::Members(on_link(link.id)))}>
                    {fill(words.company_count, &[&link.company_count.to_string()])}
                </a>
            </p>
        }
    });
    let state = (!link.local).then(|| {
        markup! {
            <span class="tag tag--open">{words.bought_in}</span>
        }
    });
    markup! {
        <dl class="chain-link__facts">
            {amounts(words.inputs, link.inputs)}
            {amounts(words.outputs, link.outputs)}
            <div class="chain-link__fact chain-link__fact--wide">
                <dt>{words.locally}</dt>
                <dd>
                    {link.capacity.map(capacity)}
                    <p>{state} " " {with_terms(link.local_note)}</p>
                    {companies}
                </dd>
            </div>
        </dl>
    }
}

/// The companies on a link.
pub fn on_link(link: LinkId) -> MemberFilter {
    MemberFilter {
        link: Some(link),
        ..MemberFilter::default()
    }
}

/// What goes in, or out.
fn amounts(label: &'static str, amounts: Vec<Vec<Span>>) -> Markup {
    let words = &use_words().chain;
    let amounts: Vec<Content> = if amounts.is_empty() {
        vec![words.outside.into()]
    } else {
        amounts.into_iter().map(with_terms).collect()
    };
    markup! {
            <div class="chain-link__fact">
                <dt>{label}</dt>
                {amounts.into_iter().map(|amount| markup! {
        <dd>{amount}</dd>
    }).collect::<Vec<_>>()}
            </div>
        }
}

/// The local capacity with its date and source.
fn capacity(figure: Figure) -> Markup {
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
    markup! {
        <p class="chain-link__capacity">
            <a href={format!("{}#{}", href(Route::Figures), figure.id)}>{figure.name}</a>
            " "
            <strong>{value} " " {figure.quantity.unit} {after}</strong>
            " "
            <span class="small">{remark} " · " {cite(figure.source)}</span>
        </p>
    }
}
