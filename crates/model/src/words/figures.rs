//! The figures.

words! {
    /// The figures.
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
        /// What the page is and how to read it.
        pub intro: &'static str,
        /// The heading of what can be taken along.
        pub data: &'static str,
        /// What may be done with it.
        pub licence: &'static str,
        /// 全部数字
        pub all_figures: &'static str,
        /// 全部企业
        pub all_companies: &'static str,
        /// The label of the list of series.
        pub contents: &'static str,
        /// The label of the legend.
        pub legend: &'static str,
        /// The name of a chart.
        pub chart: &'static str,
        /// What is counted.
        pub scope: &'static str,
        /// A note for the reader.
        pub note: &'static str,
        /// Calculated from published figures.
        pub calculated: &'static str,
        /// A later statement has replaced it.
        pub superseded: &'static str,
        /// The columns of the table.
        pub period: &'static str,
        /// The value, with its unit.
        pub value: &'static str,
        /// Actual, target or forecast.
        pub kind: &'static str,
        /// The change on the year before.
        pub change: &'static str,
        /// What a reader must know of a point.
        pub remark: &'static str,
        /// From where.
        pub source: &'static str,
        /// Between remarks.
        pub semicolon: &'static str,
    }
}

pub(super) const ZH_HANS: FiguresWords = FiguresWords {
    title: "数据",
    description: "广元铝产业的产值、产能与目标：图表、表格、口径、日期和来源。",
    at_least_before: "",
    at_least_after: "以上",
    change_of: "同比 {}",
    comma: "，",
    intro: "每一组数字只有一个统计口径，各自成图，互不相连。实际、目标与预计分开标注；图下的表列出每个数字的日期和来源。",
    data: "下载数据",
    licence: "各行数据摘自该行注明的来源，引用时请注明原始来源和日期。本站未就来源方的内容另行授权。",
    all_figures: "全部数字",
    all_companies: "全部企业与产能",
    contents: "本页数据",
    legend: "图例",
    chart: "{}柱状图，数值见下表",
    scope: "口径",
    note: "说明",
    calculated: "本站推算",
    superseded: "已被取代",
    period: "时间",
    value: "数值（{}）",
    kind: "性质",
    change: "同比",
    remark: "备注",
    source: "来源",
    semicolon: "；",
};

pub(super) const EN: FiguresWords = FiguresWords {
    title: "Figures",
    description: "Output value, capacity and targets of Guangyuan’s aluminium industry: charts, tables, scope, dates and sources.",
    at_least_before: "≥\u{a0}",
    at_least_after: "",
    change_of: "{} on the year before",
    comma: ", ",
    intro: "Each series has one scope and one chart of its own; series are never joined. Actual values, targets and forecasts are marked apart, and the table under each chart gives the date and source of every value.",
    data: "Take the data along",
    licence: "Each row is taken from the source named in it: cite that source and its date. This site grants no rights in what belongs to the sources.",
    all_figures: "All figures",
    all_companies: "All companies and capacities",
    contents: "On this page",
    legend: "Legend",
    chart: "Bar chart: {}. The table below gives the values",
    scope: "Scope",
    note: "Note",
    calculated: "calculated",
    superseded: "superseded",
    period: "Period",
    value: "Value ({})",
    kind: "Kind",
    change: "Change on year",
    remark: "Remark",
    source: "Source",
    semicolon: "; ",
};
