//! Small closed lists that the bundle, the documents and the pages share.

use model_derive::{Served, Words};
use serde::{Deserialize, Serialize};

/// What an article is about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Served, Words,
)]
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

/// A page on which the alliance says how it works with its readers and members.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Served, Words,
)]
#[serde(rename_all = "kebab-case")]
pub enum StatementId {
    /// 加入联盟: who may join, and how.
    Join,
    /// 隐私说明: what is kept of a visit.
    Privacy,
    /// 无障碍声明: for whom the site works, and where it does not.
    Accessibility,
    /// 版权与更正: whose the texts are, and how mistakes are corrected.
    Copyright,
    /// 更正记录: all that has been put right.
    Corrections,
}

/// What a paper is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Served, Words,
)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "native", derive(deserr::Deserr, schemars::JsonSchema), deserr(rename_all = lowercase))]
pub enum PaperKind {
    /// 章程与制度: the alliance's own rules.
    Charter,
    /// 办事表格: to be filled in.
    Form,
    /// 标准.
    Standard,
    /// 政策: of authorities.
    Policy,
    /// 报告.
    Report,
    /// 数据: tables.
    Data,
}

/// Whether a company is known to be a member of the alliance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Served, Words)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "native", derive(deserr::Deserr, schemars::JsonSchema), deserr(rename_all = lowercase))]
pub enum MembershipStatus {
    /// The alliance has confirmed it.
    Confirmed,
    /// Not confirmed: the company is on the chain, no more is said.
    Unconfirmed,
}

/// What kind of event something is: publishing writes it out.
#[cfg(feature = "native")]
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Words, deserr::Deserr, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[deserr(rename_all = lowercase)]
#[schemars(rename_all = "kebab-case")]
pub enum EventKind {
    /// People meet and talk: a conference, a meeting of members.
    Conference,
    /// Goods are shown.
    Exhibition,
    /// Something is taught.
    Training,
    /// The place and its projects are presented to investors and buyers.
    Promotion,
    /// Officials answer the press.
    Press,
    /// Something is founded, signed, begun or opened.
    Ceremony,
}

/// Whether something is offered or needed: publishing writes it out.
#[cfg(feature = "native")]
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Words, deserr::Deserr, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[deserr(rename_all = lowercase)]
#[schemars(rename_all = "kebab-case")]
pub enum OfferKind {
    /// 供应: somebody has it.
    Offer,
    /// 求购: somebody looks for it.
    Need,
}

/// What kind of statement a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Served, Words)]
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
