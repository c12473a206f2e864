//! The figures.

/// The figures.
#[derive(Debug)]
pub struct FiguresWords {
    /// 数据
    pub title: &'static str,
    /// 广元铝产业的产值、产能与目标：图表、表格、口径、日期和来源。
    pub description: &'static str,
}

pub(super) const ZH_HANS: FiguresWords = FiguresWords {
    title: "数据",
    description: "广元铝产业的产值、产能与目标：图表、表格、口径、日期和来源。",
};

pub(super) const EN: FiguresWords = FiguresWords {
    title: "Figures",
    description: "Output value, capacity and targets of Guangyuan’s aluminium industry: charts, tables, scope, dates and sources.",
};
