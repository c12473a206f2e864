//! The list of news and the article.

words! {
    /// The list of news and the article.
    pub struct NewsWords {
        /// 动态
        pub title: &'static str,
        /// 广元铝产业动态，共 {} 条，每条注明日期和来源。
        pub description: &'static str,
        /// {} 年
        pub year: &'static str,
        /// 第 {} 页
        pub page: &'static str,
        /// The label of the filter.
        pub filter: &'static str,
        /// The facets' names.
        pub by_category: &'static str,
        /// 环节
        pub by_stage: &'static str,
        /// 年份
        pub by_year: &'static str,
        /// 共 {} 条
        pub count: &'static str,
        /// 共 {} 条，第 {} 页，共 {} 页
        pub count_paged: &'static str,
        /// Nothing on the page.
        pub none: &'static str,
        /// The label of the page numbers.
        pub pages: &'static str,
        /// 上一页
        pub previous: &'static str,
        /// 下一页
        pub next: &'static str,
        /// Above a text in another language.
        pub other_language: &'static str,
        /// Above a text in another language whose translation follows.
        pub translated: &'static str,
        /// 译文
        pub translation: &'static str,
        /// Whose the translation is, and which text counts.
        pub translated_by: &'static str,
        /// 图集
        pub gallery: &'static str,
        /// Above a text that is the source's own.
        pub verbatim: &'static str,
        /// Above a text that has been corrected; the day stands at `{}`.
        pub corrected: &'static str,
        /// The way from there to what was corrected.
        pub see_corrections: &'static str,
        /// 更正
        pub corrections: &'static str,
        /// 涉及环节
        pub stages: &'static str,
        /// 涉及企业
        pub companies: &'static str,
        /// 相关阅读
        pub related: &'static str,
        /// The label of the way to the article before and after.
        pub neighbours: &'static str,
        /// 较早一条
        pub older: &'static str,
        /// 较新一条
        pub newer: &'static str,
        /// 复制链接
        pub copy: &'static str,
        /// 已复制
        pub copied: &'static str,
        /// The browser refused: the address follows.
        pub copy_by_hand: &'static str,
        /// 打印
        pub print: &'static str,
        /// 海报
        pub poster: &'static str,
        /// Handing the page to the system: 分享
        pub share: &'static str,
        /// The name of a table in a text: the names of its columns follow.
        pub table: &'static str,
        /// Between the names of a table's columns.
        pub table_separator: &'static str,
    }
}

pub(super) const ZH_HANS: NewsWords = NewsWords {
    title: "动态",
    description: "广元铝产业动态，共 {} 条，每条注明日期和来源。",
    year: "{} 年",
    page: "第 {} 页",
    filter: "筛选动态",
    by_category: "主题",
    by_stage: "环节",
    by_year: "年份",
    count: "共 {} 条",
    count_paged: "共 {} 条，第 {} 页，共 {} 页",
    none: "这里还没有内容。去掉一个筛选条件，可以看到更多。",
    pages: "分页",
    previous: "上一页",
    next: "下一页",
    other_language: "本文暂无中文，以下为原文。",
    translated: "以下为原文，译文附后。",
    translation: "译文",
    translated_by: "译文由联盟网站翻译，以原文为准。",
    gallery: "图集",
    verbatim: "以下为来源原文。",
    corrected: "本文于{}作过更正。",
    see_corrections: "更正说明",
    corrections: "更正",
    stages: "环节",
    companies: "企业",
    related: "相关阅读",
    neighbours: "前后文章",
    older: "较早一条",
    newer: "较新一条",
    copy: "复制链接",
    copied: "链接已复制",
    copy_by_hand: "浏览器不允许复制，请手动复制：",
    print: "打印",
    poster: "海报",
    share: "分享",
    table: "表格：{}",
    table_separator: "、",
};

pub(super) const EN: NewsWords = NewsWords {
    title: "News",
    description: "News of Guangyuan’s aluminium industry: {} items, each with date and source.",
    year: "{}",
    page: "page {}",
    filter: "Filter news",
    by_category: "Topic",
    by_stage: "Stage of the chain",
    by_year: "Year",
    count: "Items: {}",
    count_paged: "Items: {}; page {} of {}",
    none: "There is nothing here yet. Remove a filter to see more.",
    pages: "Pages",
    previous: "Previous page",
    next: "Next page",
    other_language: "This article has not been translated into English; the original Chinese text follows.",
    translated: "The original, in Chinese, comes first; a translation follows below it.",
    translation: "Translation",
    translated_by: "Translation by the alliance’s site; the Chinese text is the original.",
    gallery: "Pictures",
    verbatim: "What follows is the source’s own wording.",
    corrected: "This article was corrected on {}. ",
    see_corrections: "What was corrected",
    corrections: "Corrections",
    stages: "Stages of the chain",
    companies: "Companies",
    related: "Related reading",
    neighbours: "Older and newer articles",
    older: "Older",
    newer: "Newer",
    copy: "Copy link",
    copied: "Link copied",
    copy_by_hand: "The browser does not allow copying; please copy by hand: ",
    print: "Print",
    poster: "Poster",
    share: "Share",
    table: "Table: {}",
    table_separator: ", ",
};
