//! What to do where an app shows the page and lets no file out.

use crate::library::use_words;
use markup::{Markup, markup};

/// Says so beside files to download; the style shows it only inside such an app.
pub fn inside_app() -> Markup {
    markup! { <p class="inside-app small">{use_words().take.inside}</p> }
}
