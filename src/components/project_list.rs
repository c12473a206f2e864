//! Projects: what, how far, how much, from where.

use leptos::prelude::*;

use super::Cite;
use crate::content::words::fill;
use crate::library::document::ProjectText;
use crate::library::use_words;

/// Projects in a list.
#[component]
pub fn ProjectList(
    /// The projects.
    projects: Vec<ProjectText>,
) -> impl IntoView {
    view! {
        <ul class="project-list" role="list">
            {projects.into_iter().map(|project| view! { <ProjectItem project /> }).collect_view()}
        </ul>
    }
}

#[component]
fn ProjectItem(project: ProjectText) -> impl IntoView {
    let words = &use_words().members;
    let ProjectText {
        name,
        summary,
        status,
        as_of,
        investment,
        source,
    } = project;
    let investment = investment.map(|amount| {
        fill(
            words.investment,
            &[&format!("{} {}", amount.value, amount.unit)],
        )
    });
    view! {
        <li class="project-list__item">
            <h3 class="project-list__name" lang=name.lang.map(|lang| lang.tag())>
                {name.text}
            </h3>
            <p class="project-list__facts">
                {(!status.is_empty()).then(|| view! { <span class="tag">{status}</span> })}
                {investment.map(|text| view! { <span>{text}</span> })}
                <time class="small" datetime=as_of.iso>
                    {fill(words.as_of, &[&as_of.text])}
                </time>
            </p>
            <p class="project-list__summary" lang=summary.lang.map(|lang| lang.tag())>
                {summary.text}
            </p>
            <p>
                <Cite source />
            </p>
        </li>
    }
}
