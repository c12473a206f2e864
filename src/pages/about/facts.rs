//! How the alliance was founded and who chairs it.

use leptos::prelude::*;

use crate::components::{Cite, SectionHeading};
use crate::content::words::fill;
use crate::library::document::AboutPage;
use crate::library::{href, use_words};
use crate::routes::Route;

/// The facts of the founding, as its report gives them.
#[component]
pub fn Facts(
    /// The page.
    page: AboutPage,
) -> impl IntoView {
    let words = &use_words().about;
    let article = page.founding_article;
    view! {
        <section class="section" aria-labelledby="founding">
            <SectionHeading text=words.founding id="founding" />
            <div class="about__founding">
                <div class="about__story measure">
                    <p>{page.founding}</p>
                    <p>
                        <a
                            href=href(Route::Article(article.id))
                            lang=article.title.lang.map(|lang| lang.tag())
                        >
                            {fill(words.read_article, &[&article.title.text])}
                        </a>
                    </p>
                </div>
                <dl class="about__facts">
                    <div>
                        <dt>{words.founded}</dt>
                        <dd>
                            <time datetime=page.founded.iso>{page.founded.text}</time>
                        </dd>
                    </div>
                    <div>
                        <dt>{words.place}</dt>
                        <dd>{page.place}</dd>
                    </div>
                    <div>
                        <dt>{page.chair_title}</dt>
                        <dd>
                            {page.chair_name}
                            <span class="about__as-of small">
                                {fill(words.chair_as_of, &[&page.chair_as_of.text])}
                            </span>
                        </dd>
                    </div>
                    <div>
                        <dt>{words.source}</dt>
                        <dd>
                            <Cite source=page.source />
                        </dd>
                    </div>
                </dl>
            </div>
        </section>
    }
    .into_any()
}
