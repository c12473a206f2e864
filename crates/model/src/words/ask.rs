//! 问这个数: how a number of the chain comes about.

words! {
    /// How a number of the chain comes about.
    pub struct AskWords {
        /// Closes the card.
        pub close: &'static str,
        /// The band of the number: `{}` is from low to high.
        pub band: &'static str,
        /// The last line of a sum.
        pub sum: &'static str,
        /// What an input leaves of one: its name and value.
        pub rest: &'static str,
        /// Alumina that is reduced to a tonne of metal.
        pub alumina: &'static str,
        /// CO2 of a tonne of carbon.
        pub carbon: &'static str,
        /// Electricity of a tonne of metal at one volt.
        pub volt: &'static str,
        /// The heading of what widens the number most.
        pub widest: &'static str,
        /// What energy and CO2 leave out.
        pub leaves_out: &'static str,
        /// What masses leave out.
        pub leaves_out_mass: &'static str,
        /// The way to those who answer for the number.
        pub tell: &'static str,
        /// The heading of the question the other way round.
        pub reverse: &'static str,
        /// The label of what the number is to be: `{}` is the unit.
        pub target: &'static str,
        /// The label of what is to move.
        pub by: &'static str,
        /// Where nothing has been asked for.
        pub no_target: &'static str,
        /// The answer: the lever and its value.
        pub answer: &'static str,
        /// No value does it: the lever, and from where to where the number goes.
        pub out_of_reach: &'static str,
        /// The number does not depend on the lever.
        pub unmoved: &'static str,
        /// Sets the lever so.
        pub set: &'static str,
        /// What the capacities are enough for: how much, and the stage that bounds it.
        pub enough: &'static str,
    }
}

pub(super) const ZH_HANS: AskWords = AskWords {
    close: "关闭",
    band: "公开系数取低端、高端时：{}",
    sum: "合计",
    rest: "（1 − {} {}）",
    alumina: "每吨铝还原的氧化铝 1.889 t（按反应式）",
    carbon: "44/12（碳烧成二氧化碳）",
    volt: "2979.98 kWh（每吨铝、每伏，按法拉第定律）",
    widest: "哪些系数最影响它（各自在公开范围内变动时）",
    leaves_out: "不含开采和运输、阳极厂的燃料、铸造和加工的用能。都是推算，仅作示意。",
    leaves_out_mass: "按稳态推算，库存不增不减；不含开采和运输中的损失。仅作示意，不是统计数。",
    tell: "数不对？告诉我们",
    reverse: "反过来问",
    target: "要它等于多少（{}）",
    by: "改哪一项",
    no_target: "填一个数，看要改成多少。",
    answer: "{}：要改成 {}。",
    out_of_reach: "做不到：只改“{}”，它在 {} 到 {} 之间。",
    unmoved: "做不到：它不随“{}”变动。",
    set: "照此设定",
    enough: "现有公开产能够做 {}，受限于{}；没有公开产能的环节未计入。",
};

pub(super) const EN: AskWords = AskWords {
    close: "Close",
    band: "With the published factors at their low and high ends: {}",
    sum: "In all",
    rest: "(1 − {} {})",
    alumina: "1.889 t of alumina reduced per tonne, by the reaction",
    carbon: "44/12, carbon burnt to CO₂",
    volt: "2979.98 kWh per tonne and volt, by Faraday’s law",
    widest: "What moves it most, each factor over its published range",
    leaves_out: "Without mining and transport, the fuel of the anode plant, and the energy of casthouse and processing. All of it is calculated, for illustration only.",
    leaves_out_mass: "A steady state: stocks neither grow nor shrink; losses of mining and transport are left out. For illustration, not statistics.",
    tell: "Wrong? Tell us",
    reverse: "The other way round",
    target: "What it is to be ({})",
    by: "By changing",
    no_target: "Give a number to see what it takes.",
    answer: "{}: {} does it.",
    out_of_reach: "Impossible: by “{}” alone it lies between {} and {}.",
    unmoved: "Impossible: it does not depend on “{}”.",
    set: "Set it so",
    enough: "The published capacities are enough for {}, bounded by {}; stages without a published figure are left out.",
};
