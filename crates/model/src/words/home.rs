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
        /// The columns of the table of companies.
        pub company: &'static str,
        /// Where it is on the chain and what it makes.
        pub stage_and_products: &'static str,
        /// How much it can make.
        pub capacity: &'static str,
        /// Whether it is a member.
        pub membership: &'static str,
        /// Where no source gives a capacity.
        pub no_capacity: &'static str,
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
    company: "企业",
    stage_and_products: "环节与产品",
    capacity: "产能",
    membership: "成员身份",
    no_capacity: "未见公开数据",
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
    company: "Company",
    stage_and_products: "Stage and products",
    capacity: "Capacity",
    membership: "Membership",
    no_capacity: "No published figure",
    enumeration: ", ",
};
