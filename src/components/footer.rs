//! The foot of every page.

use leptos::prelude::*;

use crate::library::{href, use_library, use_words};
use markup::{Markup, markup};
use model::StatementId;
use model::document::Filing;
use model::routes::Route;

/// The foot of every page.
pub fn footer() -> Markup {
    let site = use_library().site.get_untracked();
    let words = &use_words().shell;
    let statements = [
        (StatementId::Join, words.join),
        (StatementId::Privacy, words.privacy),
        (StatementId::Accessibility, words.accessibility),
        (StatementId::Copyright, words.copyright),
    ];
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
                    {statements
                        .into_iter()
                        .map(|(id, name)| {
                            markup! {
                                <li>
                                    <a href={href(Route::Statement(id))}>{name}</a>
                                </li>
                            }
                        })
                        .collect::<Vec<_>>()}
                </ul>
                {filings(site.filings.clone())}
            </div>
        </footer>
    }
}

/// The numbers under which authorities have the site on file; nothing while there
/// are none.
fn filings(filings: Vec<Filing>) -> Vec<Markup> {
    filings
        .into_iter()
        .map(|Filing { number, url }| {
            markup! {
                <p class="footer__filing">
                    <a href={url}>{number}</a>
                </p>
            }
        })
        .collect()
}
