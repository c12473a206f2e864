//! The home page.

/// The home page.
#[derive(Debug)]
pub struct HomeWords {
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
}

pub(super) const ZH_HANS: HomeWords = HomeWords {
    change: "看整条产业链",
    figures: "三个数字",
    news: "动态",
    all_news: "全部 {} 条",
    roles: "四个作用",
    about: "关于联盟",
    companies: "链上企业",
    all_companies: "全部 {} 家",
};

pub(super) const EN: HomeWords = HomeWords {
    change: "See the whole chain",
    figures: "Three figures",
    news: "News",
    all_news: "All {} items",
    roles: "Four roles",
    about: "About the alliance",
    companies: "Companies on the chain",
    all_companies: "All {} companies",
};
