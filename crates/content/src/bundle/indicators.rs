//! `indicators.json`: series of published figures.

use deserr::Deserr;
use model::date::{Date, Period};
use model::quantity::{Number, Unit};
use model::{PointKind, StageId, routes};
use schemars::JsonSchema;

use crate::decode::Decoding;
use crate::localized::Text;

/// `indicators.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicators {
    /// The three that the home page shows: ids.
    pub featured: Vec<String>,
    /// What a reader must know of all of them: up to when there are sources.
    #[deserr(default)]
    pub note: Option<Text>,
    /// The indicators.
    pub indicators: Vec<Indicator>,
}

/// A series of figures of one scope.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicator {
    /// A slug.
    pub id: String,
    /// What is counted.
    pub name: Text,
    /// The unit of every point.
    pub unit: Unit,
    /// What is and is not counted: never draw two scopes on one line.
    pub scope: Text,
    /// The stage of the chain it is about.
    #[deserr(default)]
    pub stage: Option<StageId>,
    /// When an editor last looked for a newer point and found none.
    #[deserr(default)]
    pub newest_known: Option<Date>,
    /// What a reader must know.
    #[deserr(default)]
    pub note: Option<Text>,
    /// The points, oldest first.
    pub points: Vec<Point>,
    /// What this site once published in place of a point and has put right, oldest first.
    #[deserr(default)]
    #[schemars(default)]
    pub corrected: Vec<CorrectedValue>,
}

impl Indicator {
    /// The point at an [address](routes::point): the one that stands, or else the last of
    /// those that later ones have replaced.
    pub fn at(&self, name: &str) -> Option<&Point> {
        let here = || {
            let points = self.points.iter();
            points.filter(|point| routes::point(point.period, point.kind) == name)
        };
        (here().find(|point| !point.superseded)).or_else(|| here().next_back())
    }

    /// What was published in place of a point and put right, oldest first.
    pub fn corrected<'a>(&'a self, point: &'a Point) -> impl Iterator<Item = &'a CorrectedValue> {
        let corrected = self.corrected.iter();
        corrected.filter(|one| (one.period, one.kind) == (point.period, point.kind))
    }

    /// The point that stands: the newest that was reached, or else the newest that
    /// is aimed at or expected. `None` where all have been replaced.
    pub fn standing(&self) -> Option<&Point> {
        let standing = || self.points.iter().filter(|point| !point.superseded);
        let until = |point: &&Point| point.period.end.unwrap_or(point.period.start);
        let reached = standing().filter(|point| point.kind == PointKind::Actual);
        (reached.max_by_key(until)).or_else(|| standing().max_by_key(until))
    }
}

/// A figure.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Point {
    /// When, or by when: `2024`, `2025-10`, `2025-01/2025-09`.
    pub period: Period,
    /// How much.
    pub value: Number,
    /// Actual, target or forecast.
    pub kind: PointKind,
    /// Whether the value is a lower bound: 1000 亿元以上.
    #[deserr(default)]
    #[schemars(default)]
    pub at_least: bool,
    /// The change on the year before, in per cent.
    #[deserr(default)]
    pub change: Option<Number>,
    /// Whether it was calculated from published figures by us: say how in the note.
    #[deserr(default)]
    #[schemars(default)]
    pub calculated: bool,
    /// Whether a later statement has replaced it.
    #[deserr(default)]
    #[schemars(default)]
    pub superseded: bool,
    /// An id in `sources.json`.
    pub source: String,
    /// What a reader must know.
    #[deserr(default)]
    pub note: Option<Text>,
}

/// A value that this site once published and has put right. What a source itself has
/// replaced is a point that is superseded.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct CorrectedValue {
    /// The period of the point in whose place it stood.
    pub period: Period,
    /// The kind of that point.
    pub kind: PointKind,
    /// What was published, in the indicator's unit.
    pub value: Number,
    /// The day on which it was published.
    pub published: Date,
    /// The day on which it was put right.
    pub date: Date,
    /// What was wrong.
    #[deserr(default)]
    pub note: Option<Text>,
}
