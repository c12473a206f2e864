//! A series as bars.
//!
//! The drawing has no `viewBox`: lengths along it are per cent of its width,
//! so the bars follow the page and the letters keep their size. Actual is
//! solid, a target is an open dashed frame, a forecast is hatched; the words
//! beside say the same.

use crate::library::use_words;
use markup::{Markup, markup};
use model::document::{PointText, Series};
use model::words::{FiguresWords, KindWords, fill};
use model::{PointKind, StageId};

/// From one row to the next, in px.
const ROW: usize = 56;
/// The base line of the words above a bar.
const WORDS: usize = 16;
/// The upper edge of a bar.
const BAR: usize = 26;
/// The height of a bar.
const HEIGHT: usize = 14;

/// A bar of the chart: lengths as SVG attributes want them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The base line of its words.
    pub words_y: usize,
    /// Its upper edge.
    pub y: usize,
    /// Its length: per cent of the width.
    pub width: String,
}

/// The bar of the row with this index.
pub fn bar(row: usize, per_mille: u16) -> Bar {
    let per_mille = per_mille.min(1000);
    Bar {
        words_y: row * ROW + WORDS,
        y: row * ROW + BAR,
        width: format!("{}.{}%", per_mille / 10, per_mille % 10),
    }
}

/// The height of a chart with so many rows.
pub fn height(rows: usize) -> usize {
    (rows * ROW).saturating_sub(ROW - BAR - HEIGHT - 1)
}

/// A series as bars. The table beside says all of it in words, so the drawing
/// is one picture with a name.
pub fn bar_chart(series: Series) -> Markup {
    let words = use_words();
    let hatch = format!("hatch-{}", series.id);
    let fill_hatch = format!("url(#{hatch})");
    let hatched = series
        .points
        .iter()
        .any(|point| point.kind == PointKind::Forecast);
    let class = match series.stage {
        Some(StageId::Electrolytic) => "chart chart--heat",
        Some(StageId::Recycled) => "chart chart--water",
        _ => "chart",
    };
    let rows = series.points.len();
    markup! {
        <svg
            class={class}
            width="100%"
            height={height(rows)}
            role="img"
            aria-label={fill(words.figures.chart, &[&series.name])}
        >
            {hatched.then(|| hatching(hatch))}
            <path class="chart__zero" d={format!("M0 0V{}", height(rows))} />
            {series
                .points
                .into_iter()
                .enumerate()
                .map(|(row, point)| {
                    let Bar { words_y, y, width } = bar(row, point.per_mille);
                    let fill = match point.kind {
                        PointKind::Actual => "currentColor",
                        PointKind::Target => "none",
                        PointKind::Forecast => fill_hatch.as_str(),
                    };
                    let label = label(&point, &words.figures, &words.kinds);
                    markup! {
                        <>
                            <text class="chart__period" x="8" y={words_y}>{label}</text>
                            <text class="chart__value" x="100%" y={words_y} text-anchor="end">
                                {value(&point, &words.figures)}
                            </text>
                            <rect class={bar_class(&point)} x="0" y={y} width={width} height={HEIGHT} fill={fill.to_owned()} />
                        </>
                    }
                })
                .collect::<Vec<_>>()}
        </svg>
    }
}

/// What a bar is of, in words.
fn label(point: &PointText, words: &FiguresWords, kinds: &KindWords) -> String {
    let mut parts = vec![point.period.as_str()];
    if point.kind != PointKind::Actual {
        parts.push(kinds.point(point.kind));
    }
    if point.calculated {
        parts.push(words.calculated);
    }
    if point.superseded {
        parts.push(words.superseded);
    }
    parts.join(" · ")
}

/// A value, marked when it is a lower bound.
fn value(point: &PointText, words: &FiguresWords) -> String {
    let (before, after) = bounds(point, words);
    [before, &point.value, after].concat()
}

/// What stands before and after a value that is a lower bound.
pub fn bounds(point: &PointText, words: &FiguresWords) -> (&'static str, &'static str) {
    if point.at_least {
        (words.at_least_before, words.at_least_after)
    } else {
        ("", "")
    }
}

fn bar_class(point: &PointText) -> &'static str {
    match (point.kind, point.superseded) {
        (PointKind::Target, false) => "chart__bar chart__bar--target",
        (PointKind::Target, true) => "chart__bar chart__bar--target chart__bar--past",
        (_, false) => "chart__bar",
        (_, true) => "chart__bar chart__bar--past",
    }
}

/// The hatching of what is only expected.
fn hatching(id: String) -> Markup {
    markup! {
        <defs>
            <pattern
                id={id}
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
            >
                <path d="M1.5 0V6" stroke="currentColor" stroke-width="2" />
            </pattern>
        </defs>
    }
}

/// The look of the three kinds of bars.
pub fn legend() -> Markup {
    let words = use_words();
    let kinds = [
        (PointKind::Actual, "chart__bar", "currentColor"),
        (PointKind::Target, "chart__bar chart__bar--target", "none"),
        (PointKind::Forecast, "chart__bar", "url(#hatch)"),
    ];
    markup! {
        <ul class="chart-legend" role="list" aria-label={words.figures.legend}>
            {kinds
                .into_iter()
                .map(|(kind, class, fill)| {
                    markup! {
                        <li class="chart-legend__item">
                            <svg class="chart" width="36" height="16" aria-hidden="true">
                                {(kind == PointKind::Forecast)
                                    .then(|| hatching("hatch".to_owned()))}
                                <rect class={class} x="1" y="1" width="34" height="14" fill={fill.to_owned()} />
                            </svg>
                            {words.kinds.point(kind)}
                        </li>
                    }
                })
                .collect::<Vec<_>>()}
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lays_bars_out_in_rows_to_a_tenth_of_a_per_cent() {
        assert_eq!(bar(0, 344).width, "34.4%");
        assert_eq!(bar(2, 1000).width, "100.0%");
        assert_eq!(bar(2, 7).width, "0.7%");
        assert_eq!(bar(1, 1000).y - bar(0, 1000).y, ROW);
    }

    #[test]
    fn keeps_the_last_bar_inside_the_drawing() {
        for rows in 1..9 {
            assert!(height(rows) > bar(rows - 1, 1).y + HEIGHT);
        }
        assert_eq!(height(0), 0);
    }
}
