//! The sources of the site.

use crate::components::{inside_app, section_heading};
use crate::library::use_words;
use markup::{Markup, markup};
use model::document::Cite;
use model::words::fill;

/// The list of sources: title, then publisher and date; and all `count` of them
/// to take along.
pub fn source_list(sources: Vec<Cite>, count: u32) -> Markup {
    let words = &use_words().about;
    let listed = sources.len() as u32;
    let newest = (listed < count).then(|| {
        let note = fill(words.sources_newest, &[&listed.to_string()]);
        markup! { <p class="page__intro">{note}</p> }
    });
    markup! {
        <section class="section" aria-labelledby="sources">
            {section_heading(words.sources.into(), Some("sources"), None)}
            <p class="page__intro">{words.sources_note}</p>
            {newest}
            <ol class="about__sources" role="list">
                {sources.into_iter().map(source).collect::<Vec<_>>()}
            </ol>
            <p class="about__tables small">
                {fill(words.sources_all, &[&count.to_string()])}
                " "
                <a href="/data/sources.csv" download={true}>"CSV"</a>
                " "
                <a href="/data/sources.json" download={true}>"JSON"</a>
            </p>
            {inside_app()}
        </section>
    }
}

fn source(source: Cite) -> Markup {
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
}
