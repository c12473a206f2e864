//! The list of companies and the company.

/// The list of companies and the company.
#[derive(Debug)]
pub struct MembersWords {
    /// 成员与企业
    pub title: &'static str,
    /// 广元铝产业链上的 {} 家企业：做什么、产能多少、在链上哪一环；成员身份如实标注。
    pub description: &'static str,
}

pub(super) const ZH_HANS: MembersWords = MembersWords {
    title: "成员与企业",
    description: "广元铝产业链上的 {} 家企业：做什么、产能多少、在链上哪一环；成员身份如实标注。",
};

pub(super) const EN: MembersWords = MembersWords {
    title: "Members and companies",
    description: "{} companies on Guangyuan’s aluminium chain: what they make, their capacity and their place on the chain; membership stated as known.",
};
