//! How to reach a company, by what it has published where.

use crate::components::{cite, contact_list, section_heading};
use crate::library::use_words;
use markup::{Markup, markup};
use model::document::CompanyContactText;

/// The ways to reach it; nothing where none is published.
pub fn contacts(contacts: Vec<CompanyContactText>) -> Option<Markup> {
    (!contacts.is_empty()).then(|| {
        markup! {
            <section class="section">
                {section_heading(use_words().about.contact.into(), None, None)}
                {contacts.into_iter().map(published).collect::<Vec<_>>()}
            </section>
        }
    })
}

/// What one source has, with its date.
fn published(contact: CompanyContactText) -> Markup {
    let CompanyContactText {
        lines,
        as_of,
        source,
    } = contact;
    markup! {
        <div>
            {contact_list(lines)}
            <p class="small">
                <time datetime={as_of.iso}>{as_of.text}</time>
                " "
                {cite(source)}
            </p>
        </div>
    }
}
