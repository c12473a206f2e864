//! What stands for a company: its mark, or else one character.

use super::{Place, image};
use markup::{Markup, markup};
use model::document::Image;

/// The mark of a company, or its character. Its name stands beside it.
pub fn company_tile(tile: String, logo: Option<Image>) -> Markup {
    match logo {
        Some(logo) => markup! {
            <span class="company-tile company-tile--logo">
                {image(&logo, String::new(), None, Place::Mark)}
            </span>
        },
        None => markup! {
            <span class="company-tile" aria-hidden="true">{tile}</span>
        },
    }
}
