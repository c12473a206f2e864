//! How the alliance works with its readers and members: joining, privacy and their like.

use crate::components::{LinkTo, article_body, breadcrumbs, page_heading};
use crate::library::{href, use_words};
use markup::{Markup, markup};
use model::document::StatementPage;
use model::routes::Route;

/// A statement: its matter, all of it in a sentence, and the text.
pub fn statement_page(page: StatementPage) -> Markup {
    let about = LinkTo::new(href(Route::About), use_words().about.title);
    markup! {
        <div class="page wrap">
            {breadcrumbs(vec![about])}
            {page_heading(page.title, None)}
            <p class="page__intro">{page.summary}</p>
            <div class="body measure">{article_body(page.body)}</div>
        </div>
    }
}
