//! The links of the chain that something is about.

use super::link_tag;
use crate::content::LinkId;
use crate::markup::{Markup, markup};

/// A tag for each link.
pub fn link_tags(links: Vec<LinkId>) -> Markup {
    markup! {
        <span class="tags">
            {links.into_iter().map(link_tag).collect::<Vec<_>>()}
        </span>
    }
}
