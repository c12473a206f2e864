//! The picture of the chain alone, for other sites to frame.

use leptos::prelude::*;

use crate::diagram::chain_diagram;
use crate::diagram::scene::Scene;
use crate::library::document::ChainPage;
use crate::library::{href, use_words};
use crate::markup::{Markup, markup};
use crate::routes::Route;

/// The picture, and the way to its page. Its links open outside the frame:
/// the page's head says so.
pub fn embed_page(page: ChainPage) -> Markup {
    let words = &use_words().chain;
    let scene = Signal::stored(Scene::published(page.diagram, use_words()));
    let picture = chain_diagram("chain", scene, None, RwSignal::new(None));
    markup! {
        <div class="embed">
            <h1 class="embed__title">{words.title}</h1>
            {picture}
            <p class="embed__more small">
                <a href={href(Route::Chain(None))}>{words.full_view}</a>
            </p>
        </div>
    }
}
