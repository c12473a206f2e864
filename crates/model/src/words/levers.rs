//! What the reader can change on the chain's page, and what comes of it.

words! {
    /// What the reader can change on the chain's page, and what comes of it.
    pub struct LeversWords {
        /// The legend of the presets.
        pub presets: &'static str,
        /// Said beside a preset that the reader has changed.
        pub changed: &'static str,
        /// The mark of a target that another has replaced.
        pub superseded: &'static str,
        /// The legend of the switch.
        pub quantity: &'static str,
        /// Mass, electricity, CO2, in the order of the switch.
        pub quantities: [&'static str; 3],
        /// The heading of the levers.
        pub levers: &'static str,
        /// Said of them where the app does not run.
        pub needs_app: &'static str,
        /// Back to the preset.
        pub reset: &'static str,
        /// On the button that puts a changed lever back: what it was.
        pub was: &'static str,
        /// The name of that button: the lever, and what it was.
        pub put_back: &'static str,
        /// What begins the tour of the loop.
        pub tour: &'static str,
        /// At which step of it the reader is: which, of how many.
        pub tour_step: &'static str,
        /// The last step: the loop closes.
        pub loop_closes: &'static str,
        /// To the next step.
        pub next: &'static str,
        /// To the step before.
        pub before: &'static str,
        /// Ends the tour.
        pub end: &'static str,
        /// The name of a slider: `{}` is the lever.
        pub slider: &'static str,
        /// The name of a list of named values: `{}` is the lever.
        pub choice: &'static str,
        /// A value of the reader's own.
        pub own: &'static str,
        /// Without limit.
        pub no_limit: &'static str,
        /// What is published: `{}` is from low to high.
        pub range: &'static str,
        /// What opens the explanation of a lever without a range.
        pub about: &'static str,
        /// Not a number: `{}` is the lever.
        pub not_number: &'static str,
        /// Too small: lever, bound, unit.
        pub below: &'static str,
        /// Too large: lever, bound, unit.
        pub above: &'static str,
        /// Must be above zero: lever.
        pub not_positive: &'static str,
        /// The shares do not make 100 %: what they make.
        pub mix: &'static str,
        /// Too little scrap: the largest share that there is scrap for.
        pub no_scrap: &'static str,
        /// Neither one nor the other: lever.
        pub not_a_switch: &'static str,
        /// That the picture stays.
        pub stays: &'static str,
        /// Above what could not be followed of an address.
        pub notes: &'static str,
        /// No such word.
        pub unknown_word: &'static str,
        /// Not a number.
        pub unread: &'static str,
        /// Beyond the bounds.
        pub out_of_bounds: &'static str,
        /// No balance.
        pub impossible: &'static str,
        /// The numbers that sum a scenario up: product, electricity, CO2, alumina.
        pub in_short: [&'static str; 4],
        /// Before what a number differs by from the preset.
        pub than_before: &'static str,
        /// The same, from what it is compared with.
        pub than_other: &'static str,
        /// The switch for low and high in picture and numbers.
        pub show_bands: &'static str,
        /// The name of what opens a number's explanation: `{}` is the number.
        pub ask: &'static str,
        /// The heading of the results.
        pub results: &'static str,
        /// What low and high mean.
        pub results_note: &'static str,
        /// 项目
        pub what: &'static str,
        /// 数值
        pub value: &'static str,
        /// 低–高
        pub band: &'static str,
        /// The whole chain.
        pub total: &'static str,
        /// What stands for no band.
        pub no_band: &'static str,
        /// The label of the list of what to compare with.
        pub against: &'static str,
        /// Nothing.
        pub nothing: &'static str,
        /// What the reader has kept.
        pub kept: &'static str,
        /// What the outline in the picture is: `{}` is a scenario.
        pub outline: &'static str,
        /// Keeps the present scenario.
        pub keep: &'static str,
        /// The scenario on screen.
        pub this: &'static str,
        /// The one it is compared with.
        pub other: &'static str,
        /// The difference.
        pub difference: &'static str,
        /// The heading of capacity against need.
        pub capacity: &'static str,
        /// What it can and cannot say.
        pub capacity_note: &'static str,
        /// 环节
        pub stage: &'static str,
        /// 所需
        pub need: &'static str,
        /// 本地产能
        pub local: &'static str,
        /// 差额
        pub gap: &'static str,
        /// Less than the need: how much.
        pub short: &'static str,
        /// More than the need: how much.
        pub spare: &'static str,
        /// As much as the need.
        pub even: &'static str,
        /// All of it bought in: how much.
        pub bought_in: &'static str,
        /// None in the place.
        pub none: &'static str,
        /// No figure has been published.
        pub unknown: &'static str,
        /// The heading of what is pinned: its name.
        pub pinned: &'static str,
        /// The way to a stage's companies and capacity.
        pub companies: &'static str,
        /// In.
        pub into: &'static str,
        /// Out.
        pub out_of: &'static str,
        /// What arises or goes in and out besides.
        pub arises: &'static str,
        /// The heading of a stage's own balance.
        pub stage_balance: &'static str,
        /// That as much goes out as comes in: how much.
        pub closes: &'static str,
        /// What the picture of a stage leaves out and how it is to be read.
        pub stage_note: &'static str,
        /// All that comes in, or goes out.
        pub sum: &'static str,
        /// What is taken in and is no mass of the balance.
        pub taken: &'static str,
        /// What is emitted.
        pub emitted: &'static str,
        /// The other stages.
        pub stages: &'static str,
        /// From where.
        pub from: &'static str,
        /// Where to.
        pub to: &'static str,
        /// Outside the chain.
        pub outside: &'static str,
        /// Said on a stage's page: the scenario.
        pub scenario: &'static str,
        /// The way back to the levers.
        pub to_levers: &'static str,
    }
}

pub(super) const ZH_HANS: LeversWords = LeversWords {
    presets: "从哪个情景开始",
    changed: "已改动",
    superseded: "已被新目标取代",
    quantity: "线宽表示",
    quantities: ["质量", "电力", "二氧化碳"],
    levers: "改一改条件",
    needs_app: "调节需要运行脚本；下面的结果按默认情景。",
    reset: "全部恢复",
    was: "原为 {}，恢复",
    put_back: "{}：原为 {}，恢复",
    tour: "走一圈",
    tour_step: "第 {} 步，共 {} 步。",
    loop_closes: "边角料和社会废铝重熔成再生铝，回到加工，铝链就此闭合。",
    next: "下一步",
    before: "上一步",
    end: "结束",
    slider: "{}（滑块）",
    choice: "{}（选项）",
    own: "自定",
    no_limit: "不限",
    range: "公开范围 {}",
    about: "说明",
    not_number: "{}：请填一个数，例如 0.5。",
    below: "{}：太小，至少为 {} {}。",
    above: "{}：太大，至多为 {} {}。",
    not_positive: "{}：必须大于 0。",
    mix: "四种产品合计是 {}%，须为 100%。",
    no_scrap: "社会废铝占比：可得的废铝只够 {}%。",
    not_a_switch: "{}：只能二选一。",
    stays: "图和结果仍是改动前的。",
    notes: "地址里有几处无法照办，已改用默认值：",
    unknown_word: "没有这个选项",
    unread: "不是数",
    out_of_bounds: "超出可能的范围",
    impossible: "与其他数值放在一起不可能成立",
    in_short: ["成品", "用电", "排放", "需氧化铝"],
    than_before: "比原情景",
    than_other: "比对比情景",
    show_bands: "低–高",
    ask: "问这个数：{}",
    results: "结果",
    results_note: "低–高：各系数在公开范围内变动时，结果的下限和上限。产量、占比、产品结构是选择，不参与变动；您改过的系数也不参与。都是推算，仅作示意。",
    what: "项目",
    value: "数值",
    band: "低–高",
    total: "整条链",
    no_band: "—",
    against: "与谁对比",
    nothing: "不对比",
    kept: "留下的情景",
    outline: "虚线轮廓：{}",
    keep: "留下再比",
    this: "当前",
    other: "对比",
    difference: "相差",
    capacity: "本地产能与所需",
    capacity_note: "所需按上面的情景推算；本地是公开报道的产能，不是产量。两者相比仅作示意。",
    stage: "环节",
    need: "所需",
    local: "本地产能",
    gap: "差额",
    short: "缺 {}",
    spare: "余 {}",
    even: "持平",
    bought_in: "外购 {}",
    none: "本地暂无",
    unknown: "未见公开数据",
    pinned: "已选中：{}",
    companies: "企业与产能",
    into: "投入",
    out_of: "产出",
    arises: "本环节的全部数值",
    stage_balance: "进多少，出多少",
    closes: "质量平衡：进出都是 {}。",
    stage_note: "宽度与质量成正比，两边一样高；太细的加宽画成虚线。浅边到高值，虚线到低值。电、热和不计入质量平衡的物料从下方进入；用电和燃料的排放不在进出之内。",
    sum: "合计",
    taken: "不计入质量",
    emitted: "排放",
    stages: "细看一环",
    from: "从",
    to: "到",
    outside: "链外",
    scenario: "情景",
    to_levers: "回整条链调整",
};

pub(super) const EN: LeversWords = LeversWords {
    presets: "Begin from a scenario",
    changed: "changed",
    superseded: "replaced by a later target",
    quantity: "Lines are as wide as their",
    quantities: ["mass", "electricity", "CO₂"],
    levers: "Conditions",
    needs_app: "Changing them takes a script; the results below are for the default scenario.",
    reset: "Put all back",
    was: "was {}; put back",
    put_back: "{}: was {}; put back",
    tour: "Tour",
    tour_step: "Step {} of {}.",
    loop_closes: "Offcuts and end-of-life scrap are remelted and go back into processing: the loop closes.",
    next: "Next",
    before: "Back",
    end: "End",
    slider: "{} (slider)",
    choice: "{} (choices)",
    own: "your own",
    no_limit: "no limit",
    range: "published: {}",
    about: "About",
    not_number: "{}: give a number, such as 0.5.",
    below: "{}: too small; it is at least {} {}.",
    above: "{}: too large; it is at most {} {}.",
    not_positive: "{}: it must be above 0.",
    mix: "The four products make {}% together; they must make 100%.",
    no_scrap: "Share of end-of-life scrap: there is scrap for {}% only.",
    not_a_switch: "{}: it is one or the other.",
    stays: "Picture and results are still those from before.",
    notes: "Some of the address could not be followed; defaults are used instead:",
    unknown_word: "there is no such choice",
    unread: "not a number",
    out_of_bounds: "beyond what is possible",
    impossible: "impossible together with the others",
    in_short: ["Product", "Electricity", "Emissions", "Alumina"],
    than_before: "against before",
    than_other: "against the other",
    show_bands: "Low to high",
    ask: "Ask about this number: {}",
    results: "Results",
    results_note: "Low to high: the least and the most of each result when the factors vary within what is published. Amount, shares and mix are choices and do not vary; nor do factors that you have changed. All of it is calculated, for illustration only.",
    what: "Item",
    value: "Value",
    band: "Low to high",
    total: "The whole chain",
    no_band: "–",
    against: "Compare with",
    nothing: "nothing",
    kept: "the scenario you kept",
    outline: "Dashed outline: {}",
    keep: "Keep",
    this: "This one",
    other: "The other",
    difference: "Difference",
    capacity: "Local capacity against need",
    capacity_note: "The need follows from the scenario above; local capacity is what has been published, not production. The comparison is for illustration only.",
    stage: "Stage",
    need: "Need",
    local: "Local capacity",
    gap: "Gap",
    short: "short by {}",
    spare: "{} to spare",
    even: "even",
    bought_in: "{} bought in",
    none: "none locally",
    unknown: "no figure published",
    pinned: "Chosen: {}",
    companies: "Companies and capacity",
    into: "In",
    out_of: "Out",
    arises: "All figures of this stage",
    stage_balance: "What goes in, what comes out",
    closes: "Mass closes: {} in and out.",
    stage_note: "Widths are in proportion to mass, both sides equally high; what would be too thin to see is widened and dashed. Pale to the high end, dashes at the low end. Electricity, heat and what is no part of the mass balance come in from below; emissions of electricity and fuels are not among the masses.",
    sum: "In all",
    taken: "Not counted as mass",
    emitted: "Emitted",
    stages: "The stages",
    from: "From",
    to: "To",
    outside: "outside the chain",
    scenario: "Scenario",
    to_levers: "Change it on the whole chain",
};
