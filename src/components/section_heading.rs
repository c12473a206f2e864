//! The heading of a section, with the way to more of it.

use markup::{Markup, markup};

/// A link: where it leads and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkTo {
    /// The address, of [`href`](crate::library::href).
    pub href: String,
    /// What it says.
    pub text: String,
}

impl LinkTo {
    /// A link.
    pub fn new(href: String, text: impl Into<String>) -> Self {
        Self {
            href,
            text: text.into(),
        }
    }
}

/// An `h2` on a rule.
pub fn section_heading(text: String, id: Option<&'static str>, more: Option<LinkTo>) -> Markup {
    markup! {
        <div class="section-heading">
            <h2 class="section-heading__text" id={id}>{text}</h2>
            {more
                .map(|more| {
                    markup! {
                        <a class="section-heading__more" href={more.href}>{more.text}</a>
                    }
                })}
        </div>
    }
}
