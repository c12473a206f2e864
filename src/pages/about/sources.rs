//! Every source of the site.

use crate::components::section_heading;
use crate::library::document::Cite;
use crate::library::use_words;
use crate::markup::{Markup, markup};

/// The list of sources: title, then publisher and date.
pub fn source_list(sources: Vec<Cite>) -> Markup {
    let words = &use_words().about;
    markup! {
        <section class="section" aria-labelledby="sources">
            {section_heading(words.sources.into(), Some("sources"), None)}
            <p class="page__intro">{words.sources_note}</p>
            <ol class="about__sources" role="list">
                {sources
                    .into_iter()
                    .map(|source| {
                        markup! {
                            <li>
                                {match source.url {
                                    Some(url) => {
                                        markup! {
                                            <a href={url} rel="external noopener">{source.title}</a>
                                        }
                                    }
                                    None => markup! {
                                        <span>{source.title}</span>
                                    },
                                }}
                                " "
                                <span class="small">{source.text}</span>
                            </li>
                        }
                    })
                    .collect::<Vec<_>>()}
            </ol>
        </section>
    }
}
