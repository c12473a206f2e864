//! The links of the chain that something is about.

use leptos::prelude::*;

use super::LinkTag;
use crate::content::LinkId;

/// A tag for each link.
#[component]
pub fn LinkTags(
    /// Which.
    links: Vec<LinkId>,
) -> impl IntoView {
    view! {
        <span class="tags">
            {links.into_iter().map(|link| view! { <LinkTag link /> }).collect_view()}
        </span>
    }
}
