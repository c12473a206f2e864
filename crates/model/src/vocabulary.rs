//! Small closed lists that the bundle, the documents and the pages share.

use serde::{Deserialize, Serialize};

/// What an article is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "native", derive(deserr::Deserr, schemars::JsonSchema), deserr(rename_all = lowercase))]
pub enum Category {
    /// The alliance itself.
    Alliance,
    /// The industry as a whole: output, surveys, conferences.
    Industry,
    /// A plant or a project.
    Project,
    /// Policy and certification.
    Policy,
    /// Trade, customs, prices, cooperation.
    Market,
}

impl Category {
    /// Every category, in the order of the filter.
    pub const ALL: [Category; 5] = [
        Category::Alliance,
        Category::Industry,
        Category::Project,
        Category::Policy,
        Category::Market,
    ];

    /// The word for it in addresses and in the bundle.
    pub const fn as_str(self) -> &'static str {
        match self {
            Category::Alliance => "alliance",
            Category::Industry => "industry",
            Category::Project => "project",
            Category::Policy => "policy",
            Category::Market => "market",
        }
    }

    /// The category with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.as_str() == word)
    }
}

/// Whether a company is known to be a member of the alliance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "native", derive(deserr::Deserr, schemars::JsonSchema), deserr(rename_all = lowercase))]
pub enum MembershipStatus {
    /// The alliance has confirmed it.
    Confirmed,
    /// Not confirmed: the company is on the chain, no more is said.
    Unconfirmed,
}

impl MembershipStatus {
    /// The word for it in the bundle and in class names.
    pub const fn as_str(self) -> &'static str {
        match self {
            MembershipStatus::Confirmed => "confirmed",
            MembershipStatus::Unconfirmed => "unconfirmed",
        }
    }

    /// The status with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Confirmed, Self::Unconfirmed]
            .into_iter()
            .find(|status| status.as_str() == word)
    }
}

/// What kind of statement a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "native", derive(deserr::Deserr, schemars::JsonSchema), deserr(rename_all = lowercase))]
pub enum PointKind {
    /// Reported as having been reached.
    Actual,
    /// Aimed at.
    Target,
    /// Expected by somebody.
    Forecast,
}

impl PointKind {
    /// The word for it in the bundle and in class names.
    pub const fn as_str(self) -> &'static str {
        match self {
            PointKind::Actual => "actual",
            PointKind::Target => "target",
            PointKind::Forecast => "forecast",
        }
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Actual, Self::Target, Self::Forecast]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}
