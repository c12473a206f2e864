//! The way up from a page.

use super::LinkTo;
use crate::library::{href, use_words};
use markup::{Markup, Reactive, markup};
use model::routes::Route;

/// The pages above this one, home first. The page itself is not repeated: its
/// heading follows at once.
pub fn breadcrumbs(trail: Vec<LinkTo>) -> Markup {
    let item = |step: LinkTo| markup! { <li><a href={step.href}>{step.text}</a></li> };
    markup! {
        <nav class="breadcrumbs" aria-label={use_words().shell.breadcrumbs}>
            <ol class="breadcrumbs__items" role="list">
                {home()}
                {trail.into_iter().map(item).collect::<Vec<_>>()}
            </ol>
        </nav>
    }
}

/// The same with a link that follows a signal.
pub fn breadcrumb_links(trail: Option<Markup<Reactive>>) -> Markup<Reactive> {
    markup! {
        <nav class="breadcrumbs" aria-label={use_words().shell.breadcrumbs}>
            <ol class="breadcrumbs__items" role="list">
                {home()}
                {trail.map(|link| markup! { <li>{link}</li> })}
            </ol>
        </nav>
    }
}

fn home() -> Markup {
    markup! { <li><a href={href(Route::Home)}>{use_words().shell.home}</a></li> }
}
