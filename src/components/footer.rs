//! The foot of every page.

use leptos::prelude::*;

use crate::library::{href, use_library, use_words};
use markup::{Markup, markup};
use model::routes::Route;

/// The foot of every page.
pub fn footer() -> Markup {
    let site = use_library().site.get_untracked();
    let words = &use_words().shell;
    markup! {
        <footer class="footer">
            <div class="footer__inner wrap">
                <p class="footer__name">{site.name.clone()}</p>
                <p class="footer__note">{words.footer_note}</p>
                <ul class="footer__links" role="list">
                    <li>
                        <a href={format!("{}#sources", href(Route::About))}>{words.sources}</a>
                    </li>
                    <li>
                        <a href={href(Route::About)}>{words.about}</a>
                    </li>
                </ul>
                {site.icp.clone().map(|icp| markup! { <p class="footer__icp">{icp}</p> })}
            </div>
        </footer>
    }
}
