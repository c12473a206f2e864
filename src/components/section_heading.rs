//! The heading of a section, with the way to more of it.

use leptos::prelude::*;

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
#[component]
pub fn SectionHeading(
    /// The heading.
    #[prop(into)]
    text: String,
    /// Its id: the anchor, and what names the section.
    #[prop(optional)]
    id: Option<&'static str>,
    /// The way to more of it, at the end of the line.
    #[prop(optional)]
    more: Option<LinkTo>,
) -> impl IntoView {
    view! {
        <div class="section-heading">
            <h2 class="section-heading__text" id=id>
                {text}
            </h2>
            {more
                .map(|more| {
                    view! {
                        <a class="section-heading__more" href=more.href>
                            {more.text}
                        </a>
                    }
                })}
        </div>
    }
}
