//! The five stages of the aluminium chain.

use model_derive::{Served, Words};
use serde::{Deserialize, Serialize};

/// A stage of the chain 氧化铝 → 阳极碳素 → 电解铝 → 铝精深加工 → 再生铝.
///
/// The five, and their order, are those of the alliance's founding article.
/// What each is called and does stands in `chain.json`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Served, Words,
)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "native", derive(deserr::Deserr, schemars::JsonSchema), deserr(rename_all = lowercase))]
pub enum StageId {
    /// 氧化铝: alumina refining.
    Alumina,
    /// 阳极碳素: carbon anodes.
    Anode,
    /// 电解铝: primary aluminium by electrolysis.
    Electrolytic,
    /// 铝精深加工: rolling, extrusion, casting, wire.
    Processing,
    /// 再生铝: recycled aluminium.
    Recycled,
}
