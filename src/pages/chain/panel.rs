//! The chosen stage in full, beneath the picture.

use super::stage::{on_stage, stage_facts};
use crate::components::{LinkTo, cite, company_list, headline_list, project_list, section_heading};
use crate::library::{href, use_words};
use markup::{Content, markup};
use model::document::{StageDetail, StageSummary};
use model::routes::{NewsFilter, Route};
use model::words::fill;

/// The chosen stage.
pub fn panel(summary: StageSummary, detail: StageDetail) -> Content {
    let words = &use_words().chain;
    let StageDetail {
        id,
        sources,
        companies,
        news,
        projects,
    } = detail;
    let class = format!("chain-panel chain-panel--{}", id.as_str());
    let heading = fill(words.panel, &[&summary.name]);
    let companies = (!companies.is_empty()).then(|| {
        let more = LinkTo::new(href(Route::Members(on_stage(id))), words.filter_companies);
        markup! {
            <section class="section">
                {section_heading(words.companies.into(), None, Some(more))}
                {company_list(companies, 3)}
            </section>
        }
    });
    let projects = (!projects.is_empty()).then(|| {
        markup! {
            <section class="section">
                {section_heading(words.projects.into(), None, None)}
                {project_list(projects)}
            </section>
        }
    });
    let news = (!news.is_empty()).then(|| {
        let filter = NewsFilter {
            stage: Some(id),
            ..NewsFilter::default()
        };
        let more = LinkTo::new(href(Route::News(filter)), words.all_news);
        markup! {
            <section class="section">
                {section_heading(words.news.into(), None, Some(more))}
                {headline_list(news, 3, false)}
            </section>
        }
    });
    let sources: Vec<Content> = sources
        .into_iter()
        .map(|source| markup! { <>{cite(source)} " "</> })
        .collect();
    markup! {
        <>
            <section
                class={class}
                id="panel"
                tabindex="-1"
                aria-labelledby="panel-name"
                data-after-diagram=""
            >
                <div class="chain-panel__head">
                    <h2 class="chain-panel__name" id="panel-name">{heading}</h2>
                    <a class="chain-panel__close" href={href(Route::Chain(None))}>{words.close}</a>
                </div>
                {stage_facts(summary)}
                <p class="chain-panel__sources small">{words.source} " " {sources}</p>
            </section>
            {companies}
            {projects}
            {news}
        </>
    }
}
