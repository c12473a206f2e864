//! About the alliance: how it was founded, what it is for, where it all is from.

mod facts;
mod sources;

use leptos::prelude::*;

use crate::components::{PageHeading, SectionHeading};
use crate::library::document::{AboutPage as About, ContactLine, RoleText};
use crate::library::use_words;
use facts::Facts;
use sources::Sources;

/// The page about the alliance.
#[component]
pub fn AboutPage(
    /// Its document.
    page: About,
) -> impl IntoView {
    let words = &use_words().about;
    let roles = page.roles.clone();
    let contact = page.contact.clone();
    let sources = page.sources.clone();
    let lists = [
        (words.aims, page.aims.clone()),
        (words.duties, page.duties.clone()),
        (words.resources, page.resources.clone()),
    ];
    view! {
        <div class="about page wrap">
            <PageHeading text=words.title />
            <p class="page__intro">{page.introduction.clone()}</p>
            <Facts page />
            <Roles roles />
            <div class="about__lists section">
                {lists
                    .into_iter()
                    .map(|(title, items)| view! { <List title items /> })
                    .collect_view()}
            </div>
            <Contact contact />
            <Sources sources />
        </div>
    }
}

/// The four roles in full.
#[component]
fn Roles(roles: Vec<RoleText>) -> impl IntoView {
    view! {
        <section class="section" aria-labelledby="roles">
            <SectionHeading text=use_words().about.roles id="roles" />
            <ol class="about__roles" role="list">
                {roles
                    .into_iter()
                    .map(|role| {
                        view! {
                            <li class="about__role">
                                <h3>{role.name}</h3>
                                <div>
                                    <p>{role.summary}</p>
                                    <Points items=role.points />
                                </div>
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </section>
    }
    .into_any()
}

/// A heading and what stands under it.
#[component]
fn List(title: &'static str, items: Vec<String>) -> impl IntoView {
    view! {
        <div class="about__list">
            <SectionHeading text=title />
            <Points items />
        </div>
    }
}

/// Points, each a line.
#[component]
fn Points(items: Vec<String>) -> impl IntoView {
    view! {
        <ul class="about__points" role="list">
            {items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}
        </ul>
    }
}

/// How to reach the alliance, or that nobody has said yet.
#[component]
fn Contact(contact: Vec<ContactLine>) -> impl IntoView {
    let words = &use_words().about;
    view! {
        <section class="section" aria-labelledby="contact">
            <SectionHeading text=words.contact id="contact" />
            {if contact.is_empty() {
                view! { <p class="about__unknown measure">{words.no_contact}</p> }.into_any()
            } else {
                view! {
                    <dl class="about__contact">
                        {contact
                            .into_iter()
                            .map(|line| view! { <ContactRow line /> })
                            .collect_view()}
                    </dl>
                }
                    .into_any()
            }}
        </section>
    }
    .into_any()
}

/// A way to reach the alliance.
#[component]
fn ContactRow(line: ContactLine) -> impl IntoView {
    view! {
        <div>
            <dt>{line.label}</dt>
            <dd>
                {match line.url {
                    Some(url) => view! { <a href=url>{line.value}</a> }.into_any(),
                    None => line.value.into_any(),
                }}
            </dd>
        </div>
    }
}
