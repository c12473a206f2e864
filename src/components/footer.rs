//! The foot of every page.

use leptos::prelude::*;

use crate::library::{href, use_library, use_words};
use crate::routes::Route;

/// The foot of every page.
#[component]
pub fn Footer() -> impl IntoView {
    let library = use_library();
    let words = use_words();
    let name = move || library.site.get().name.clone();
    let icp = move || library.site.get().icp.clone();
    view! {
        <footer class="footer">
            <div class="footer__inner wrap">
                <p class="footer__name">{name}</p>
                <p class="footer__note">{words.shell.footer_note}</p>
                <ul class="footer__links" role="list">
                    <li>
                        <a href=format!("{}#sources", href(Route::About))>{words.shell.sources}</a>
                    </li>
                    <li>
                        <a href=href(Route::About)>{words.shell.about}</a>
                    </li>
                </ul>
                {move || icp().map(|icp| view! { <p class="footer__icp">{icp}</p> })}
            </div>
        </footer>
    }
}
