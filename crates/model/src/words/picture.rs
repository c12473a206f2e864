//! The picture of the chain.

words! {
    /// The picture of the chain.
    pub struct PictureWords {
        /// What may be done with it, where nothing is held on to.
        pub hint: &'static str,
        /// Before what comes into a stage.
        pub takes: &'static str,
        /// Before what goes out of it.
        pub gives: &'static str,
        /// Behind a flow's amount, to where it goes: `{}` is a stage.
        pub to: &'static str,
        /// Where a flow comes from and goes to.
        pub from_to: &'static str,
        /// Where something comes from that no stage gives.
        pub collected: &'static str,
        /// Where something goes that no stage takes.
        pub users: &'static str,
        /// What arises at a stage: `{}` is an amount.
        pub arises: &'static str,
        /// What comes into a stage in all: `{}` is an amount.
        pub stage_in: &'static str,
        /// What goes out of it in all.
        pub stage_out: &'static str,
        /// What it emits in all.
        pub emits: &'static str,
        /// The way from a stage in the picture to its page.
        pub open: &'static str,
        /// What lets go of what is held on to.
        pub release: &'static str,
        /// The way to the keys.
        pub keys: &'static str,
        /// The keys and what they do.
        pub key_list: [(&'static str, &'static str); 7],
        /// Electricity.
        pub electricity: &'static str,
        /// What comes into the cell.
        pub power: &'static str,
        /// CO2.
        pub co2: &'static str,
        /// `生产 {} 铝材`
        pub title: &'static str,
        /// The same where the lines are electricity.
        pub title_electricity: &'static str,
        /// The same where the lines are CO2.
        pub title_co2: &'static str,
        /// What the lines are as wide as.
        pub scale: &'static str,
        /// The same, where they are electricity.
        pub scale_electricity: &'static str,
        /// The same where they are CO2.
        pub scale_co2: &'static str,
        /// At a stage, what it gives more or less than the other scenario's: `{}`.
        pub differs: &'static str,
        /// Where two scenarios have one scale.
        pub one_scale: &'static str,
        /// Where each has its own.
        pub own_scale: &'static str,
        /// Where the balance does not cover what a stage adds.
        pub not_counted: &'static str,
        /// Between two of several.
        pub and: &'static str,
        /// Between two statements.
        pub then: &'static str,
        /// Between a name and what is said of it.
        pub colon: &'static str,
        /// The small picture of a company's or an article's stages.
        pub place: &'static str,
        /// The mark of a stage that a page is about.
        pub here: &'static str,
    }
}

pub(super) const ZH_HANS: PictureWords = PictureWords {
    hint: "选一个环节或一条线，看它与哪些环节相连；再选一次放开。",
    takes: "流入",
    gives: "流出",
    to: "（去{}）",
    from_to: "{} → {}",
    collected: "社会回收",
    users: "用户",
    arises: "本环节新增 {}",
    stage_in: "进 {}",
    stage_out: "出 {}",
    emits: "排放 {}",
    open: "看这一环的企业与产能",
    release: "放开",
    keys: "键盘操作",
    key_list: [
        ("← → ↑ ↓", "沿流向走：环节、流、环节；并排的之间切换"),
        ("Home", "第一个环节"),
        ("End", "最后一个环节"),
        ("Enter", "选定，再按放开"),
        ("空格", "同上"),
        ("Esc", "放开；再按离开图"),
        ("?", "打开或关闭本说明"),
    ],
    electricity: "电",
    power: "电解用电",
    co2: "CO₂",
    title: "生产 {} 铝材",
    title_electricity: "生产 {} 铝材，所含的电",
    title_co2: "生产 {} 铝材，所含的 CO₂",
    not_counted: "本环节未计入",
    scale: "线宽与质量成正比，太细的加宽画成虚线。只画环节之间的物料；气体、赤泥和渣不画。",
    scale_electricity: "线宽与所含电量成正比：到这一步为止已用的电；太细的加宽画成虚线。社会废铝不带入。",
    scale_co2: "线宽与所含二氧化碳成正比：到这一步为止已排放的量；太细的加宽画成虚线。社会废铝不带入。",
    differs: "相差 {}",
    one_scale: "虚线轮廓是对比的情景，同一比例。",
    own_scale: "虚线轮廓是对比的情景，两者各按自己的产品量画。",
    and: "、",
    then: "；",
    colon: "：",
    place: "在产业链上的位置",
    here: "本页所在环节",
};

pub(super) const EN: PictureWords = PictureWords {
    hint: "Choose a stage or a flow to see what it is connected with; choose it again to let go.",
    takes: "in",
    gives: "out",
    to: " (to {})",
    from_to: "{} → {}",
    collected: "collection",
    users: "users",
    arises: "added here: {}",
    stage_in: "in {}",
    stage_out: "out {}",
    emits: "emits {}",
    open: "Companies and capacity of this stage",
    release: "Let go",
    keys: "Keys",
    key_list: [
        (
            "← → ↑ ↓",
            "along the flows, from stage to flow to stage, and between neighbours",
        ),
        ("Home", "the first stage"),
        ("End", "the last stage"),
        ("Enter", "hold on; again, let go"),
        ("Space", "the same"),
        ("Esc", "let go; again, leave the picture"),
        ("?", "show or hide the keys"),
    ],
    electricity: "Power",
    power: "Power for the cells",
    co2: "CO₂",
    title: "To make {} of product",
    title_electricity: "Electricity in {} of product",
    title_co2: "CO₂ in {} of product",
    not_counted: "Not counted here",
    scale: "Widths are in proportion to mass; what would be too thin to see is widened and dashed. Only what goes between stages is drawn: no gases, red mud or dross.",
    scale_electricity: "Widths are in proportion to the electricity used up to each step; what would be too thin to see is widened and dashed. End-of-life scrap brings none.",
    scale_co2: "Widths are in proportion to the CO₂ emitted up to each step; what would be too thin to see is widened and dashed. End-of-life scrap brings none.",
    differs: "differs {}",
    one_scale: " The dashed outline is the scenario compared with, on the same scale.",
    own_scale: " The dashed outline is the scenario compared with; each is in proportion to its own product.",
    and: ", ",
    then: "; ",
    colon: ": ",
    place: "Place on the chain",
    here: "this page’s stage",
};
