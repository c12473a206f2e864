//! The links of the chain that something is about.

use super::link_tag;
use markup::{Markup, markup};
use model::LinkId;

/// A tag for each link.
pub fn link_tags(links: Vec<LinkId>) -> Markup {
    markup! {
        <span class="tags">
            {links.into_iter().map(link_tag).collect::<Vec<_>>()}
        </span>
    }
}
