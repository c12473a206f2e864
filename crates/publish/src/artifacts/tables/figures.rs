//! Every point of every series.

use serde::Serialize;

use super::{Both, DataError, From, licence, owned, write_csv, write_json, yes};
use content::bundle::{Bundle, Indicator, Point};
use model::routes::{self, Address, Route};
use model::{Lang, PointKind};

#[derive(Serialize)]
struct Figures<'a> {
    licence: Both<'static>,
    series: Vec<Series<'a>>,
}

#[derive(Serialize)]
struct Series<'a> {
    id: &'a str,
    name: Both<'a>,
    unit: &'static str,
    scope: Both<'a>,
    note: Both<'a>,
    points: Vec<PointRecord<'a>>,
}

#[derive(Serialize)]
struct PointRecord<'a> {
    period: String,
    /// As text: a decimal number keeps all its digits.
    value: String,
    /// The same for English readers, and its unit.
    value_en: String,
    unit_en: &'static str,
    kind: &'static str,
    at_least: bool,
    calculated: bool,
    superseded: bool,
    change_percent: Option<String>,
    note: Both<'a>,
    source: From<'a>,
    /// Its own page, below the site's address.
    page: String,
}

impl<'a> PointRecord<'a> {
    fn new(bundle: &'a Bundle, indicator: &Indicator, point: &'a Point) -> Self {
        let (value_en, unit_en) = indicator.unit.convert(point.value, Lang::En);
        let name = routes::point(point.period, point.kind);
        let page = Route::Figure(indicator.id.clone(), name);
        Self {
            period: point.period.to_string(),
            value: point.value.0.to_string(),
            value_en: value_en.to_string(),
            unit_en,
            kind: match point.kind {
                PointKind::Actual => "actual",
                PointKind::Target => "target",
                PointKind::Forecast => "forecast",
            },
            at_least: point.at_least,
            calculated: point.calculated,
            superseded: point.superseded,
            change_percent: point.change.map(|change| change.0.to_string()),
            note: Both::maybe(point.note.as_ref()),
            source: From::source(bundle, &point.source),
            page: Address::new(Lang::default(), page).path(),
        }
    }
}

pub fn json(bundle: &Bundle) -> Result<Vec<u8>, DataError> {
    write_json(&Figures {
        licence: licence(),
        series: (bundle.indicators.indicators.iter())
            .map(|indicator| Series {
                id: &indicator.id,
                name: Both::of(&indicator.name),
                unit: indicator.unit.as_str(),
                scope: Both::of(&indicator.scope),
                note: Both::maybe(indicator.note.as_ref()),
                points: (indicator.points.iter())
                    .map(|point| PointRecord::new(bundle, indicator, point))
                    .collect(),
            })
            .collect(),
    })
}

pub fn csv(bundle: &Bundle) -> Vec<u8> {
    let header = [
        "series",
        "name_zh",
        "name_en",
        "period",
        "value",
        "unit",
        "value_en",
        "unit_en",
        "kind",
        "at_least",
        "calculated",
        "superseded",
        "change_percent",
        "scope_zh",
        "scope_en",
        "note_zh",
        "note_en",
        "page",
    ];
    let rows = bundle.indicators.indicators.iter().flat_map(|indicator| {
        indicator.points.iter().map(move |point| {
            let row = PointRecord::new(bundle, indicator, point);
            let (name, scope) = (Both::of(&indicator.name), Both::of(&indicator.scope));
            owned([indicator.id.as_str(), name.zh, name.en])
                .chain([row.period, row.value])
                .chain(owned([indicator.unit.as_str()]))
                .chain([row.value_en])
                .chain(owned([row.unit_en, row.kind]))
                .chain([yes(row.at_least), yes(row.calculated), yes(row.superseded)])
                .chain([row.change_percent.unwrap_or_default()])
                .chain(owned([scope.zh, scope.en, row.note.zh, row.note.en]))
                .chain([row.page])
                .chain(owned(row.source.cells()))
                .collect()
        })
    });
    write_csv(&header, rows)
}
