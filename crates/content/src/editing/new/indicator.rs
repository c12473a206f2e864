//! A new indicator with its first figure.

use std::io::{BufRead, Write};

use super::form::Form;
use super::trial::Place;
use super::{Desk, NewError, NewRecord, known, say};
use crate::editing::ask::Asker;
use crate::editing::draft::{Indicator, Point};
use model::date::Period;
use model::quantity::Unit;
use model::{PointKind, StageId};

/// What the command line gives; the rest is asked for.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct IndicatorArgs {
    /// What is counted, in Chinese
    #[arg(long)]
    pub name: Option<String>,
    /// What is counted, in English
    #[arg(long)]
    pub name_en: Option<String>,
    /// The unit, as 万吨 or 亿元
    #[arg(long)]
    pub unit: Option<String>,
    /// What is and is not counted, in Chinese
    #[arg(long)]
    pub scope: Option<String>,
    /// What is and is not counted, in English
    #[arg(long)]
    pub scope_en: Option<String>,
    /// The stage of the chain that it is about
    #[arg(long)]
    pub stage: Option<String>,
    /// When: 2025, 2025-10 or 2025-01/2025-09
    #[arg(long)]
    pub period: Option<String>,
    /// How much
    #[arg(long, allow_hyphen_values = true)]
    pub value: Option<String>,
    /// actual, target or forecast
    #[arg(long)]
    pub kind: Option<String>,
    /// An id of sources.json
    #[arg(long)]
    pub source: Option<String>,
    /// Its id [default: proposed from the name]
    #[arg(long)]
    pub id: Option<String>,
}

/// Asks for what is not known, and adds it to `indicators.json`.
///
/// # Errors
/// See [`NewError`]; then nothing has changed.
pub fn create<R: BufRead, W: Write>(
    desk: Desk<'_>,
    given: &IndicatorArgs,
    asker: &mut Asker<R, W>,
) -> Result<NewRecord, NewError> {
    let mut form = Form::new(asker, Place::Indicator);
    let lang = form.lang;
    let name = form.words(
        "name",
        [given.name.as_deref(), given.name_en.as_deref()],
        [
            ["指标名称", "What is counted, in Chinese"],
            [
                "英文名称（可不填）",
                "What is counted, in English (optional)",
            ],
        ],
    )?;
    let unit = form.one(
        given.unit.as_deref(),
        ["单位（例如 万吨、亿元）", "Unit (as 万吨 or 亿元)"],
        None,
        &Unit::ALL.map(Unit::as_str),
    )?;
    let scope = form.words(
        "scope",
        [given.scope.as_deref(), given.scope_en.as_deref()],
        [
            [
                "口径：算什么，不算什么",
                "What is and is not counted, in Chinese",
            ],
            [
                "英文口径（可不填）",
                "What is and is not counted, in English (optional)",
            ],
        ],
    )?;
    let stages = StageId::ALL.map(StageId::as_str);
    let stage = form.optional(
        given.stage.as_deref(),
        ["环节（可不填）", "Stage of the chain (optional)"],
        |text| known(text, &stages, lang),
    )?;
    let period = form.ask(
        given.period.as_deref(),
        [
            "时期（例如 2025、2025-10、2025-01/2025-09）",
            "Period (as 2025, 2025-10 or 2025-01/2025-09)",
        ],
        None,
        |text| match Period::parse(text) {
            Ok(period) => Ok(period.to_string()),
            Err(error) => Err(say(
                lang,
                format!("“{text}”不是时期。请写成 2025、2025-10 或 2025-01/2025-09。"),
                error.to_string(),
            )),
        },
    )?;
    let value = form.ask(
        given.value.as_deref(),
        ["数值（只写数）", "Value (the number alone)"],
        None,
        |text| {
            let value = serde_json::from_str::<serde_json::Number>(text).map_err(|_| {
                say(
                    lang,
                    format!("“{text}”不是数字。只写数，例如 344.07。"),
                    format!("`{text}` is not a number. Write it like 344.07."),
                )
            })?;
            // To the digit as it was typed: what would be lost is refused.
            let fields =
                format!("{{ \"unit\": \"{unit}\", \"points\": [{{ \"value\": {text} }}] }}");
            Place::Indicator.holds(&fields, lang)?;
            Ok(value)
        },
    )?;
    let kind = form.one(
        given.kind.as_deref(),
        [
            "哪一种（actual 实际、target 目标、forecast 预计）",
            "Which (actual, target, forecast)",
        ],
        Some(PointKind::Actual.as_str()),
        &[PointKind::Actual, PointKind::Target, PointKind::Forecast].map(PointKind::as_str),
    )?;
    let source = form.source(given.source.as_deref(), desk.bundle)?;
    let id = form.id(given.id.as_deref(), ["编号", "Id"], ("", &name), |id| {
        desk.bundle.indicator(id).is_some()
    })?;
    let indicator = Indicator {
        id: id.clone(),
        name,
        unit,
        scope,
        stage,
        points: [Point {
            period,
            value,
            kind,
            source,
        }],
    };
    desk.add("indicators.json", "indicators", id, &indicator)
}
