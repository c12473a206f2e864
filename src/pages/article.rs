//! An article, set for reading.

use leptos::prelude::*;

use crate::components::{
    Body, Breadcrumbs, CategoryTag, Cite, HeadlineList, LinkTags, LinkTo, PageHeading,
    SectionHeading, Share,
};
use crate::content::LinkId;
use crate::library::document::{self, CompanyName, Neighbour};
use crate::library::{href, use_words};
use crate::routes::Route;

/// An article.
#[component]
pub fn ArticlePage(
    /// The document.
    page: document::ArticlePage,
) -> impl IntoView {
    let words = use_words();
    let news = &words.news;
    let document::ArticlePage {
        headline,
        body,
        body_lang,
        verbatim,
        companies,
        source,
        related,
        older,
        newer,
    } = page;
    let trail = vec![LinkTo::new(
        href(Route::News(Default::default())),
        news.title,
    )];
    let related = (!related.is_empty()).then(|| {
        view! {
            <section class="section">
                <SectionHeading text=news.related />
                <HeadlineList articles=related />
            </section>
        }
    });
    view! {
        <div class="article page wrap">
            <Breadcrumbs trail />
            <article class="article__columns">
                <div class="article__text">
                    <p class="article__category">
                        <CategoryTag category=headline.category />
                    </p>
                    <PageHeading text=headline.title.text lang=headline.title.lang />
                    <p class="article__origin">
                        <time datetime=headline.date.iso>{headline.date.text}</time>
                        <span>{words.shell.source} " " <Cite source /></span>
                    </p>
                    <Notice text=body_lang.map(|_| news.other_language) />
                    <Notice text=verbatim.then_some(news.verbatim) />
                    <div class="body" lang=body_lang.map(|lang| lang.tag())>
                        <Body blocks=body />
                    </div>
                </div>
                <div class="article__aside">
                    <Subjects links=headline.links companies />
                    <Share />
                </div>
            </article>
            {related}
            <Neighbours older newer />
        </div>
    }
}

/// What a reader must know before reading.
#[component]
fn Notice(text: Option<&'static str>) -> impl IntoView {
    text.map(|text| view! { <p class="article__notice">{text}</p> })
}

/// The links of the chain and the companies that the article is about.
#[component]
fn Subjects(links: Vec<LinkId>, companies: Vec<CompanyName>) -> impl IntoView {
    let words = &use_words().news;
    let links = (!links.is_empty()).then(|| {
        view! {
            <div>
                <dt>{words.links}</dt>
                <dd>
                    <LinkTags links />
                </dd>
            </div>
        }
    });
    let companies = (!companies.is_empty()).then(|| {
        view! {
            <div>
                <dt>{words.companies}</dt>
                {companies
                    .into_iter()
                    .map(|company| {
                        view! {
                            <dd>
                                <a href=href(Route::Member(company.id))>{company.name}</a>
                            </dd>
                        }
                    })
                    .collect_view()}
            </div>
        }
    });
    let any = links.is_some() || companies.is_some();
    any.then(|| view! { <dl class="article__subjects">{links} {companies}</dl> })
}

/// The way to the article before and the one after.
#[component]
fn Neighbours(older: Option<Neighbour>, newer: Option<Neighbour>) -> impl IntoView {
    let words = &use_words().news;
    let any = older.is_some() || newer.is_some();
    let link = |neighbour: Option<Neighbour>, label: &'static str| {
        neighbour.map(|Neighbour { id, title }| {
            view! {
                <li class="article__neighbour">
                    <span class="small">{label}</span>
                    <a href=href(Route::Article(id)) lang=title.lang.map(|lang| lang.tag())>
                        {title.text}
                    </a>
                </li>
            }
        })
    };
    any.then(|| {
        view! {
            <nav class="section" aria-label=words.neighbours>
                <ul class="article__neighbours" role="list">
                    {link(newer, words.newer)}
                    {link(older, words.older)}
                </ul>
            </nav>
        }
    })
}
