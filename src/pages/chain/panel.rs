//! The chosen link in full, beneath the picture.

use leptos::prelude::*;

use super::link::{LinkFacts, on_link};
use crate::components::{Cite, CompanyList, HeadlineList, LinkTo, ProjectList, SectionHeading};
use crate::content::words::fill;
use crate::library::document::{LinkDetail, LinkSummary};
use crate::library::{href, use_words};
use crate::routes::{NewsFilter, Route};

/// The chosen link.
#[component]
pub fn Panel(
    /// The link in short.
    summary: LinkSummary,
    /// The rest of it.
    detail: LinkDetail,
) -> impl IntoView {
    let words = &use_words().chain;
    let LinkDetail {
        id,
        sources,
        companies,
        news,
        projects,
    } = detail;
    let class = format!("chain-panel chain-panel--{}", id.as_str());
    let heading = fill(words.panel, &[&summary.name]);
    let companies = (!companies.is_empty()).then(|| {
        let more = LinkTo::new(href(Route::Members(on_link(id))), words.filter_companies);
        view! {
            <section class="section">
                <SectionHeading text=words.companies more=more />
                <CompanyList companies />
            </section>
        }
    });
    let projects = (!projects.is_empty()).then(|| {
        view! {
            <section class="section">
                <SectionHeading text=words.projects />
                <ProjectList projects />
            </section>
        }
    });
    let news = (!news.is_empty()).then(|| {
        let filter = NewsFilter {
            link: Some(id),
            ..NewsFilter::default()
        };
        let more = LinkTo::new(href(Route::News(filter)), words.all_news);
        view! {
            <section class="section">
                <SectionHeading text=words.news more=more />
                <HeadlineList articles=news />
            </section>
        }
    });
    view! {
        <section class=class id="panel" tabindex="-1" aria-labelledby="panel-name" data-after-diagram="">
            <div class="chain-panel__head">
                <h2 class="chain-panel__name" id="panel-name">
                    {heading}
                </h2>
                <a class="chain-panel__close" href=href(Route::Chain(None))>
                    {words.close}
                </a>
            </div>
            <LinkFacts link=summary />
            <p class="chain-panel__sources small">
                {words.source} " "
                {sources.into_iter().map(|source| view! { <Cite source /> " " }).collect_view()}
            </p>
        </section>
        {companies}
        {projects}
        {news}
    }
}
