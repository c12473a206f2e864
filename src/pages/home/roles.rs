//! The four roles in short.

use leptos::prelude::*;

use crate::components::{LinkTo, SectionHeading};
use crate::library::document::RoleText;
use crate::library::{href, use_words};
use crate::routes::Route;

/// The four roles on the home page.
#[component]
pub fn Roles(
    /// The roles.
    roles: Vec<RoleText>,
) -> impl IntoView {
    let words = &use_words().home;
    let about = LinkTo::new(href(Route::About), words.about);
    view! {
        <section class="section" aria-labelledby="roles">
            <SectionHeading text=words.roles id="roles" more=about />
            <ol class="home__roles" role="list">
                {roles
                    .into_iter()
                    .map(|role| {
                        view! {
                            <li class="home__role">
                                <h3>{role.name}</h3>
                                <p>{role.summary}</p>
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </section>
    }
    .into_any()
}
