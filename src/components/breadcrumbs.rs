//! The way up from a page.

use leptos::prelude::*;

use super::LinkTo;
use crate::library::{href, use_words};
use crate::routes::Route;

/// The pages above this one, home first. The page itself is not repeated: its
/// heading follows at once.
#[component]
pub fn Breadcrumbs(
    /// The pages between home and this one.
    trail: Vec<LinkTo>,
) -> impl IntoView {
    let words = &use_words().shell;
    let home = LinkTo::new(href(Route::Home), words.home);
    view! {
        <nav class="breadcrumbs" aria-label=words.breadcrumbs>
            <ol class="breadcrumbs__items" role="list">
                {std::iter::once(home)
                    .chain(trail)
                    .map(|step| {
                        view! {
                            <li>
                                <a href=step.href>{step.text}</a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </nav>
    }
}
