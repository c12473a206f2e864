//! An article, set for reading.

use crate::components::{
    LinkTo, Place, article_body, attachments, breadcrumbs, category_tag, cite, corrected,
    corrections, headline_list, page_heading, picture, pictures, section_heading, share,
    stage_tags,
};
use crate::diagram::chain_place;
use crate::library::{href, use_words};
use markup::{Content, Markup, Reactive, lazy, markup};
use model::document;
use model::document::{CompanyName, Neighbour, Picture};
use model::routes::Route;
use model::{Block, StageId};

/// An article.
pub fn article_page(page: document::ArticlePage) -> Markup<Reactive> {
    let words = use_words();
    let news = &words.news;
    let document::ArticlePage {
        headline,
        body,
        body_lang,
        cover,
        gallery,
        poster,
        papers,
        verbatim,
        translation,
        corrections: corrected_since,
        companies,
        source,
        related,
        event,
        older,
        newer,
    } = page;
    let title = headline.title.text.clone();
    let trail = vec![LinkTo::new(
        href(Route::News(Default::default())),
        news.title,
    )];
    let related = (!related.is_empty()).then(|| {
        markup! {
            <section class="section">
                {section_heading(news.related.into(), None, None)}
                {headline_list(related, 3, false)}
            </section>
        }
    });
    markup! {
        <div class="article page wrap">
            {breadcrumbs(trail)}
            <article class="article__columns">
                <div class="article__text">
                    <p class="article__category">{category_tag(headline.category)}</p>
                    {page_heading(headline.title.text, headline.title.lang)}
                    <p class="article__origin">
                        <time datetime={headline.date.iso}>{headline.date.text}</time>
                        <span>{words.shell.source} " " {cite(source)}</span>
                    </p>
                    {share(poster, &title)}
                    {cover.map(|cover| picture(cover, Place::Cover))}
                    {corrected(&corrected_since)}
                    {notice(body_lang.map(|_| match translation.is_empty() {
                        true => news.other_language,
                        false => news.translated,
                    }))}
                    {notice(verbatim.then_some(news.verbatim))}
                    {lazy(move || markup! { <div class="body" lang={body_lang}>{article_body(body)}</div> })}
                    {translated(translation)}
                    {(!gallery.is_empty()).then(|| below(gallery))}
                    {attachments(papers)}
                    {corrections(corrected_since)}
                </div>
                <div class="article__aside">{subjects(headline.stages, companies, event)}</div>
            </article>
            {related}
            {neighbours(older, newer)}
        </div>
    }
}

/// Our translation, below the original.
fn translated(translation: Vec<Block>) -> Option<Markup> {
    let news = &use_words().news;
    (!translation.is_empty()).then(|| {
        markup! {
            <section class="section">
                {section_heading(news.translation.into(), Some("translation"), None)}
                {notice(Some(news.translated_by))}
                <div class="body">{article_body(translation)}</div>
            </section>
        }
    })
}

/// The pictures below the text.
fn below(gallery: Vec<Picture>) -> Markup {
    let words = &use_words().news;
    markup! {
        <section class="section">
            {section_heading(words.gallery.into(), Some("pictures"), None)}
            {pictures(gallery)}
        </section>
    }
}

/// What a reader must know before reading.
fn notice(text: Option<&'static str>) -> Option<Markup> {
    text.map(|text| {
        markup! {
            <p class="article__notice">{text}</p>
        }
    })
}

/// The stages of the chain and the companies that the article is about.
fn subjects(
    stages: Vec<StageId>,
    companies: Vec<CompanyName>,
    event: Option<Neighbour>,
) -> Option<Content> {
    let words = &use_words().news;
    let place = (!stages.is_empty()).then(|| chain_place(&stages));
    let stages = (!stages.is_empty()).then(|| {
        markup! {
            <div>
                <dt>{words.stages}</dt>
                <dd>{stage_tags(stages)}</dd>
            </div>
        }
    });
    let companies = (!companies.is_empty()).then(|| {
        markup! {
            <div>
                <dt>{words.companies}</dt>
                {companies
                    .into_iter()
                    .map(|company| {
                        markup! {
                            <dd>
                                <a href={href(Route::Member(company.id))}>{company.name}</a>
                            </dd>
                        }
                    })
                    .collect::<Vec<_>>()}
            </div>
        }
    });
    let event = event.map(|Neighbour { id, title }| {
        markup! {
            <div>
                <dt>{use_words().events.title}</dt>
                <dd>
                    <a href={href(Route::Event(id))} lang={title.lang}>{title.text}</a>
                </dd>
            </div>
        }
    });
    let any = stages.is_some() || companies.is_some() || event.is_some();
    any.then(|| {
        markup! {
            <>{place}<dl class="article__subjects">{stages} {companies} {event}</dl></>
        }
    })
}

/// The way to the article before and the one after.
fn neighbours(older: Option<Neighbour>, newer: Option<Neighbour>) -> Option<Markup> {
    let words = &use_words().news;
    let any = older.is_some() || newer.is_some();
    let stage = |neighbour: Option<Neighbour>, label: &'static str| {
        neighbour.map(|Neighbour { id, title }| {
            markup! {
                <li class="article__neighbour">
                    <span class="small">{label}</span>
                    <a href={href(Route::Article(id))} lang={title.lang}>{title.text}</a>
                </li>
            }
        })
    };
    any.then(|| {
        markup! {
            <nav class="section" aria-label={words.neighbours}>
                <ul class="article__neighbours" role="list">
                    {stage(newer, words.newer)}
                    {stage(older, words.older)}
                </ul>
            </nav>
        }
    })
}
