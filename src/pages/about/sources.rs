//! Every source of the site.

use leptos::prelude::*;

use crate::components::SectionHeading;
use crate::library::document::Cite;
use crate::library::use_words;

/// The list of sources: title, then publisher and date.
#[component]
pub fn Sources(
    /// The sources.
    sources: Vec<Cite>,
) -> impl IntoView {
    let words = &use_words().about;
    view! {
        <section class="section" aria-labelledby="sources">
            <SectionHeading text=words.sources id="sources" />
            <p class="page__intro">{words.sources_note}</p>
            <ol class="about__sources" role="list">
                {sources
                    .into_iter()
                    .map(|source| {
                        view! {
                            <li>
                                {match source.url {
                                    Some(url) => {
                                        view! {
                                            <a href=url rel="external noopener">
                                                {source.title}
                                            </a>
                                        }
                                            .into_any()
                                    }
                                    None => view! { <span>{source.title}</span> }.into_any(),
                                }} " " <span class="small">{source.text}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </section>
    }
    .into_any()
}
