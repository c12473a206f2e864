//! A company: what it makes, its place on the chain, its news.

mod capacities;
mod place;

use leptos::prelude::*;

use crate::components::{
    Breadcrumbs, Cite, HeadlineList, LinkTo, MembershipTag, PageHeading, ProjectList,
    SectionHeading,
};
use crate::content::MembershipStatus;
use crate::content::words::fill;
use crate::library::document::{self, Cite as Source, CompanyName, Phrase, When};
use crate::library::{href, use_words};
use crate::routes::Route;
use capacities::Capacities;
use place::Place;

/// A company.
#[component]
pub fn MemberPage(
    /// The document.
    page: document::MemberPage,
) -> impl IntoView {
    let words = &use_words().members;
    let document::MemberPage {
        row,
        summary,
        note,
        capacities,
        role,
        projects,
        news,
        neighbours,
        sources,
        last_verified,
    } = page;
    let trail = vec![LinkTo::new(
        href(Route::Members(Default::default())),
        words.title,
    )];
    let unconfirmed = row.membership == MembershipStatus::Unconfirmed;
    let projects = (!projects.is_empty()).then(|| {
        view! {
            <section class="section">
                <SectionHeading text=words.projects />
                <ProjectList projects />
            </section>
        }
    });
    let news = (!news.is_empty()).then(|| {
        view! {
            <section class="section">
                <SectionHeading text=words.news />
                <HeadlineList articles=news />
            </section>
        }
    });
    view! {
        <div class="member page wrap">
            <Breadcrumbs trail />
            <PageHeading text=row.name.text lang=row.name.lang />
            <p class="member__membership">
                <MembershipTag status=row.membership />
                {role.map(|role| view! { <span>{fill(words.role, &[&role])}</span> })}
                {unconfirmed
                    .then(|| view! { <span class="small">{words.unconfirmed_note}</span> })}
            </p>
            <Text class="member__summary" phrase=summary />
            {note.map(|note| view! { <Text class="member__note" phrase=note /> })}
            <Facts products=row.products district=row.district />
            <section class="section">
                <SectionHeading text=words.place />
                <Place links=row.links />
            </section>
            <section class="section">
                <SectionHeading text=words.capacities />
                <Capacities capacities />
            </section>
            {projects}
            {news}
            <Others neighbours />
            <Sources sources last_verified />
        </div>
    }
}

#[component]
fn Text(class: &'static str, phrase: Phrase) -> impl IntoView {
    view! {
        <p class=class lang=phrase.lang.map(|lang| lang.tag())>
            {phrase.text}
        </p>
    }
}

#[component]
fn Facts(products: Vec<String>, district: Option<String>) -> impl IntoView {
    let words = &use_words().members;
    let products = match products.is_empty() {
        true => words.unknown.to_owned(),
        false => products.join(words.separator),
    };
    view! {
        <dl class="member__facts">
            <div>
                <dt>{words.products}</dt>
                <dd>{products}</dd>
            </div>
            <div>
                <dt>{words.district}</dt>
                <dd>{district.unwrap_or_else(|| words.unknown.to_owned())}</dd>
            </div>
        </dl>
    }
}

/// Others on the same links.
#[component]
fn Others(neighbours: Vec<CompanyName>) -> impl IntoView {
    let words = &use_words().members;
    (!neighbours.is_empty()).then(|| {
        view! {
            <section class="section">
                <SectionHeading text=words.neighbours />
                <ul class="member__others" role="list">
                    {neighbours
                        .into_iter()
                        .map(|company| {
                            view! {
                                <li>
                                    <a href=href(Route::Member(company.id))>{company.name}</a>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </section>
        }
    })
}

#[component]
fn Sources(sources: Vec<Source>, last_verified: When) -> impl IntoView {
    let words = &use_words().members;
    view! {
        <section class="section">
            <SectionHeading text=words.sources />
            <ul class="member__sources" role="list">
                {sources
                    .into_iter()
                    .map(|source| {
                        view! {
                            <li>
                                {source.title.clone()} " " <Cite source />
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            <p class="small">
                <time datetime=last_verified.iso>
                    {fill(words.last_verified, &[&last_verified.text])}
                </time>
            </p>
        </section>
    }
}
