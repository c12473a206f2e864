//! An article.

use super::context::Context;
use super::events;
use content::bundle::Article;
use content::markdown;
use model::document::{ArticlePage, Correction};
use model::{Block, Lang};

/// How many articles are offered to read next.
const RELATED: usize = 3;

/// The article with an id, if there is one.
pub fn article(cx: &Context, id: &str) -> Option<ArticlePage> {
    let news = &cx.bundle.news;
    let place = cx.place_of_article(id)?;
    let newer = place.checked_sub(1).and_then(|place| news.get(place));
    Some(page(cx, news.get(place)?, newer, news.get(place + 1)))
}

fn page(
    cx: &Context,
    article: &Article,
    newer: Option<&Article>,
    older: Option<&Article>,
) -> ArticlePage {
    let Texts {
        body,
        body_lang,
        translation,
    } = texts(cx, article);
    ArticlePage {
        headline: cx.headline(article),
        body,
        body_lang,
        cover: (article.cover.as_deref()).and_then(|id| cx.picture(id, "")),
        gallery: cx.pictures(&article.gallery),
        poster: cx.poster(&article.id),
        papers: cx.papers(&article.papers),
        verbatim: article.verbatim,
        translation,
        corrections: (article.corrections.iter())
            .map(|correction| Correction {
                date: cx.when(correction.date),
                note: cx.phrase(&correction.note),
            })
            .collect(),
        companies: cx.company_names(&article.companies),
        source: cx.cite(&article.source),
        related: (related(cx, article).into_iter())
            .map(|article| cx.headline(article))
            .collect(),
        event: events::of_article(cx, &article.id),
        older: older.map(|article| cx.neighbour(article)),
        newer: newer.map(|article| cx.neighbour(article)),
    }
}

/// What there is to read of an article.
struct Texts {
    body: Vec<Block>,
    body_lang: Option<Lang>,
    translation: Vec<Block>,
}

/// A source's own wording is never replaced by a translation: that comes after.
fn texts(cx: &Context, article: &Article) -> Texts {
    let find = |id: &str, words: &str| cx.picture(id, words);
    let blocks = |text| markdown::illustrated(text, cx.lang, &find);
    let (text, body_lang) = cx.markdown(&article.body);
    let original = article.body.get(Lang::ZhHans).text;
    let translated = article.verbatim && text != original;
    Texts {
        body: blocks(if translated { original } else { text }),
        body_lang: body_lang.or(translated.then_some(Lang::ZhHans)),
        translation: match translated {
            true => blocks(text),
            false => Vec::new(),
        },
    }
}

/// Articles about the same companies, or else about the same stages: the newest
/// of each, newest first.
fn related<'a>(cx: &Context<'a>, article: &Article) -> Vec<&'a Article> {
    let mut related: Vec<&Article> = Vec::with_capacity(RELATED);
    let companies = (article.companies.iter()).map(|id| cx.news_of_company(id));
    let stages = (article.stages.iter()).map(|stage| cx.news_of_stage(*stage));
    for other in companies.chain(stages).flatten() {
        if related.len() == RELATED {
            break;
        }
        if other.id != article.id && related.iter().all(|known| known.id != other.id) {
            related.push(other);
        }
    }
    related.sort_by_key(|article| std::cmp::Reverse(article.order()));
    related
}
