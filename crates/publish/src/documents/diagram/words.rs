//! The words that only the picture and the chain's page are written with.

use model::Lang;

/// The words of the picture, the languages side by side. `{}` takes a value.
#[derive(Debug)]
pub struct DiagramWords {
    /// 生产 1 吨铝材
    pub title: &'static str,
    /// The first small line of the alumina stage.
    pub alumina: &'static str,
    /// The first small line of the anode stage.
    pub anode: &'static str,
    /// The first small line of a stage whose capacity is known.
    pub capacity: &'static str,
    /// The same where the figure is a lower bound.
    pub capacity_at_least: &'static str,
    /// Where Guangyuan does not have the stage.
    pub bought_in: &'static str,
    /// Where it has, and no figure is published.
    pub no_capacity: &'static str,
    /// Between two statements on one line.
    pub between: &'static str,
    /// What the widths are.
    pub scale: &'static str,
    /// The share of scrap.
    pub share: &'static str,
    /// The same, where it is an assumption.
    pub share_assumed: &'static str,
    /// Where the capacities are from.
    pub sources: &'static str,
    /// Between two sources.
    pub between_sources: &'static str,
    /// Between two sentences.
    pub between_sentences: &'static str,
    /// Between a material's amount and what it is.
    pub explained: &'static str,
    /// Bauxite into the refinery.
    pub bauxite: &'static str,
    /// Water power into the cells.
    pub electricity: &'static str,
    /// Carbon dioxide of the anode.
    pub anode_co2: &'static str,
    /// Metal lost as dross.
    pub melt_loss: &'static str,
}

static ZH_HANS: DiagramWords = DiagramWords {
    title: "生产 1 吨铝材",
    alumina: "每吨原铝需 {} t",
    anode: "每吨原铝净耗 {} t",
    capacity: "产能 {}",
    capacity_at_least: "产能 {}以上",
    bought_in: "本地暂无，外购",
    no_capacity: "产能未见公开数据",
    between: " · ",
    scale: "线宽与质量成正比，示意。",
    share: "产品中 {} 来自社会废铝。",
    share_assumed: "产品中 {} 来自社会废铝，为假设值。",
    sources: "产能是能力，不是产量；来源：{}。",
    between_sources: "、",
    between_sentences: "",
    explained: "：",
    bauxite: "铝土矿",
    electricity: "水电",
    anode_co2: "二氧化碳（阳极）",
    melt_loss: "熔炼损耗",
};

static EN: DiagramWords = DiagramWords {
    title: "To make 1 tonne of product",
    alumina: "{} t/t metal",
    anode: "{} t/t metal, net",
    capacity: "Capacity {}",
    capacity_at_least: "Capacity over {}",
    bought_in: "None here: bought in",
    no_capacity: "No capacity published",
    between: " · ",
    scale: "Widths are in proportion to mass; an illustration.",
    share: "{} of the product is from end-of-life scrap.",
    share_assumed: "{} of the product is from end-of-life scrap, by assumption.",
    sources: "Capacity is not output; source: {}.",
    between_sources: "; ",
    between_sentences: " ",
    explained: ". ",
    bauxite: "Bauxite",
    electricity: "Hydropower",
    anode_co2: "Carbon dioxide (anode)",
    melt_loss: "Melt loss",
};

/// The words in a language.
pub fn words(lang: Lang) -> &'static DiagramWords {
    match lang {
        Lang::ZhHans | Lang::ZhHant => &ZH_HANS,
        Lang::En => &EN,
    }
}
