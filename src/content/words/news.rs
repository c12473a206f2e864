//! The list of news and the article.

/// The list of news and the article.
#[derive(Debug)]
pub struct NewsWords {
    /// 动态
    pub title: &'static str,
    /// 广元铝产业动态，共 {} 条，每条注明日期和来源。
    pub description: &'static str,
    /// {} 年
    pub year: &'static str,
    /// 第 {} 页
    pub page: &'static str,
}

pub(super) const ZH_HANS: NewsWords = NewsWords {
    title: "动态",
    description: "广元铝产业动态，共 {} 条，每条注明日期和来源。",
    year: "{} 年",
    page: "第 {} 页",
};

pub(super) const EN: NewsWords = NewsWords {
    title: "News",
    description: "News of Guangyuan’s aluminium industry: {} items, each with date and source.",
    year: "{}",
    page: "page {}",
};
