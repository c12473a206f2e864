//! Projects: what, how far, how much, from where.

use super::{cite, pictures};
use crate::library::use_words;
use markup::{Markup, markup};
use model::document::ProjectText;
use model::words::fill;

/// Projects in a list.
pub fn project_list(projects: Vec<ProjectText>) -> Markup {
    markup! {
        <ul class="project-list" role="list">
            {projects.into_iter().map(project_item).collect::<Vec<_>>()}
        </ul>
    }
}

fn project_item(project: ProjectText) -> Markup {
    let words = &use_words().members;
    let ProjectText {
        name,
        summary,
        status,
        as_of,
        investment,
        pictures: shown,
        source,
    } = project;
    let investment = investment.map(|amount| {
        fill(
            words.investment,
            &[&format!("{} {}", amount.value, amount.unit)],
        )
    });
    markup! {
            <li class="project-list__item">
                <h3 class="project-list__name" lang={name.lang}>{name.text}</h3>
                <p class="project-list__facts">
                    {(!status.is_empty()).then(|| markup! {
        <span class="tag">{status}</span>
    })}
                    {investment.map(|text| markup! {
        <span>{text}</span>
    })}
                    <time class="small" datetime={as_of.iso}>{fill(words.as_of, &[&as_of.text])}</time>
                </p>
                <p class="project-list__summary" lang={summary.lang}>{summary.text}</p>
                {(!shown.is_empty()).then(|| pictures(shown))}
                <p>{cite(source)}</p>
            </li>
        }
}
