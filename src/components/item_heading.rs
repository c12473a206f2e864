//! The heading of an item in a list: a link to its page.

use leptos::prelude::*;

use crate::library::document::Phrase;

/// A linked heading of level 3, or 4 in a list that lies deeper.
#[component]
pub fn ItemHeading(
    /// 3 or 4.
    level: u8,
    /// The class of the heading.
    class: &'static str,
    /// Where it leads.
    href: String,
    /// What it says.
    text: Phrase,
) -> impl IntoView {
    let link = view! {
        <a href=href lang=text.lang.map(|lang| lang.tag())>
            {text.text}
        </a>
    };
    if level > 3 {
        view! { <h4 class=class>{link}</h4> }.into_any()
    } else {
        view! { <h3 class=class>{link}</h3> }.into_any()
    }
}
