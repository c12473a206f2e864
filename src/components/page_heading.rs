//! The heading that the focus moves to after a navigation.

use leptos::prelude::*;

/// A page's one `h1`.
#[component]
pub fn PageHeading(
    /// The heading.
    #[prop(into)]
    text: String,
    /// Its language when it is not the page's.
    #[prop(optional_no_strip)]
    lang: Option<crate::content::Lang>,
) -> impl IntoView {
    view! {
        <h1 class="page-heading" tabindex="-1" lang=lang.map(|lang| lang.tag())>
            {text}
        </h1>
    }
}
