//! The heading of an item in a list: a link to its page.

use markup::{Markup, markup};
use model::document::Phrase;

/// A linked heading of level 3, or 4 in a list that lies deeper.
pub fn item_heading(level: u8, class: &'static str, href: String, text: Phrase) -> Markup {
    let link = markup! {
        <a href={href} lang={text.lang}>{text.text}</a>
    };
    if level > 3 {
        markup! {
            <h4 class={class}>{link}</h4>
        }
    } else {
        markup! {
            <h3 class={class}>{link}</h3>
        }
    }
}
