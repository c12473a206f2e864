//! The heading that the focus moves to after a navigation.

use crate::markup::{Markup, markup};

/// A page's one `h1`.
pub fn page_heading(text: String, lang: Option<crate::content::Lang>) -> Markup {
    markup! {
        <h1 class="page-heading" tabindex="-1" lang={lang.map(|lang| lang.tag())}>{text}</h1>
    }
}
