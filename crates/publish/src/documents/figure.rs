//! A figure by itself: its address stays, and says what stood there before.

use std::cmp::Reverse;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::context::Context;
use super::figures::{series, signed};
use content::bundle::{CorrectedValue, Indicator, Point, Text};
use model::date::Date;
use model::document::{ContactLine, FigurePage, Phrase, PointText, Quantity, Series};
use model::quantity::Number;
use model::routes::{self, Address, Route};
use model::words::fill;
use model::{Block, Inline, Lang, PointKind};

/// So many points before and after it are shown, of a long series.
const NEAR: usize = 6;

/// The pages of an indicator's points, oldest first.
pub fn pages(indicator: &Indicator) -> Vec<Route> {
    let mut pages = Vec::with_capacity(indicator.points.len());
    for point in &indicator.points {
        let page = route(indicator, point);
        if !pages.contains(&page) {
            pages.push(page);
        }
    }
    pages
}

/// The page of a point.
pub fn route(indicator: &Indicator, point: &Point) -> Route {
    let name = routes::point(point.period, point.kind);
    Route::Figure(indicator.id.clone(), name)
}

/// The page of an indicator's point, by its address.
pub fn figure(cx: &Context, id: &str, name: &str) -> Option<FigurePage> {
    let indicator = cx.bundle.indicator(id)?;
    let point = indicator.at(name)?;
    let words = &cx.words().figure;
    let period = point.period.display(cx.lang);
    let kind = cx.lang.words().kinds.point(point.kind);
    let mut title = vec![cx.text(&indicator.name), period];
    if point.kind != PointKind::Actual {
        title.push(kind.to_lowercase());
    }
    let quantity = quantity(cx, indicator, point.value, point.at_least);
    let body = before(cx, indicator, point).into_iter().chain([tell(
        cx,
        &quantity,
        route(indicator, point),
    )]);
    Some(FigurePage {
        title: title.join(cx.lang.words().figures.comma),
        facts: facts(cx, indicator, point, kind),
        source: cx.cite(&point.source),
        body: body.collect(),
        heading: words.series.to_owned(),
        series: near(cx, indicator, name),
        quantity,
    })
}

/// A value as readers see it; words that make it a lower bound stand with it.
fn quantity(cx: &Context, indicator: &Indicator, value: Number, at_least: bool) -> Quantity {
    let words = &cx.lang.words().figures;
    let mut quantity = cx.quantity(value, indicator.unit);
    if at_least {
        quantity.value.insert_str(0, words.at_least_before);
        quantity.unit.push_str(words.at_least_after);
    }
    quantity
}

/// All that is known, each with what it is.
fn facts(cx: &Context, indicator: &Indicator, point: &Point, kind: &str) -> Vec<ContactLine> {
    let (figures, shell) = (&cx.lang.words().figures, &cx.lang.words().shell);
    let mut kinds = vec![kind];
    if point.superseded {
        kinds.push(figures.superseded);
    }
    if point.calculated {
        kinds.push(figures.calculated);
    }
    let stage = (indicator.stage).and_then(|id| cx.bundle.stage(id));
    let stage = stage.map(|stage| ContactLine {
        url: Some(Address::new(cx.lang, Route::Chain(Some(stage.id))).path()),
        ..said(shell.chain, cx.phrase(&stage.name))
    });
    let change = (point.change).map(|change| line(figures.change, signed(cx, change)));
    let noted = |label, note: Option<&Text>| note.map(|note| said(label, cx.phrase(note)));
    let note = cx.noted(indicator.note.as_ref(), indicator.newest_known);
    let title = cx.phrase(&cx.source(&point.source).title);
    [
        line(figures.period, point.period.display(cx.lang)),
        line(figures.kind, kinds.join(figures.semicolon)),
        said(figures.scope, cx.phrase(&indicator.scope)),
    ]
    .into_iter()
    .chain(stage)
    .chain(change)
    .chain(noted(figures.remark, point.note.as_ref()))
    .chain(note.map(|note| line(figures.note, note)))
    .chain([said(cx.words().figure.source_title, title)])
    .collect()
}

fn line(label: &str, value: String) -> ContactLine {
    ContactLine {
        label: label.to_owned(),
        value,
        lang: None,
        url: None,
    }
}

fn said(label: &str, text: Phrase) -> ContactLine {
    ContactLine {
        lang: text.lang,
        ..line(label, text.text)
    }
}

/// The series around a point, which leads to all of it but to the page itself.
fn near(cx: &Context, indicator: &Indicator, name: &str) -> Series {
    let mut series = series(cx, indicator);
    let is_own = |point: &PointText| point.point.as_deref() == Some(name);
    let own = series.points.iter().position(is_own).unwrap_or_default();
    series.points.drain(..own.saturating_sub(NEAR));
    series.points.truncate(2 * NEAR + 1);
    for point in &mut series.points {
        if point.point.as_deref() == Some(name) {
            point.point = None;
        }
    }
    series
}

/// What was published in its place before, the newest first.
fn before(cx: &Context, indicator: &Indicator, point: &Point) -> Vec<Block> {
    let replaced = indicator.points.iter().filter(|other| {
        let same = (other.period, other.kind) == (point.period, point.kind);
        same && other.superseded && !std::ptr::eq(*other, point)
    });
    let replaced = replaced.map(|other| {
        let date = cx.source(&other.source).date;
        (date, replaced_by_source(cx, indicator, other, date))
    });
    let corrected = indicator.corrected(point);
    let corrected = corrected.map(|one| {
        let item = put_right(cx, indicator, point, one);
        (Some(one.published), item)
    });
    let mut all: Vec<(Option<Date>, Vec<Inline>)> = replaced.chain(corrected).collect();
    if all.is_empty() {
        return Vec::new();
    }
    all.sort_by_key(|(date, _)| Reverse(*date));
    let items = all.into_iter();
    let items = items.map(|(_, said)| vec![Block::Paragraph(said)]);
    let heading = text(cx.words().figure.before.to_owned());
    vec![
        Block::Heading(2, "before".to_owned(), vec![heading]),
        Block::List(None, items.collect()),
    ]
}

/// What a source has replaced.
fn replaced_by_source(
    cx: &Context,
    indicator: &Indicator,
    other: &Point,
    date: Option<Date>,
) -> Vec<Inline> {
    let quantity = quantity(cx, indicator, other.value, other.at_least);
    let said = as_published(cx, date, &quantity);
    let note = cx.optional(other.note.as_ref());
    let said: Vec<String> = [Some(said), note].into_iter().flatten().collect();
    let cite = cx.cite(&other.source);
    let cited = text(cite.text);
    vec![
        text(said.join(between(cx)) + " "),
        match cite.url {
            Some(url) => Inline::Link(url, vec![cited]),
            None => cited,
        },
    ]
}

/// What this site had wrong.
fn put_right(
    cx: &Context,
    indicator: &Indicator,
    point: &Point,
    one: &CorrectedValue,
) -> Vec<Inline> {
    let quantity = quantity(cx, indicator, one.value, point.at_least);
    let put_right = fill(cx.words().figure.put_right, &[&one.date.display(cx.lang)]);
    let said = as_published(cx, Some(one.published), &quantity);
    let between = between(cx);
    let note = cx.optional(one.note.as_ref());
    let said = [Some(said + between + &put_right), note];
    let said: Vec<String> = said.into_iter().flatten().collect();
    vec![text(said.join(between))]
}

/// `2025年11月20日公布时为491 亿元。`
fn as_published(cx: &Context, date: Option<Date>, quantity: &Quantity) -> String {
    let words = &cx.words().figure;
    let value = [quantity.value.as_str(), " ", &quantity.unit].concat();
    let value = value.trim_end();
    match date {
        Some(date) => {
            let words = match date.is_whole() {
                true => words.as_published,
                false => words.as_published_in,
            };
            fill(words, &[&date.display(cx.lang), value])
        }
        None => fill(words.as_published_undated, &[value]),
    }
}

/// Between sentences.
fn between(cx: &Context) -> &'static str {
    match cx.lang {
        Lang::En => " ",
        _ => "",
    }
}

/// The way to those who answer for it: a letter that says which it is, or their page if
/// they have no mailbox.
fn tell(cx: &Context, quantity: &Quantity, route: Route) -> Block {
    let contact = cx.bundle.alliance.contact.as_ref();
    let to = match contact.and_then(|contact| contact.email.as_ref()) {
        Some(mailbox) => {
            let path = Address::new(cx.lang, route).path();
            let about = [&quantity.value, " ", &path].concat();
            let about = utf8_percent_encode(&about, NON_ALPHANUMERIC);
            format!("mailto:{mailbox}?subject={about}")
        }
        None => Address::new(cx.lang, Route::About).path() + "#contact",
    };
    let words = text(cx.lang.words().ask.tell.to_owned());
    Block::Paragraph(vec![Inline::Link(to, vec![words])])
}

fn text(words: String) -> Inline {
    Inline::Text(words)
}
