//! The way up from a page.

use super::LinkTo;
use crate::library::{href, use_words};
use markup::{Markup, markup};
use model::routes::Route;

/// The pages above this one, home first. The page itself is not repeated: its
/// heading follows at once.
pub fn breadcrumbs(trail: Vec<LinkTo>) -> Markup {
    let words = &use_words().shell;
    let home = LinkTo::new(href(Route::Home), words.home);
    markup! {
        <nav class="breadcrumbs" aria-label={words.breadcrumbs}>
            <ol class="breadcrumbs__items" role="list">
                {std::iter::once(home)
                    .chain(trail)
                    .map(|step| {
                        markup! {
                            <li>
                                <a href={step.href}>{step.text}</a>
                            </li>
                        }
                    })
                    .collect::<Vec<_>>()}
            </ol>
        </nav>
    }
}
