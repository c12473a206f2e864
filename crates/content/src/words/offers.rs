//! What publishing says of offers and needs.

use model::OfferKind;

/// What publishing says of offers and needs.
#[derive(Debug)]
pub struct OfferWords {
    /// The heading of the page.
    pub title: &'static str,
    /// What is on the page.
    pub summary: &'static str,
    /// While nothing stands.
    pub nothing: &'static str,
    /// The label of the alloy or quality.
    pub grade: &'static str,
    /// The label of how much.
    pub tonnes: &'static str,
    /// The label of where.
    pub place: &'static str,
    /// The label of by whom.
    pub company: &'static str,
    /// In place of a company that is not named.
    pub unnamed: &'static str,
    /// The label of the last day.
    pub until: &'static str,
    /// The label of the day from which it stands.
    pub date: &'static str,
    /// The label of the number to ask for.
    pub number: &'static str,
    /// Below the last day in a small frame.
    pub last_day: &'static str,
    /// The heading over whom to ask.
    pub contact: &'static str,
    /// How one answers.
    pub through: &'static str,
    /// The same while nobody has published how to reach the alliance.
    pub unreachable: &'static str,
    kinds: [&'static str; 2],
    headings: [&'static str; 2],
}

impl OfferWords {
    /// Whether something is offered or needed, in a word.
    pub const fn kind(&self, kind: OfferKind) -> &'static str {
        self.kinds[kind as usize]
    }

    /// The heading over all of a kind.
    pub const fn heading(&self, kind: OfferKind) -> &'static str {
        self.headings[kind as usize]
    }
}

pub(super) static ZH_HANS: OfferWords = OfferWords {
    title: "供需信息",
    summary: "产业链上的企业供应什么、求购什么。每条写明有效期，过期自动撤下；联系由联盟转接。",
    nothing: "目前没有有效的供需信息。有了会写在这里，过期自动撤下。",
    grade: "牌号",
    tonnes: "数量",
    place: "地点",
    company: "企业",
    unnamed: "未具名",
    until: "有效期至",
    date: "发布",
    number: "编号",
    last_day: "截止",
    contact: "怎样联系",
    through: "联系由联盟转接，请报编号。联盟只转达，不担保；价格和条件由双方自己谈。",
    unreachable: "联系由联盟转接。联盟的联系方式还没有公布；公布后会写在这里。",
    kinds: ["供应", "求购"],
    headings: ["供应", "求购"],
};

pub(super) static EN: OfferWords = OfferWords {
    title: "Offers and needs",
    summary: "What companies on the chain have to offer and what they look for. Each stands until its last day and then goes by itself; contact is through the alliance.",
    nothing: "Nothing is offered or needed at present. What is will stand here until its last day.",
    grade: "Grade",
    tonnes: "Quantity",
    place: "Place",
    company: "Company",
    unnamed: "Not named",
    until: "Until",
    date: "Since",
    number: "Number",
    last_day: "last day",
    contact: "Contact",
    through: "Contact is through the alliance; please give the number. The alliance passes messages on and vouches for nothing; price and terms are between the two sides.",
    unreachable: "Contact is through the alliance. It has not published how to reach it yet; once it has, that will stand here.",
    kinds: ["Offer", "Need"],
    headings: ["Offers", "Needs"],
};
