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
    let picture = chain_of(&page).map(bare);
    markup! {
        <div class="embed">
            <h1 class="embed__title">{words.title}</h1>
            {picture}
            <p class="embed__more small">
                <a href={href(Route::Chain(None))} data-keeps="">{words.full_view}</a>
            </p>
        </div>
    }
}
