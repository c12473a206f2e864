//! About the alliance: how it was founded, what it is for, where it all is from.

mod facts;
mod sources;

use crate::components::{contact_list, page_heading, section_heading};
use crate::library::use_words;
use facts::facts;
use markup::{Markup, markup};
use model::document::{AboutPage as About, ContactLine, RoleText};
use sources::source_list;

/// The page about the alliance.
pub fn about_page(page: About) -> Markup {
    let words = &use_words().about;
    let lists = [
        (words.aims, page.aims.clone()),
        (words.duties, page.duties.clone()),
        (words.resources, page.resources.clone()),
    ];
    markup! {
        <div class="about page wrap">
            {page_heading(words.title.into(), None)}
            <p class="page__intro">{page.introduction.clone()}</p>
            {facts(&page)}
            {roles_in_full(page.roles)}
            <div class="about__lists section">
                {lists
                    .into_iter()
                    .map(|(title, items)| list(title, items))
                    .collect::<Vec<_>>()}
            </div>
            {contact(page.contact)}
            {source_list(page.sources, page.source_count)}
        </div>
    }
}

/// The four roles in full.
fn roles_in_full(roles: Vec<RoleText>) -> Markup {
    markup! {
        <section class="section" aria-labelledby="roles">
            {section_heading(use_words().about.roles.into(), Some("roles"), None)}
            <ol class="about__roles" role="list">
                {roles
                    .into_iter()
                    .map(|role| {
                        markup! {
                            <li class="about__role">
                                <h3>{role.name}</h3>
                                <div>
                                    <p>{role.summary}</p>
                                    {points(role.points)}
                                </div>
                            </li>
                        }
                    })
                    .collect::<Vec<_>>()}
            </ol>
        </section>
    }
}

/// A heading and what stands under it.
fn list(title: &'static str, items: Vec<String>) -> Markup {
    markup! {
        <div class="about__list">
            {section_heading(title.into(), None, None)}
            {points(items)}
        </div>
    }
}

/// Points, each a line.
fn points(items: Vec<String>) -> Markup {
    markup! {
            <ul class="about__points" role="list">
                {items.into_iter().map(|item| markup! {
        <li>{item}</li>
    }).collect::<Vec<_>>()}
            </ul>
        }
}

/// How to reach the alliance, or that nobody has said yet.
fn contact(contact: Vec<ContactLine>) -> Markup {
    let words = &use_words().about;
    markup! {
        <section class="section" aria-labelledby="contact">
            {section_heading(words.contact.into(), Some("contact"), None)}
            {if contact.is_empty() {
                markup! {
                    <p class="about__unknown measure">{words.no_contact}</p>
                }
            } else {
                contact_list(contact)
            }}
        </section>
    }
}
