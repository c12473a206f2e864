//! The chain.

words! {
    /// The chain.
    pub struct ChainWords {
        /// 产业链
        pub title: &'static str,
        /// 氧化铝、阳极碳素、电解铝、铝精深加工、再生铝：每一环是什么、投入产出、本地产能与来源。
        pub description: &'static str,
        /// The introduction of the page.
        pub intro: &'static str,
        /// 水电
        pub electricity: &'static str,
        /// The way past the picture to the panel, on a phone.
        pub to_panel: &'static str,
        /// The heading of the panel: `{}` is the stage.
        pub panel: &'static str,
        /// What closes the panel.
        pub close: &'static str,
        /// The heading of the list of stages.
        pub stages: &'static str,
        /// 投入
        pub inputs: &'static str,
        /// 产出
        pub outputs: &'static str,
        /// Where nothing of the chain goes in.
        pub outside: &'static str,
        /// 本地
        pub locally: &'static str,
        /// The mark of a stage that Guangyuan does not have.
        pub bought_in: &'static str,
        /// 链上企业 {} 家
        pub company_count: &'static str,
        /// The heading of a stage's companies.
        pub companies: &'static str,
        /// The way to the list of companies.
        pub filter_companies: &'static str,
        /// The heading of a stage's projects.
        pub projects: &'static str,
        /// The heading of a stage's news.
        pub news: &'static str,
        /// The way to all of a stage's news.
        pub all_news: &'static str,
        /// The heading of the factors.
        pub factors: &'static str,
        /// The heading of a stage's factors.
        pub factors_of_stage: &'static str,
        /// What the factors are, under their heading.
        pub factors_note: &'static str,
        /// How many there are: how many, how many of them assumed.
        pub factor_count: &'static str,
        /// 项目
        pub factor: &'static str,
        /// 取值
        pub value: &'static str,
        /// 范围
        pub range: &'static str,
        /// 来源
        pub source: &'static str,
        /// 假设
        pub assumption: &'static str,
        /// The way from the bare picture to its page.
        pub full_view: &'static str,
        /// The heading of the terms, where a browser shows them as a list.
        pub glossary: &'static str,
        /// What closes a term.
        pub glossary_close: &'static str,
    }
}

pub(super) const ZH_HANS: ChainWords = ChainWords {
    title: "产业链",
    description: "氧化铝、阳极碳素、电解铝、铝精深加工、再生铝：每一环是什么、投入产出、本地产能与来源。",
    intro: "线有多宽，量就有多大：各环投入多少、产出多少，边角料和废铝怎样回到加工。换一个情景，改一改条件，图和数字跟着变；点一个环节，看它在广元的情况。",
    electricity: "水电",
    to_panel: "看本环节详情",
    panel: "{}：投入、产出与本地情况",
    close: "关闭，看整条链",
    stages: "五个环节",
    inputs: "投入",
    outputs: "产出",
    outside: "链外原料",
    locally: "本地",
    bought_in: "外购",
    company_count: "链上企业 {} 家",
    companies: "链上企业",
    filter_companies: "在企业名录中查看",
    projects: "项目",
    news: "相关动态",
    all_news: "本环节全部动态",
    factors: "制造一吨需要什么",
    factors_of_stage: "本环节的系数",
    factors_note: "取值是本站计算所用的数，范围是公开资料给出的高低两端。图和投入产出都按取值推算，仅作示意，不是任何企业的实际消耗。",
    factor_count: "{} 项，其中 {} 项是假设",
    factor: "项目",
    value: "取值",
    range: "公开范围",
    source: "来源",
    assumption: "假设",
    full_view: "在广元市铝产业联盟网站上查看完整页面",
    glossary: "术语",
    glossary_close: "关闭",
};

pub(super) const EN: ChainWords = ChainWords {
    title: "The chain",
    description: "Alumina, anode carbon, primary aluminium, processing, recycling: what each stage is, its inputs and outputs, local capacity and sources.",
    intro: "Every line is as wide as what it carries: what each stage takes in and gives out, and how offcuts and scrap return to processing. Choose a scenario or change the conditions, and picture and numbers follow; choose a stage to see how it stands in Guangyuan.",
    electricity: "Hydropower",
    to_panel: "Details of this stage",
    panel: "{}: inputs, outputs and the local picture",
    close: "Close and see the whole chain",
    stages: "The five stages",
    inputs: "Inputs",
    outputs: "Outputs",
    outside: "materials from outside the chain",
    locally: "Locally",
    bought_in: "Bought in",
    company_count: "Companies on the chain: {}",
    companies: "Companies",
    filter_companies: "See them in the directory",
    projects: "Projects",
    news: "News",
    all_news: "All news of this stage",
    factors: "What it takes to make a tonne",
    factors_of_stage: "Factors of this stage",
    factors_note: "The value is what this site calculates with; the range is what has been published, from low to high. The picture, the inputs and the outputs follow from the values: an illustration, not any company’s consumption.",
    factor_count: "{} factors, {} of them assumed",
    factor: "Factor",
    value: "Value",
    range: "Published range",
    source: "Source",
    assumption: "Assumption",
    full_view: "See the full page on the site of the Guangyuan Aluminium Industry Alliance",
    glossary: "Terms",
    glossary_close: "Close",
};
