//! A company: what it makes, its place on the chain, its news.

mod capacities;
mod contacts;

use crate::components::{
    LinkTo, attachments, breadcrumbs, cite, company_tile, headline_list, membership_tag,
    page_heading, pictures, project_list, section_heading,
};
use crate::diagram::chain_place;
use crate::library::{href, use_words};
use capacities::capacity_table;
use contacts::contacts;
use markup::{Markup, markup};
use model::MembershipStatus;
use model::document;
use model::document::{Cite as Source, CompanyName, Phrase, When};
use model::routes::Route;
use model::words::fill;

/// A company.
pub fn member_page(page: document::MemberPage) -> Markup {
    let words = &use_words().members;
    let document::MemberPage {
        row,
        summary,
        note,
        capacities,
        tile,
        logo,
        photos,
        papers,
        contacts: reached,
        role,
        projects,
        news,
        neighbours,
        sources,
        last_verified,
    } = page;
    let trail = vec![LinkTo::new(
        href(Route::Members(Default::default())),
        words.title,
    )];
    let unconfirmed = row.membership == MembershipStatus::Unconfirmed;
    let projects = (!projects.is_empty()).then(|| {
        markup! {
            <section class="section">
                {section_heading(words.projects.into(), None, None)}
                {project_list(projects)}
            </section>
        }
    });
    let news = (!news.is_empty()).then(|| {
        markup! {
            <section class="section">
                {section_heading(words.news.into(), None, None)}
                {headline_list(news, 3, false)}
            </section>
        }
    });
    markup! {
            <div class="member page wrap">
                {breadcrumbs(trail)}
                <div class="member__head">
                    {company_tile(tile, logo)}
                    {page_heading(row.name.text, row.name.lang)}
                </div>
                <p class="member__membership">
                    {membership_tag(row.membership)}
                    {role.map(|role| markup! {
        <span>{fill(words.role, &[&role])}</span>
    })}
                    {unconfirmed
                        .then(|| markup! {
                            <span class="small">{words.unconfirmed_note}</span>
                        })}
                </p>
                {text("member__summary", summary)}
                {note.map(|note| text("member__note", note))}
                {facts(row.products, row.district)}
                {(!photos.is_empty()).then(|| pictures(photos))}
                <section class="section">
                    {section_heading(words.place.into(), None, None)}
                    {chain_place(&row.stages)}
                </section>
                <section class="section">
                    {section_heading(words.capacities.into(), None, None)}
                    {capacity_table(capacities)}
                </section>
                {contacts(reached)}
                {attachments(papers)}
                {projects}
                {news}
                {others(neighbours)}
                {source_list(sources, last_verified)}
            </div>
        }
}

fn text(class: &'static str, phrase: Phrase) -> Markup {
    markup! {
        <p class={class} lang={phrase.lang}>{phrase.text}</p>
    }
}

fn facts(products: Vec<String>, district: Option<String>) -> Markup {
    let words = &use_words().members;
    let products = match products.is_empty() {
        true => words.unknown.to_owned(),
        false => products.join(words.separator),
    };
    markup! {
        <dl class="member__facts">
            <div>
                <dt>{words.products}</dt>
                <dd>{products}</dd>
            </div>
            <div>
                <dt>{words.district}</dt>
                <dd>{district.unwrap_or_else(|| words.unknown.to_owned())}</dd>
            </div>
        </dl>
    }
}

/// Others on the same stages.
fn others(neighbours: Vec<CompanyName>) -> Option<Markup> {
    let words = &use_words().members;
    (!neighbours.is_empty()).then(|| {
        markup! {
            <section class="section">
                {section_heading(words.neighbours.into(), None, None)}
                <ul class="member__others" role="list">
                    {neighbours
                        .into_iter()
                        .map(|company| {
                            markup! {
                                <li>
                                    <a href={href(Route::Member(company.id))}>{company.name}</a>
                                </li>
                            }
                        })
                        .collect::<Vec<_>>()}
                </ul>
            </section>
        }
    })
}

fn source_list(sources: Vec<Source>, last_verified: When) -> Markup {
    let words = &use_words().members;
    markup! {
        <section class="section">
            {section_heading(words.sources.into(), None, None)}
            <ul class="member__sources" role="list">
                {sources
                    .into_iter()
                    .map(|source| {
                        markup! {
                            <li>{source.title.clone()} " " {cite(source)}</li>
                        }
                    })
                    .collect::<Vec<_>>()}
            </ul>
            <p class="small">
                <time datetime={last_verified.iso}>
                    {fill(words.last_verified, &[&last_verified.text])}
                </time>
            </p>
        </section>
    }
}
