//! How the alliance was founded and who chairs it.

use crate::components::{cite, section_heading};
use crate::library::{href, use_words};
use markup::{Markup, markup};
use model::document::AboutPage;
use model::routes::Route;
use model::words::fill;

/// The facts of the founding, as its report gives them.
pub fn facts(page: &AboutPage) -> Markup {
    let words = &use_words().about;
    let article = &page.founding_article;
    markup! {
        <section class="section" aria-labelledby="founding">
            {section_heading(words.founding.into(), Some("founding"), None)}
            <div class="about__founding">
                <div class="about__story measure">
                    <p>{page.founding.clone()}</p>
                    <p>
                        <a href={href(Route::Article(article.id.clone()))} lang={article.title.lang}>
                            {fill(words.read_article, &[&article.title.text])}
                        </a>
                    </p>
                </div>
                <dl class="about__facts">
                    <div>
                        <dt>{words.founded}</dt>
                        <dd>
                            <time datetime={page.founded.iso.clone()}>{page.founded.text.clone()}</time>
                        </dd>
                    </div>
                    <div>
                        <dt>{words.place}</dt>
                        <dd>{page.place.clone()}</dd>
                    </div>
                    <div>
                        <dt>{page.chair_title.clone()}</dt>
                        <dd>
                            {page.chair_name.clone()}
                            <span class="about__as-of small">
                                {fill(words.chair_as_of, &[&page.chair_as_of.text])}
                            </span>
                        </dd>
                    </div>
                    <div>
                        <dt>{words.source}</dt>
                        <dd>{cite(page.source.clone())}</dd>
                    </div>
                </dl>
            </div>
        </section>
    }
}
