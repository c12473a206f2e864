//! The figures, and a figure written out large.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::context::Context;
use content::bundle::{Indicator, Point};
use model::document::{Figure, FiguresPage, PointText, Series};
use model::quantity::{Number, Unit};
use model::routes;
use model::words::fill;

/// The page of figures.
pub fn figures(cx: &Context) -> FiguresPage {
    FiguresPage {
        note: (cx.bundle.indicators.note.as_ref()).map(|note| cx.phrase(note)),
        series: (cx.bundle.indicators.indicators.iter())
            .map(|indicator| series(cx, indicator))
            .collect(),
    }
}

/// One indicator is one series of one scope: two are never mixed.
pub fn series(cx: &Context, indicator: &Indicator) -> Series {
    let largest = (indicator.points.iter())
        .map(|point| point.value.0.abs())
        .max()
        .unwrap_or_default();
    // The unit as shown is the same for every value.
    let unit = indicator.unit.show(Number(Decimal::ONE), cx.lang).1;
    Series {
        id: indicator.id.clone(),
        name: cx.text(&indicator.name),
        unit: unit.to_owned(),
        scope: cx.text(&indicator.scope),
        note: cx.noted(indicator.note.as_ref(), indicator.newest_known),
        stage: indicator.stage,
        points: (indicator.points.iter())
            .map(|point| PointText {
                point: Some(routes::point(point.period, point.kind)),
                period: point.period.display(cx.lang),
                value: indicator.unit.show(point.value, cx.lang).0,
                per_mille: per_mille(point.value.0, largest),
                kind: point.kind,
                at_least: point.at_least,
                calculated: point.calculated,
                superseded: point.superseded,
                change: point.change.map(|change| signed(cx, change)),
                note: remark(cx, indicator, point),
                source: cx.cite(&point.source),
            })
            .collect(),
    }
}

/// What a reader must know of a point: what stood in its place, and its note.
fn remark(cx: &Context, indicator: &Indicator, point: &Point) -> Option<String> {
    let stood = indicator.corrected(point).map(|one| {
        let (value, _) = indicator.unit.show(one.value, cx.lang);
        fill(
            cx.words().figure.stood,
            &[&value, &one.date.display(cx.lang)],
        )
    });
    let all: Vec<String> = stood.chain(cx.optional(point.note.as_ref())).collect();
    (!all.is_empty()).then(|| all.join(cx.lang.words().figures.semicolon))
}

fn per_mille(value: Decimal, largest: Decimal) -> u16 {
    if largest.is_zero() {
        return 0;
    }
    (value.abs() * Decimal::ONE_THOUSAND / largest)
        .round()
        .to_u16()
        .unwrap_or_default()
}

/// A change in per cent with its sign: `+11.6%`.
pub fn signed(cx: &Context, change: Number) -> String {
    let (text, unit) = Unit::Percent.show(change, cx.lang);
    match text.strip_prefix('-') {
        Some(text) => format!("\u{2212}{text}{unit}"),
        None => format!("+{text}{unit}"),
    }
}

/// The point of an indicator that [stands](content::bundle::Indicator::standing).
pub fn standing<'a>(cx: &Context<'a>, id: &str) -> Option<&'a Point> {
    cx.bundle.indicator(id)?.standing()
}

/// An indicator's figure, of the point that [stands](standing).
pub fn figure(cx: &Context, id: &str) -> Option<Figure> {
    let indicator = cx.bundle.indicator(id)?;
    let point = standing(cx, id)?;
    Some(Figure {
        id: indicator.id.clone(),
        point: routes::point(point.period, point.kind),
        name: cx.text(&indicator.name),
        quantity: cx.quantity(point.value, indicator.unit),
        at_least: point.at_least,
        kind: point.kind,
        period: point.period.display(cx.lang),
        change: point.change.map(|change| signed(cx, change)),
        note: cx.optional(point.note.as_ref()),
        source: cx.cite(&point.source),
    })
}
