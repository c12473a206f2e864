//! What frames every page.

words! {
    /// What frames every page.
    pub struct ShellWords {
        /// The skip link.
        pub skip: &'static str,
        /// The label of the main navigation.
        pub nav: &'static str,
        /// 首页
        pub home: &'static str,
        /// 动态
        pub news: &'static str,
        /// 活动
        pub events: &'static str,
        /// 成员
        pub members: &'static str,
        /// 产业链
        pub chain: &'static str,
        /// 数据
        pub figures: &'static str,
        /// 供需
        pub offers: &'static str,
        /// 资料
        pub papers: &'static str,
        /// 关于
        pub about: &'static str,
        /// The label of the breadcrumbs.
        pub breadcrumbs: &'static str,
        /// 数据来源
        pub sources: &'static str,
        /// 加入联盟
        pub join: &'static str,
        /// 隐私说明
        pub privacy: &'static str,
        /// 无障碍声明
        pub accessibility: &'static str,
        /// 版权与更正
        pub copyright: &'static str,
        /// 更正记录
        pub corrections: &'static str,
        /// 关于联盟
        pub about_alliance: &'static str,
        /// 数据下载
        pub downloads: &'static str,
        /// Over the ways in the foot: 联盟
        pub of_alliance: &'static str,
        /// 产业
        pub of_industry: &'static str,
        /// 资料
        pub of_material: &'static str,
        /// 本站
        pub of_site: &'static str,
        /// 本站每个数字都标明日期和来源；未知的，写明未知。
        pub footer_note: &'static str,
        /// The word before a source.
        pub source: &'static str,
    }
}

pub(super) const ZH_HANS: ShellWords = ShellWords {
    skip: "跳到正文",
    nav: "主导航",
    home: "首页",
    news: "动态",
    events: "活动",
    members: "成员",
    chain: "产业链",
    figures: "数据",
    offers: "供需",
    papers: "资料",
    about: "关于",
    breadcrumbs: "当前位置",
    sources: "数据来源",
    join: "加入联盟",
    privacy: "隐私说明",
    accessibility: "无障碍声明",
    copyright: "版权与更正",
    corrections: "更正记录",
    about_alliance: "关于联盟",
    downloads: "数据下载",
    of_alliance: "联盟",
    of_industry: "产业",
    of_material: "资料",
    of_site: "本站",
    footer_note: "本站每个数字都标明日期和来源；未知的，写明未知。",
    source: "来源",
};

pub(super) const EN: ShellWords = ShellWords {
    skip: "Skip to content",
    nav: "Main",
    home: "Home",
    news: "News",
    events: "Events",
    members: "Members",
    chain: "Chain",
    figures: "Figures",
    offers: "Offers",
    papers: "Documents",
    about: "About",
    breadcrumbs: "Breadcrumbs",
    sources: "Sources",
    join: "Joining",
    privacy: "Privacy",
    accessibility: "Accessibility",
    copyright: "Copyright and corrections",
    corrections: "Corrections",
    about_alliance: "About the alliance",
    downloads: "Downloads",
    of_alliance: "The alliance",
    of_industry: "The industry",
    of_material: "Material",
    of_site: "This site",
    footer_note: "Every figure on this site carries its date and source; what is unknown is marked as unknown.",
    source: "Source",
};
