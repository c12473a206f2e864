//! The five stages of the aluminium chain.

use serde::{Deserialize, Serialize};

/// A stage of the chain 氧化铝 → 阳极碳素 → 电解铝 → 铝精深加工 → 再生铝.
///
/// The five, and their order, are those of the alliance's founding article.
/// What each is called and does stands in `chain.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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

impl StageId {
    /// Every stage, in the order of the chain.
    pub const ALL: [StageId; 5] = [
        StageId::Alumina,
        StageId::Anode,
        StageId::Electrolytic,
        StageId::Processing,
        StageId::Recycled,
    ];

    /// The word for it in addresses, in the bundle and in class names.
    pub const fn as_str(self) -> &'static str {
        match self {
            StageId::Alumina => "alumina",
            StageId::Anode => "anode",
            StageId::Electrolytic => "electrolytic",
            StageId::Processing => "processing",
            StageId::Recycled => "recycled",
        }
    }

    /// The stage with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == word)
    }
}
