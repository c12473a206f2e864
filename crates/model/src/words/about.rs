//! About the alliance.

words! {
    /// About the alliance.
    pub struct AboutWords {
        /// 关于联盟
        pub title: &'static str,
        /// 成立
        pub founding: &'static str,
        /// When it was founded.
        pub founded: &'static str,
        /// Where it was founded.
        pub place: &'static str,
        /// How we know who chairs it.
        pub chair_as_of: &'static str,
        /// From where.
        pub source: &'static str,
        /// The link to the founding article.
        pub read_article: &'static str,
        /// 四个作用
        pub roles: &'static str,
        /// 职责
        pub duties: &'static str,
        /// 联结的资源
        pub resources: &'static str,
        /// 目标
        pub aims: &'static str,
        /// 联系方式
        pub contact: &'static str,
        /// While nobody has published one.
        pub no_contact: &'static str,
        /// 数据来源
        pub sources: &'static str,
        /// What the list is.
        pub sources_note: &'static str,
        /// That only the newest are listed, with how many.
        pub sources_newest: &'static str,
        /// Before the tables of all sources, with how many.
        pub sources_all: &'static str,
    }
}

pub(super) const ZH_HANS: AboutWords = AboutWords {
    title: "关于联盟",
    founding: "成立",
    founded: "成立日期",
    place: "地点",
    chair_as_of: "据成立大会报道，{}",
    source: "来源",
    read_article: "全文：{}",
    roles: "四个作用",
    duties: "职责",
    resources: "联结的资源",
    aims: "目标",
    contact: "联系方式",
    no_contact: "联系方式尚未公布。公布后会写在这里。",
    sources: "数据来源",
    sources_note: "本站的数字和事实出自以下公开材料。没有链接的，是因为未找到可靠的原始网页，只注明发布者和日期。",
    sources_newest: "以下是其中最新的{}条。",
    sources_all: "全部{}条来源的表格：",
};

pub(super) const EN: AboutWords = AboutWords {
    title: "About the alliance",
    founding: "Founding",
    founded: "Founded on",
    place: "Place",
    chair_as_of: "As reported of the founding meeting, {}",
    source: "Source",
    read_article: "Full text: {}",
    roles: "Four roles",
    duties: "Duties",
    resources: "What it brings together",
    aims: "Aims",
    contact: "Contact",
    no_contact: "No contact details have been published yet. They will appear here once they are.",
    sources: "Sources",
    sources_note: "The figures and facts on this site come from these published materials. Where no reliable original page was found, the publisher and date are given without a link.",
    sources_newest: "These are the newest {} of them.",
    sources_all: "All {} sources as a table:",
};
