//! The first stop of the keyboard: past the header.

use crate::library::use_words;
use markup::{Markup, markup};

/// A link past the header, seen when focused.
pub fn skip_link() -> Markup {
    markup! {
        <a class="skip-link" href="#main">{use_words().shell.skip}</a>
    }
}
