//! The papers: charter, forms, standards, policies, reports, data.

use crate::components::{page_heading, paper_list};
use crate::library::use_words;
use markup::{Markup, markup};
use model::document::{PaperSection, PapersPage};

/// All papers, by kind.
pub fn papers_page(page: PapersPage) -> Markup {
    let words = &use_words().papers;
    let ways = page.sections.iter().map(way).collect::<Vec<_>>();
    markup! {
        <div class="papers page wrap">
            {page_heading(words.title.into(), None)}
            <p class="page__intro">{page.summary}</p>
            <div class="papers__columns">
                <nav class="papers__kinds" aria-label={words.kinds}>
                    <ul role="list">{ways}</ul>
                </nav>
                <div>{page.sections.into_iter().map(section).collect::<Vec<_>>()}</div>
            </div>
        </div>
    }
}

/// The way to the papers of a kind.
fn way(section: &PaperSection) -> Markup {
    markup! {
        <li>
            <a class="papers__kind" href={format!("#{}", section.id)}>
                {section.name.clone()}
                " "
                <span class="papers__count">{section.papers.len().to_string()}</span>
            </a>
        </li>
    }
}

fn section(section: PaperSection) -> Markup {
    let note = (!section.note.is_empty()).then(|| {
        markup! {
            <p class="small">{section.note}</p>
        }
    });
    markup! {
        <section class="papers__section">
            <div class="section-heading">
                <h2 class="section-heading__text" id={section.id}>{section.name}</h2>
                {note}
            </div>
            {paper_list(section.papers)}
        </section>
    }
}
