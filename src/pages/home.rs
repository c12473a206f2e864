//! Who they are, the chain, three figures, the newest news, the way on.

mod companies;
mod news;
mod roles;

use leptos::prelude::*;

use crate::components::{FigureCards, PageHeading};
use crate::diagram::ChainDiagram;
use crate::library::document::HomePage as Home;
use crate::library::{href, use_words};
use crate::routes::Route;
use companies::Companies;
use news::News;
use roles::Roles;

/// The home page.
#[component]
pub fn HomePage(
    /// Its document.
    page: Home,
) -> impl IntoView {
    let words = &use_words().home;
    view! {
        <div class="home wrap">
            <div class="home__hero">
                <PageHeading text=page.headline />
                <div class="home__intro">
                    <p class="measure">{page.introduction} {words.chain}</p>
                    <a class="home__to-chain" href=href(Route::Chain(None))>
                        {words.change}
                    </a>
                </div>
            </div>
            <ChainDiagram diagram=page.diagram chosen=None />
            <section class="home__figures" aria-labelledby="figures">
                <h2 class="visually-hidden" id="figures">
                    {words.figures}
                </h2>
                <FigureCards figures=page.figures />
            </section>
            <News lead=page.lead news=page.news count=page.news_count />
            <Roles roles=page.roles />
            <Companies companies=page.companies count=page.company_count />
        </div>
    }
}
