//! The way up from a page.

use super::LinkTo;
use crate::library::{href, use_words};
use markup::{Markup, markup};
use model::routes::Route;

/// The pages above this one, home first. The page itself is not repeated: its
/// heading follows at once.
pub fn breadcrumbs(trail: Vec<LinkTo>) -> Markup {
    breadcrumb_links(
        trail
            .into_iter()
            .map(|step| markup! { <a href={step.href}>{step.text}</a> }),
    )
}

/// The same with links that are drawn already: for those that follow a signal.
pub fn breadcrumb_links(trail: impl IntoIterator<Item = Markup>) -> Markup {
    let words = &use_words().shell;
    let home = markup! { <a href={href(Route::Home)}>{words.home}</a> };
    markup! {
        <nav class="breadcrumbs" aria-label={words.breadcrumbs}>
            <ol class="breadcrumbs__items" role="list">
                {std::iter::once(home)
                    .chain(trail)
                    .map(|link| markup! { <li>{link}</li> })
                    .collect::<Vec<_>>()}
            </ol>
        </nav>
    }
}
