//! The figures.

/// The figures.
#[derive(Debug)]
pub struct FiguresWords {
    /// 数据
    pub title: &'static str,
    /// 广元铝产业的产值、产能与目标：图表、表格、口径、日期和来源。
    pub description: &'static str,
    /// Before a lower bound.
    pub at_least_before: &'static str,
    /// After the unit of a lower bound.
    pub at_least_after: &'static str,
    /// 同比 {}
    pub change_of: &'static str,
    /// Between remarks in one line.
    pub comma: &'static str,
}

pub(super) const ZH_HANS: FiguresWords = FiguresWords {
    title: "数据",
    description: "广元铝产业的产值、产能与目标：图表、表格、口径、日期和来源。",
    at_least_before: "",
    at_least_after: "以上",
    change_of: "同比 {}",
    comma: "，",
};

pub(super) const EN: FiguresWords = FiguresWords {
    title: "Figures",
    description: "Output value, capacity and targets of Guangyuan’s aluminium industry: charts, tables, scope, dates and sources.",
    at_least_before: "≥\u{a0}",
    at_least_after: "",
    change_of: "{} on the year before",
    comma: ", ",
};
