//! The chain.

/// The chain.
#[derive(Debug)]
pub struct ChainWords {
    /// 产业链
    pub title: &'static str,
    /// 氧化铝、阳极碳素、电解铝、铝精深加工、再生铝：每一环是什么、投入产出、本地产能与来源。
    pub description: &'static str,
    /// 水电
    pub electricity: &'static str,
}

pub(super) const ZH_HANS: ChainWords = ChainWords {
    title: "产业链",
    description: "氧化铝、阳极碳素、电解铝、铝精深加工、再生铝：每一环是什么、投入产出、本地产能与来源。",
    electricity: "水电",
};

pub(super) const EN: ChainWords = ChainWords {
    title: "The chain",
    description: "Alumina, anode carbon, primary aluminium, processing, recycling: what each link is, its inputs and outputs, local capacity and sources.",
    electricity: "Hydropower",
};
