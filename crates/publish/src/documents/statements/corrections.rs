//! Everything that has been put right: in articles, figures, and figures that later ones
//! have replaced.

use std::cmp::Reverse;

use content::bundle::{Article, Correction, Text};
use model::date::Period;
use model::document::StatementPage;
use model::routes::{Address, Route, point};
use model::words::fill;
use model::{Align, Block, Inline};

use super::super::context::Context;

/// How many corrections are listed, the newest: each stands with its article as well.
const MOST: usize = 100;

/// The page of all corrections.
pub fn corrections(cx: &Context) -> StatementPage {
    let words = &cx.words().corrections;
    let mut body = vec![heading("articles", words.articles)];
    body.extend(of_articles(cx));
    body.push(heading("figures", words.figures));
    body.extend(of_figures(cx));
    StatementPage {
        title: cx.lang.words().shell.corrections.to_owned(),
        summary: words.summary.to_owned(),
        body,
    }
}

/// All corrections of articles that readers see, the newest first.
pub fn newest_first<'a>(cx: &Context<'a>) -> Vec<(&'a Article, &'a Correction)> {
    let articles = cx.bundle.news.iter();
    let mut all: Vec<_> = articles
        .flat_map(|article| article.corrections.iter().map(move |one| (article, one)))
        .collect();
    all.sort_by_key(|(_, correction)| Reverse(correction.date));
    all
}

fn of_articles(cx: &Context) -> Vec<Block> {
    let words = &cx.words().corrections;
    let all = newest_first(cx);
    let listed = all.iter().take(MOST).map(|(article, correction)| {
        let path = Address::new(cx.lang, Route::Article(article.id.clone())).path();
        let title = text(cx.text(&article.title));
        let mut about = text(correction.date.display(cx.lang) + " · ");
        about.push(Inline::Link(path, title));
        vec![
            Block::Paragraph(about),
            Block::Paragraph(text(cx.text(&correction.note))),
        ]
    });
    let list: Vec<Vec<Block>> = listed.collect();
    match (list.is_empty(), all.len() > MOST) {
        (true, _) => vec![Block::Paragraph(text(words.none.to_owned()))],
        (false, false) => vec![Block::List(None, list)],
        (false, true) => {
            let note = fill(words.newest, &[&MOST.to_string()]);
            vec![Block::Paragraph(text(note)), Block::List(None, list)]
        }
    }
}

/// A table of the figures and factors that are marked as superseded, and of figures that
/// were put right.
fn of_figures(cx: &Context) -> Vec<Block> {
    let words = &cx.words().corrections;
    let row = |route: Route, name: &Text, cells: [String; 3]| {
        let path = Address::new(cx.lang, route).path();
        let name = vec![Inline::Link(path, text(cx.text(name)))];
        let cells = cells.into_iter().map(text);
        std::iter::once(name).chain(cells).collect::<Vec<_>>()
    };
    let indicators = cx.bundle.indicators.indicators.iter();
    let mut rows: Vec<_> = indicators
        .flat_map(|indicator| {
            let row = move |period: Period, kind, value, from| {
                let value = cx.quantity(value, indicator.unit);
                let cells = [
                    period.display(cx.lang),
                    format!("{} {}", value.value, value.unit),
                    from,
                ];
                let route = Route::Figure(indicator.id.clone(), point(period, kind));
                row(route, &indicator.name, cells)
            };
            let replaced = indicator.points.iter().filter(|point| point.superseded);
            let replaced = replaced.map(move |point| {
                let from = cx.cite(&point.source).text;
                row(point.period, point.kind, point.value, from)
            });
            let corrected = indicator.corrected.iter();
            replaced.chain(corrected.map(move |one| {
                let days = [one.published, one.date].map(|day| day.display(cx.lang));
                let from = fill(cx.words().figure.own, &[&days[0], &days[1]]);
                row(one.period, one.kind, one.value, from)
            }))
        })
        .collect();
    let factors = cx.bundle.chain.factors.iter();
    rows.extend(factors.flat_map(|factor| {
        factor.former.iter().map(move |former| {
            let value = cx.quantity(former.value, factor.unit);
            let cells = [
                former.period.display(cx.lang),
                format!("{} {}", value.value, value.unit),
                cx.cite(&former.source).text,
            ];
            row(Route::Chain(None), &factor.name, cells)
        })
    }));
    if rows.is_empty() {
        return vec![Block::Paragraph(text(words.none.to_owned()))];
    }
    let columns = words.columns.map(|column| text(column.to_owned()));
    vec![
        Block::Paragraph(text(words.figures_note.to_owned())),
        Block::Table(
            vec![Align::None, Align::None, Align::Right, Align::None],
            columns.into(),
            rows,
        ),
    ]
}

fn heading(id: &str, words: &str) -> Block {
    Block::Heading(2, id.to_owned(), text(words.to_owned()))
}

fn text(words: String) -> Vec<Inline> {
    vec![Inline::Text(words)]
}
