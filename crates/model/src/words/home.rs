//! The home page.

words! {
    /// The home page.
    pub struct HomeWords {
        /// What the picture shows; follows the introduction.
        pub chain: &'static str,
        /// The link from the picture to the chain.
        pub change: &'static str,
        /// The heading of the three figures.
        pub figures: &'static str,
        /// 动态
        pub news: &'static str,
        /// 全部 {} 条
        pub all_news: &'static str,
        /// 四个作用
        pub roles: &'static str,
        /// 关于联盟
        pub about: &'static str,
        /// 链上企业
        pub companies: &'static str,
        /// 全部 {} 家
        pub all_companies: &'static str,
        /// Before the publisher of an article.
        pub source: &'static str,
        /// {} 家
        pub companies_count: &'static str,
        /// 另有 {} 家
        pub more_companies: &'static str,
        /// Of a stage that no company lies on.
        pub no_company: &'static str,
        /// Between products in one line.
        pub enumeration: &'static str,
    }
}

pub(super) const ZH_HANS: HomeWords = HomeWords {
    chain: "下面是这条链：每一环做什么、本地有多少、还缺什么。",
    change: "看整条产业链",
    figures: "三个数字",
    news: "动态",
    all_news: "全部 {} 条",
    roles: "四个作用",
    about: "关于联盟",
    companies: "链上企业",
    all_companies: "全部 {} 家",
    source: "来源：{}",
    companies_count: "{} 家",
    more_companies: "另有 {} 家",
    no_company: "本地暂无，外购。",
    enumeration: "、",
};

pub(super) const EN: HomeWords = HomeWords {
    chain: " Here is its chain: what each stage does, how much Guangyuan has of it, and what is missing.",
    change: "See the whole chain",
    figures: "Three figures",
    news: "News",
    all_news: "All {} items",
    roles: "Four roles",
    about: "About the alliance",
    companies: "Companies on the chain",
    all_companies: "All {} companies",
    source: "Source: {}",
    companies_count: "({})",
    more_companies: "{} more",
    no_company: "None here; bought in.",
    enumeration: ", ",
};
