//! Some of the papers, and the way to all.

use crate::components::{LinkTo, paper_list, section_heading};
use crate::library::{href, use_words};
use markup::{Markup, markup};
use model::document::PaperText;
use model::routes::Route;

/// The papers on the home page.
pub fn papers(papers: Vec<PaperText>) -> Markup {
    let words = use_words();
    let all = LinkTo::new(href(Route::Papers), words.papers.all);
    markup! {
        <section class="section" aria-labelledby="papers">
            {section_heading(words.shell.papers.into(), Some("papers"), Some(all))}
            {paper_list(papers)}
        </section>
    }
}
