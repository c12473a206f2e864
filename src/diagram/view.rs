//! The chain as a picture.

use leptos::prelude::*;

use crate::content::LinkId;
use crate::library::document::Diagram;

/// The chain as a picture whose nodes are links to the chain's pages, with its
/// legend and caption.
#[component]
pub fn ChainDiagram(
    /// The picture.
    diagram: Diagram,
    /// The chosen link, on its page.
    #[prop(optional_no_strip)]
    chosen: Option<LinkId>,
) -> impl IntoView {
    let _ = chosen;
    view! { <figure class="diagram">{diagram.title}</figure> }
}
