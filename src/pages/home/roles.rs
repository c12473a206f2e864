//! The four roles in short.

use crate::components::{LinkTo, section_heading};
use crate::library::{href, use_words};
use markup::{Markup, markup};
use model::document::RoleText;
use model::routes::Route;

/// The four roles on the home page.
pub fn roles(roles: Vec<RoleText>) -> Markup {
    let words = &use_words().home;
    let about = LinkTo::new(href(Route::About), words.about);
    markup! {
        <section class="section" aria-labelledby="roles">
            {section_heading(words.roles.into(), Some("roles"), Some(about))}
            <ol class="home__roles" role="list">
                {roles
                    .into_iter()
                    .map(|role| {
                        markup! {
                            <li class="home__role">
                                <h3>{role.name}</h3>
                                <p>{role.summary}</p>
                            </li>
                        }
                    })
                    .collect::<Vec<_>>()}
            </ol>
        </section>
    }
}
