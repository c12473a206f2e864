//! The list of companies and the company.

words! {
    /// The list of companies and the company.
    pub struct MembersWords {
        /// 成员与企业
        pub title: &'static str,
        /// 广元铝产业链上的 {} 家企业：做什么、产能多少、在链上哪一环；成员身份如实标注。
        pub description: &'static str,
        /// What is said while no membership is confirmed: how many are listed.
        pub none_confirmed: &'static str,
        /// What is said once some are: how many are listed, how many confirmed.
        pub some_confirmed: &'static str,
        /// The label of the filter.
        pub filter: &'static str,
        /// 环节
        pub by_stage: &'static str,
        /// 产品
        pub by_product: &'static str,
        /// 区县
        pub by_district: &'static str,
        /// The heading of the list, for those who do not see it.
        pub list: &'static str,
        /// 共 {} 家
        pub count: &'static str,
        /// How many there are, on which page of how many.
        pub count_paged: &'static str,
        /// The label of the search field.
        pub search: &'static str,
        /// What can be typed.
        pub search_hint: &'static str,
        /// 企业
        pub company: &'static str,
        /// 环节
        pub stages: &'static str,
        /// 产品
        pub products: &'static str,
        /// 区县
        pub district: &'static str,
        /// 产能
        pub capacity: &'static str,
        /// 未公布
        pub unknown: &'static str,
        /// Between the names of products.
        pub separator: &'static str,
        /// 在链上的位置
        pub place: &'static str,
        /// 产能
        pub capacities: &'static str,
        /// Where no source gives a capacity.
        pub no_capacity: &'static str,
        /// 产品或物料
        pub material: &'static str,
        /// 数量
        pub quantity: &'static str,
        /// 状态
        pub status: &'static str,
        /// 截至
        pub as_of: &'static str,
        /// 日期与来源
        pub as_of_and_source: &'static str,
        /// 来源未说明
        pub status_unstated: &'static str,
        /// 项目
        pub projects: &'static str,
        /// 投资 {}
        pub investment: &'static str,
        /// 相关动态
        pub news: &'static str,
        /// 同环节企业
        pub neighbours: &'static str,
        /// 资料来源
        pub sources: &'static str,
        /// 本页资料最后核对：{}
        pub last_verified: &'static str,
        /// What membership unconfirmed means.
        pub unconfirmed_note: &'static str,
        /// The role in the alliance.
        pub role: &'static str,
    }
}

pub(super) const ZH_HANS: MembersWords = MembersWords {
    title: "成员与企业",
    description: "广元铝产业链上的 {} 家企业：做什么、产能多少、在链上哪一环；成员身份如实标注。",
    none_confirmed: "联盟成员名单尚未公布。下面是公开资料中广元铝产业链上的 {} 家企业，列入本页不代表是联盟成员。",
    some_confirmed: "公开资料中广元铝产业链上的 {} 家企业，其中 {} 家已由联盟确认为成员。",
    filter: "筛选企业",
    by_stage: "环节",
    by_product: "产品",
    by_district: "区县",
    list: "企业名单",
    count: "共 {} 家",
    count_paged: "共 {} 家 · 第 {} 页，共 {} 页",
    search: "按名称或产品查找",
    search_hint: "如：林丰、铝棒",
    company: "企业",
    stages: "环节",
    products: "产品",
    district: "区县",
    capacity: "产能",
    unknown: "未见公开",
    separator: "、",
    place: "在产业链上的位置",
    capacities: "产能",
    no_capacity: "公开资料中未见产能数字。",
    material: "产品",
    quantity: "产能",
    status: "状态",
    as_of: "截至 {}",
    as_of_and_source: "日期与来源",
    status_unstated: "来源未说明",
    projects: "项目",
    investment: "投资 {}",
    news: "相关动态",
    neighbours: "同一环节的企业",
    sources: "资料来源",
    last_verified: "编辑最后核对：{}",
    unconfirmed_note: "该企业在广元铝产业链上，但联盟尚未公布其是否为成员。",
    role: "联盟职务：{}",
};

pub(super) const EN: MembersWords = MembersWords {
    title: "Members and companies",
    description: "{} companies on Guangyuan’s aluminium chain: what they make, their capacity and their place on the chain; membership stated as known.",
    none_confirmed: "The alliance has not published its list of members. These are the {} companies on Guangyuan’s aluminium chain found in public sources; being listed here does not mean membership.",
    some_confirmed: "The {} companies on Guangyuan’s aluminium chain found in public sources, {} of them confirmed by the alliance as members.",
    filter: "Filter companies",
    by_stage: "Stage of the chain",
    by_product: "Product",
    by_district: "District",
    list: "List of companies",
    count: "Companies: {}",
    count_paged: "Companies: {} · page {} of {}",
    search: "Find by name or product",
    search_hint: "e.g. Linfeng, billet",
    company: "Company",
    stages: "Stages of the chain",
    products: "Products",
    district: "District",
    capacity: "Capacity",
    unknown: "Not published",
    separator: ", ",
    place: "Place on the chain",
    capacities: "Capacity",
    no_capacity: "No capacity figure was found in public sources.",
    material: "Product",
    quantity: "Capacity",
    status: "Status",
    as_of: "as of {}",
    as_of_and_source: "Date and source",
    status_unstated: "Not stated by the source",
    projects: "Projects",
    investment: "Investment: {}",
    news: "News about it",
    neighbours: "Companies on the same stages",
    sources: "Sources",
    last_verified: "Last checked by an editor: {}",
    unconfirmed_note: "The company is on Guangyuan’s aluminium chain; whether it is a member has not been published by the alliance.",
    role: "Role in the alliance: {}",
};
