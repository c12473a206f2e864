//! The names of closed lists.

use crate::{Category, MembershipStatus, PointKind};

words! {
    /// The names of closed lists, in the order of the lists' `ALL`.
    pub struct KindWords {
        categories: [&'static str; 5],
        confirmed: &'static str,
        unconfirmed: &'static str,
        actual: &'static str,
        target: &'static str,
        forecast: &'static str,
    }
}

pub(super) const ZH_HANS: KindWords = KindWords {
    categories: ["联盟", "行业", "项目", "政策", "市场"],
    confirmed: "已确认成员",
    unconfirmed: "成员身份待确认",
    actual: "实际",
    target: "目标",
    forecast: "预计",
};

pub(super) const EN: KindWords = KindWords {
    categories: ["Alliance", "Industry", "Projects", "Policy", "Market"],
    confirmed: "Confirmed member",
    unconfirmed: "Membership unconfirmed",
    actual: "Actual",
    target: "Target",
    forecast: "Forecast",
};

impl KindWords {
    /// What a category is called.
    pub fn category(&self, category: Category) -> &'static str {
        let index = Category::ALL.iter().position(|other| *other == category);
        self.categories[index.unwrap_or_default()]
    }

    /// What a membership is called.
    pub fn membership(&self, status: MembershipStatus) -> &'static str {
        match status {
            MembershipStatus::Confirmed => self.confirmed,
            MembershipStatus::Unconfirmed => self.unconfirmed,
        }
    }

    /// What a kind of figure is called.
    pub fn point(&self, kind: PointKind) -> &'static str {
        match kind {
            PointKind::Actual => self.actual,
            PointKind::Target => self.target,
            PointKind::Forecast => self.forecast,
        }
    }
}
