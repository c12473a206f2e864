//! The heading that the focus moves to after a navigation.

use markup::{Markup, markup};

/// A page's one `h1`.
pub fn page_heading(text: String, lang: Option<model::Lang>) -> Markup {
    markup! {
        <h1 class="page-heading" tabindex="-1" lang={lang.map(|lang| lang.tag())}>{text}</h1>
    }
}
