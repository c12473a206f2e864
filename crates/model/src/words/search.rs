//! The search.

words! {
    /// The search.
    pub struct SearchWords {
        /// 搜索
        pub title: &'static str,
        /// What the page is for, to those who find it elsewhere.
        pub description: &'static str,
        /// The label of the field.
        pub label: &'static str,
        /// What can be typed.
        pub hint: &'static str,
        /// Said while the page is plain HTML.
        pub without_app: &'static str,
        /// The way to the archive.
        pub archive: &'static str,
        /// The label of the filter.
        pub filter: &'static str,
        /// 类别
        pub kind: &'static str,
        /// 年份
        pub year: &'static str,
        /// Said while nothing has come yet.
        pub searching: &'static str,
        /// How many were found.
        pub count: &'static str,
        /// The heading of what was found, for those who do not see it.
        pub results: &'static str,
        /// Shows ten more.
        pub more: &'static str,
        /// Nothing was found, and what to do then.
        pub none: &'static str,
        /// Something did not come, and what that means.
        pub failed: &'static str,
        /// What the kinds of things are called: articles, companies, figures,
        /// terms, stages, events, papers, offers.
        pub kinds: [&'static str; 8],
    }
}

pub(super) const ZH_HANS: SearchWords = SearchWords {
    title: "搜索",
    description: "在动态、活动、企业、产业链环节、数据、术语和资料中搜索：按全文、企业简称或拼音，简体繁体均可。",
    label: "搜索全站",
    hint: "如：再生铝、林丰、zhongfu",
    without_app: "搜索需要浏览器运行脚本。不运行脚本时，可以从下面的链接逐页浏览。",
    archive: "按年份、主题浏览全部动态",
    filter: "筛选搜索结果",
    kind: "类别",
    year: "年份",
    searching: "正在搜索…",
    count: "找到 {} 条",
    results: "搜索结果",
    more: "再看十条",
    none: "没有找到。换一个说法，或者少写几个字再试。",
    failed: "搜索没有完成：网络没有响应，或服务器暂时不可用。",
    kinds: [
        "动态", "企业", "数据", "术语", "环节", "活动", "资料", "供需",
    ],
};

pub(super) const EN: SearchWords = SearchWords {
    title: "Search",
    description: "Search news, events, companies, stages of the chain, figures, terms and documents: by text, by a company’s short name, or in pinyin.",
    label: "Search the site",
    hint: "e.g. billet, Linfeng, zhongfu",
    without_app: "Searching needs scripts to run in the browser. Without them, the links below lead to every page.",
    archive: "All news by year and topic",
    filter: "Filter results",
    kind: "Kind",
    year: "Year",
    searching: "Searching…",
    count: "Found: {}",
    results: "Results",
    more: "Ten more",
    none: "Nothing found. Try other words, or fewer of them.",
    failed: "The search did not finish: the network did not answer, or the server is unavailable for now.",
    kinds: [
        "News",
        "Companies",
        "Figures",
        "Terms",
        "Stages",
        "Events",
        "Documents",
        "Offers",
    ],
};
