//! Who they are, the chain, three figures, the newest news, the way on.

mod companies;
mod events;
mod news;
mod papers;
mod roles;

use leptos::prelude::*;

use crate::components::{figure_cards, page_heading};
use crate::diagram::chain_diagram;
use crate::diagram::layout::Orientation;
use crate::diagram::scene::Scene;
use crate::library::{href, use_words};
use companies::companies;
use events::events;
use markup::{Markup, Reactive, lazy, markup};
use model::document::{Figure, HomePage as Home};
use model::routes::Route;
use news::news;
use papers::papers;
use roles::roles;

/// The home page.
pub fn home_page(page: Home) -> Markup<Reactive> {
    let words = &use_words().home;
    let scene = Scene::published(page.diagram, use_words());
    let diagram = chain_diagram(
        "home",
        Orientation::ACROSS,
        Signal::stored(scene),
        None,
        RwSignal::new(None),
        None,
    );
    markup! {
        <div class="home wrap">
            <div class="home__hero">
                {page_heading(page.headline, None)}
                <div class="home__intro">
                    <p class="measure">{page.introduction} {words.chain}</p>
                    <a class="home__to-chain" href={href(Route::Chain(None))}>{words.change}</a>
                </div>
            </div>
            {diagram}
            {lazy(move || news(page.lead, page.news, page.news_count))}
            {events(page.coming, page.last)}
            {lazy(move || figures(page.figures))}
            {lazy(move || roles(page.roles))}
            {lazy(move || companies(page.stages, page.company_count, page.confirmed))}
            {(!page.papers.is_empty()).then(|| lazy(move || papers(page.papers)))}
        </div>
    }
}

fn figures(figures: Vec<Figure>) -> Markup {
    markup! {
        <section class="home__figures" aria-labelledby="figures">
            <h2 class="visually-hidden" id="figures">{use_words().home.figures}</h2>
            {figure_cards(figures)}
        </section>
    }
}
