//! The picture of the chain alone, for other sites to frame.

use super::chain::{bare, chain_of};
use crate::library::{href, use_words};
use markup::{Markup, Reactive, markup};
use model::document::ChainPage;
use model::routes::Route;

/// The picture of the address's scenario, and the way to its page. Its links
/// open outside the frame: the page's head says so.
pub fn embed_page(page: ChainPage) -> Markup<Reactive> {
    let words = &use_words().chain;
    let (picture, to_page) = match chain_of(&page) {
        Some(chain) => {
            let to_page = chain.href(Route::Chain(None));
            (
                Some(bare()),
                markup! { <a href={to_page}>{words.full_view}</a> },
            )
        }
        None => (
            None,
            markup! { <a href={href(Route::Chain(None))}>{words.full_view}</a> }.into(),
        ),
    };
    markup! {
        <div class="embed">
            <h1 class="embed__title">{words.title}</h1>
            {picture}
            <p class="embed__more small">
                {to_page}
            </p>
        </div>
    }
}
