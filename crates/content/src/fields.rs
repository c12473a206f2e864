//! What editors call the fields: one table for messages and for the schemas.

use model::Lang;

/// A field in words.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in JSON; `Type.name` where the type makes a difference.
    pub key: &'static str,
    /// Its title.
    pub zh: &'static str,
    /// Its title.
    pub en: &'static str,
    /// What to write, in Chinese: shown by text editors.
    pub about: &'static str,
    /// A value that passes, as JSON; empty where the type says it all.
    pub example: &'static str,
}

impl Field {
    /// Its title in a language.
    pub const fn title(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            _ => self.zh,
        }
    }
}

/// The field of a type, by its name in JSON.
pub fn field(of: &str, key: &str) -> Option<&'static Field> {
    let typed = |field: &&Field| field.key.split_once('.') == Some((of, key));
    (FIELDS.iter().find(typed)).or_else(|| FIELDS.iter().find(|field| field.key == key))
}

/// What editors call the fields on a way through a file: `companies[2].name`
/// is that of a company.
pub fn type_of(key: &str) -> &'static str {
    match key {
        "founding" => "Founding",
        "chair" => "Chair",
        "contact" => "Contact",
        "roles" => "Role",
        "stages" => "Stage",
        "materials" => "Material",
        "flows" => "Flow",
        "factors" => "Factor",
        "former" => "FormerValue",
        "presets" => "Preset",
        "values" => "PresetValue",
        "companies" => "Company",
        "capacities" => "Capacity",
        "membership" => "Membership",
        "projects" => "Project",
        "investment" => "Amount",
        "indicators" => "Indicator",
        "points" => "Point",
        "sources" => "Source",
        "terms" => "Term",
        "corrections" => "Correction",
        _ => "",
    }
}

/// What a type is, in Chinese.
pub fn about_type(of: &str) -> Option<(&'static str, &'static str)> {
    TYPES
        .iter()
        .find(|(name, ..)| *name == of)
        .map(|(_, title, about)| (*title, *about))
}

const TYPES: &[(&str, &str, &str)] = &[
    (
        "Alliance",
        "联盟",
        "联盟名称、首页标题、成立情况、理事长、四个作用、职责、资源、目标。",
    ),
    ("Chain", "产业链", "五个环节、物料、物流和工艺系数。"),
    (
        "Preset",
        "情景",
        "多少什么，哪些系数与取值不同；产业链页从它开始。",
    ),
    ("PresetValue", "系数的取值", "与取值不同的一个系数。"),
    ("Companies", "企业", "企业，以及供筛选用的产品和地区。"),
    ("Projects", "项目", "项目。"),
    ("Indicators", "数据", "产值、产能、目标等数据。"),
    ("Sources", "来源", "所有来源。别的文件只写来源的编号。"),
    ("Glossary", "术语", "技术名词和它们的解释。"),
    ("Term", "术语", "一个技术名词和它的解释。"),
    (
        "Terms",
        "繁体写法",
        "自动转换成繁体时会写错的名字和行业用词。",
    ),
    ("WrittenTerm", "繁体写法", "一个词的简体和繁体写法。"),
    ("Article", "文章", "一篇文章一个文件，文件名就是编号。"),
    (
        "Correction",
        "更正",
        "文章发布以后改正了什么：哪天改的，原来怎样，应为怎样。",
    ),
    (
        "Text",
        "文字",
        "直接写一段文字就是中文；要加英文，写成 { \"zh-Hans\": \"中文\", \"en\": \"English\" }。",
    ),
    (
        "Markdown",
        "正文",
        "一段一段的文字，可以用 Markdown：小标题 ##、列表 -、链接、表格。不能用 HTML，不能插图片。",
    ),
    (
        "Date",
        "日期",
        "照来源写，知道多少写多少：2025-10-31、2025-10、2025；来源没写年份时写 XXXX-07-17。",
    ),
    (
        "Period",
        "时期",
        "日期，或一段时间 2025-01/2025-09；年份不明写 XXXX。",
    ),
    ("Unit", "单位", "网站的英文页会自动换算。"),
    (
        "Number",
        "数字",
        "只写数，不加引号，最多 15 位有效数字；单位写在 unit 里。",
    ),
    (
        "Slug",
        "编号",
        "只用小写英文字母、数字和单个连字符。发布以后不要改，它就是网页的地址。",
    ),
    (
        "StageId",
        "环节",
        "alumina 氧化铝、anode 阳极碳素、electrolytic 电解铝、processing 铝精深加工、recycled 再生铝。",
    ),
    (
        "Category",
        "类别",
        "alliance 联盟、industry 行业、project 项目、policy 政策、market 市场。",
    ),
    (
        "PointKind",
        "哪一种数",
        "actual 实际、target 目标、forecast 预计。",
    ),
    (
        "MembershipStatus",
        "成员身份",
        "confirmed 已确认（要有来源）、unconfirmed 待确认。",
    ),
    ("LocalState", "本地有没有", "local 本地有、boughtIn 外购。"),
    (
        "CapacityStatus",
        "产能状态",
        "operating 在产、underConstruction 在建、planned 规划、unstated 来源未说明。",
    ),
    (
        "ProjectStatus",
        "项目进度",
        "signed 已签约、planned 规划、underConstruction 在建、partlyOperating 部分投产、operating 已投产、unstated 来源未说明。",
    ),
    (
        "Grade",
        "等级",
        "A 官方机构或正规媒体自己的网站；B 行业媒体、行业网站、企业网站；C 转载、镜像，不附链接。",
    ),
    ("FlowKind", "物流种类", "这条物流在物料平衡里的角色。"),
    ("Founding", "成立", "成立大会。"),
    ("Chair", "理事长", "人和职务。"),
    ("Role", "作用", "四个作用之一。"),
    ("Contact", "联系方式", "怎样联系联盟；不知道就整个删去。"),
    ("Stage", "环节", "产业链的一个环节。"),
    ("Material", "物料", "产业链里的一种物料。"),
    ("Flow", "物流", "物料从哪个环节到哪个环节。"),
    ("Factor", "系数", "每吨消耗等工艺系数。"),
    (
        "FormerValue",
        "此前的值",
        "系数以前的值，已被新公布的值取代。",
    ),
    ("Named", "名目", "编号和名称。"),
    ("Company", "企业", "产业链上的一家企业。"),
    ("Capacity", "产能", "有日期、有来源的产能。"),
    (
        "Membership",
        "成员身份",
        "是不是联盟成员；没有依据就是待确认。",
    ),
    ("Project", "项目", "一个项目。"),
    ("Amount", "数量", "数和单位。"),
    (
        "Indicator",
        "指标",
        "同一口径的一组数据。口径不同的分开成两个指标。",
    ),
    ("Point", "数据点", "一个数：时期、数值、哪一种、来源。"),
    ("Source", "来源", "一条来源。"),
];

const fn f(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    about: &'static str,
    example: &'static str,
) -> Field {
    Field {
        key,
        zh,
        en,
        about,
        example,
    }
}

const FIELDS: &[Field] = &[
    // Everywhere.
    f(
        "$schema",
        "结构",
        "schema",
        "这个文件的结构，编辑器据此提示和检查。不要改。",
        "",
    ),
    f(
        "id",
        "编号",
        "id",
        "只用小写英文字母、数字和连字符。发布以后不要改，它就是网页的地址。",
        "\"2026-03-02-new-line\"",
    ),
    f("zh-Hans", "中文", "Chinese", "简体中文，必填。", ""),
    f(
        "en",
        "英文",
        "English",
        "英国英语。没有就不写，英文页会显示中文。",
        "",
    ),
    f(
        "name",
        "名称",
        "name",
        "叫什么。",
        "{ \"zh-Hans\": \"名称\", \"en\": \"Name\" }",
    ),
    f(
        "summary",
        "摘要",
        "summary",
        "一至三句话，写明是什么、发生了什么。",
        "{ \"zh-Hans\": \"生产线3月2日投产。\", \"en\": \"The line started on 2 March.\" }",
    ),
    f(
        "note",
        "备注",
        "note",
        "读者必须知道的：推断的、算出来的、不清楚的。没有就不写。",
        "\"来源没有给出年份。\"",
    ),
    f(
        "source",
        "来源",
        "source",
        "sources.json 里的编号。没有来源的，不写。",
        "\"founding\"",
    ),
    f(
        "sources",
        "来源",
        "sources",
        "sources.json 里的编号，可以多个。",
        "[\"founding\"]",
    ),
    f(
        "unit",
        "单位",
        "unit",
        "网站的英文页会自动换算。",
        "\"万吨/年\"",
    ),
    f(
        "value",
        "数值",
        "value",
        "只写数，不加引号；单位写在 unit 里。",
        "344.07",
    ),
    f(
        "asOf",
        "截止日期",
        "as of",
        "数据截至什么时候，照来源写。",
        "\"2024-11\"",
    ),
    f(
        "newestKnown",
        "查过更新",
        "newest known",
        "上次查找更新的数字而没有查到的日期；一年之内不再提醒数据旧了。",
        "\"2026-11-28\"",
    ),
    f(
        "date",
        "日期",
        "date",
        "照来源写，知道多少写多少。",
        "\"2025-10-31\"",
    ),
    f(
        "stages",
        "环节",
        "stages",
        "有关的环节，可以多个。",
        "[\"electrolytic\", \"recycled\"]",
    ),
    f("stage", "环节", "stage", "有关的环节。", "\"electrolytic\""),
    f(
        "companies",
        "企业",
        "companies",
        "有关的企业：companies.json 里的编号，可以多个；没有就不写。",
        "[\"zhongfu\"]",
    ),
    f(
        "status",
        "状态",
        "status",
        "到了哪一步；来源没说就写 unstated。",
        "",
    ),
    f("kind", "种类", "kind", "哪一种。", ""),
    f(
        "title",
        "标题",
        "title",
        "标题，不超过 40 个字。",
        "{ \"zh-Hans\": \"标题\", \"en\": \"Title\" }",
    ),
    // alliance.json
    f(
        "schemaVersion",
        "版本",
        "schema version",
        "内容包的版本，现在是 2。不要改；旧内容用 site migrate 升级。",
        "2",
    ),
    f(
        "headline",
        "首页标题",
        "headline",
        "用一句话说清产业链。",
        "\"一条铝链，从氧化铝到再生铝\"",
    ),
    f(
        "introduction",
        "介绍",
        "introduction",
        "用一句话说清联盟是谁。",
        "\"联盟以推动铝行业发展为使命。\"",
    ),
    f("founding", "成立", "founding", "成立大会。", ""),
    f("place", "地点", "place", "在哪里。", "\"广元万达嘉华酒店\""),
    f(
        "article",
        "文章",
        "article",
        "关于它的文章：news/ 里的编号。",
        "\"founding\"",
    ),
    f("chair", "理事长", "chair", "理事长。", ""),
    f("Chair.title", "职务", "title", "职务。", "\"理事长\""),
    f("roles", "四个作用", "roles", "联盟的四个作用。", ""),
    f(
        "Role.points",
        "要点",
        "points",
        "属于它的几条。",
        "[\"优化内部组织架构\"]",
    ),
    f(
        "duties",
        "职责",
        "duties",
        "联盟的职责。",
        "[\"推动事业发展\"]",
    ),
    f(
        "resources",
        "资源",
        "resources",
        "汇集哪些资源。",
        "[\"人才\", \"市场\"]",
    ),
    f(
        "aims",
        "目标",
        "aims",
        "成立时提出的目标。",
        "[\"千亿级铝产业集群\"]",
    ),
    f("contact", "联系方式", "contact", "不知道就整个删去。", ""),
    f(
        "address",
        "地址",
        "address",
        "通信地址。",
        "\"四川省广元市\"",
    ),
    f(
        "phone",
        "电话",
        "phone",
        "电话号码，带区号。",
        "\"+86-839-0000000\"",
    ),
    f(
        "email",
        "邮箱",
        "email",
        "邮箱地址。",
        "\"office@example.com\"",
    ),
    f(
        "icp",
        "备案号",
        "ICP number",
        "网站备案号；还没有就不写。",
        "\"蜀ICP备00000000号\"",
    ),
    // chain.json
    f(
        "Chain.stages",
        "环节",
        "stages",
        "五个环节，按产业链的顺序，各一个。",
        "",
    ),
    f("Stage.id", "环节", "stage", "哪个环节。", "\"alumina\""),
    f(
        "local",
        "本地有没有",
        "local",
        "local 本地有，boughtIn 外购。",
        "\"local\"",
    ),
    f(
        "localNote",
        "本地情况",
        "local note",
        "本地知道些什么；不知道的也写明。",
        "\"本地暂无氧化铝厂，外购。\"",
    ),
    f(
        "capacity",
        "产能",
        "capacity",
        "本地产能：indicators.json 里的编号。",
        "\"electrolytic-capacity\"",
    ),
    f("factors", "系数", "factors", "系数。", ""),
    f(
        "Stage.factors",
        "系数",
        "factors",
        "说明这个环节的系数：本文件 factors 里的编号。",
        "[\"net-anode\"]",
    ),
    f(
        "presets",
        "情景",
        "scenarios",
        "产业链页可以从中开始的情景；第一个是打开时的。",
        "",
    ),
    f(
        "Preset.flow",
        "哪一股物流",
        "flow",
        "value 说的是哪一股：primary 原铝、recycled 再生铝、product 铝材成品等。",
        "\"primary\"",
    ),
    f(
        "values",
        "系数的取值",
        "values",
        "与默认不同的系数；没有就不写。",
        "[{ \"factor\": \"recycled-share\", \"value\": 60 }]",
    ),
    f(
        "factor",
        "系数",
        "factor",
        "本文件 factors 里的编号。",
        "\"recycled-share\"",
    ),
    f("materials", "物料", "materials", "环节之间流动的物料。", ""),
    f(
        "flows",
        "物流",
        "flows",
        "物料从哪里到哪里，包括回收和边角料。",
        "",
    ),
    f(
        "from",
        "起点",
        "from",
        "从哪个环节来；不写就是链外。",
        "\"alumina\"",
    ),
    f(
        "to",
        "终点",
        "to",
        "到哪个环节去；不写就是链外。",
        "\"electrolytic\"",
    ),
    f(
        "material",
        "物料",
        "material",
        "本文件 materials 里的编号。",
        "\"alumina\"",
    ),
    f(
        "Capacity.material",
        "产品",
        "material",
        "什么的产能。",
        "\"电解铝\"",
    ),
    f(
        "former",
        "此前的值",
        "former values",
        "已被新值取代的旧值，从新到旧；没有就不写。",
        "[{ \"period\": \"2022\", \"value\": 0.5366, \"source\": \"mee-2024-12\" }]",
    ),
    f("low", "低值", "low", "已公布数据的低端。", "1.9"),
    f("default", "默认值", "default", "网站计算时用的值。", "1.93"),
    f("high", "高值", "high", "已公布数据的高端。", "1.95"),
    f(
        "assumption",
        "假设",
        "assumption",
        "没有公开来源，是我们的假设时写 true。",
        "true",
    ),
    // companies.json
    f("Companies.companies", "企业", "companies", "企业名单。", ""),
    f("products", "产品", "products", "供筛选用的产品。", ""),
    f(
        "Company.products",
        "产品",
        "products",
        "本文件 products 里的编号，可以多个。",
        "[\"profile\"]",
    ),
    f("districts", "地区", "districts", "供筛选用的地区。", ""),
    f(
        "district",
        "地区",
        "district",
        "本文件 districts 里的编号；不知道就不写。",
        "\"etdz\"",
    ),
    f(
        "Company.name",
        "企业名称",
        "name",
        "登记的全称，照来源写。",
        "\"示例铝业有限公司\"",
    ),
    f(
        "aliases",
        "别名",
        "aliases",
        "简称，供搜索；搜索结果里写作“又称”。",
        "[\"示例铝业\"]",
    ),
    f(
        "Company.stages",
        "环节",
        "stages",
        "在产业链的哪些环节，至少一个。",
        "[\"processing\"]",
    ),
    f(
        "capacities",
        "产能",
        "capacities",
        "产能，每条有日期和来源。",
        "",
    ),
    f(
        "membership",
        "成员身份",
        "membership",
        "没有联盟的书面确认，就是待确认。",
        "{ \"status\": \"unconfirmed\" }",
    ),
    f(
        "Membership.status",
        "成员身份",
        "status",
        "confirmed 已确认，unconfirmed 待确认。",
        "\"unconfirmed\"",
    ),
    f(
        "role",
        "职务",
        "role",
        "在联盟的职务，确认以后才写。",
        "\"理事单位\"",
    ),
    f(
        "lastVerified",
        "核对日期",
        "last verified",
        "上次对照来源核对的日期。",
        "\"2026-03-02\"",
    ),
    // projects.json
    f("projects", "项目", "projects", "项目名单。", ""),
    f(
        "investment",
        "投资",
        "investment",
        "投资多少；来源没说就不写。",
        "{ \"value\": 23, \"unit\": \"亿元\" }",
    ),
    // indicators.json
    f(
        "featured",
        "首页数据",
        "featured",
        "首页显示的三个指标：编号。",
        "[\"a\", \"b\", \"c\"]",
    ),
    f("indicators", "指标", "indicators", "指标。", ""),
    f(
        "scope",
        "口径",
        "scope",
        "算什么，不算什么。口径不同的绝不放在一条线上。",
        "\"全市铝基新材料产业。\"",
    ),
    f("points", "数据点", "points", "从早到晚。", ""),
    f(
        "period",
        "时期",
        "period",
        "什么时候的数：2024、2025-10、2025-01/2025-09。",
        "\"2025-01/2025-09\"",
    ),
    f(
        "Point.kind",
        "哪一种",
        "kind",
        "actual 实际，target 目标，forecast 预计。",
        "\"actual\"",
    ),
    f(
        "atLeast",
        "以上",
        "at least",
        "“1000亿元以上”时写 true。",
        "true",
    ),
    f("change", "同比", "change", "比上年同期，单位 %。", "11.6"),
    f(
        "calculated",
        "我们算的",
        "calculated",
        "由我们算出来的写 true，在 note 里写明怎么算的。",
        "true",
    ),
    f(
        "superseded",
        "已被取代",
        "superseded",
        "被新目标取代的旧目标写 true，不要删。",
        "true",
    ),
    // sources.json
    f("Sources.sources", "来源", "sources", "所有来源。", ""),
    f(
        "publisher",
        "发布者",
        "publisher",
        "谁发布的。",
        "\"四川新闻网\"",
    ),
    f(
        "Source.title",
        "题目",
        "title",
        "它的题目，或它是什么。",
        "\"广元前三季度铝产业运行情况\"",
    ),
    f(
        "Source.date",
        "日期",
        "date",
        "什么时候发布的；没有注明就不写。",
        "\"2025-10-31\"",
    ),
    f(
        "url",
        "网址",
        "url",
        "A、B 级来源的网址，以 https:// 开头；C 级不写。",
        "\"https://www.example.com/news/1.html\"",
    ),
    f(
        "httpOnly",
        "只有 http",
        "http only",
        "上次试 https:// 开头的同一网址而打不开的日期；一年之内不再提醒没有加密。",
        "\"2026-11-28\"",
    ),
    f(
        "grade",
        "等级",
        "grade",
        "A 官方或正规媒体，B 行业媒体，C 转载（不附链接）。",
        "\"A\"",
    ),
    // glossary.json
    f("terms", "术语", "terms", "技术名词。", ""),
    f(
        "term",
        "名词",
        "term",
        "名词，中英文都要写。",
        "{ \"zh-Hans\": \"铝土矿\", \"en\": \"Bauxite\" }",
    ),
    f(
        "definition",
        "解释",
        "definition",
        "是什么意思，一两句话，中英文都要写。",
        "{ \"zh-Hans\": \"提炼氧化铝的矿石。\", \"en\": \"The ore of alumina.\" }",
    ),
    f(
        "Term.aliases",
        "别的写法",
        "aliases",
        "别的写法，文章里出现时也会认出来。",
        "[\"铝矾土\"]",
    ),
    // terms.json
    f(
        "Terms.terms",
        "繁体写法",
        "terms",
        "名字和行业用词，各写简体、繁体。",
        "[{ \"zh-Hans\": \"干法\", \"zh-Hant\": \"乾法\" }]",
    ),
    f(
        "WrittenTerm.zh-Hans",
        "简体",
        "simplified",
        "简体写法，至少两个字。",
        "\"干法\"",
    ),
    f(
        "WrittenTerm.zh-Hant",
        "繁体",
        "traditional",
        "繁体写法，字数与简体相同。",
        "\"乾法\"",
    ),
    f(
        "WrittenTerm.note",
        "说明",
        "note",
        "为什么这样写，给别的编辑看，不会显示。",
        "\"干燥的干\"",
    ),
    // news/
    f(
        "sortDate",
        "排序日期",
        "sort date",
        "来源没写年份时，只用来排序的完整日期，不会显示。",
        "\"2020-07-17\"",
    ),
    f(
        "body",
        "正文",
        "body",
        "一段一段的文字，可以用 Markdown。不能用 HTML，不能插图片。",
        "[\"第一段。\", \"第二段。\"]",
    ),
    f(
        "category",
        "类别",
        "category",
        "alliance 联盟，industry 行业，project 项目，policy 政策，market 市场。",
        "\"industry\"",
    ),
    f(
        "verbatim",
        "原文",
        "verbatim",
        "正文是来源原话时写 true，网页会注明。",
        "true",
    ),
    f(
        "corrections",
        "更正",
        "corrections",
        "文章发布以后改正了什么，从早到晚。网页、订阅和站点地图都会注明。",
        "[{ \"date\": \"2026-03-05\", \"note\": { \"zh-Hans\": \"年产量原写作25万吨，应为20万吨。\", \"en\": \"The annual output was given as 250 kt; it is 200 kt.\" } }]",
    ),
    f(
        "Correction.date",
        "更正日期",
        "date of the correction",
        "改正的那一天，写完整：2026-03-05。不早于文章的日期，也不晚于今天。",
        "\"2026-03-05\"",
    ),
    f(
        "Correction.note",
        "更正说明",
        "note of the correction",
        "原来怎样写，应为怎样。读者看得到，最好也写英文。",
        "{ \"zh-Hans\": \"年产量原写作25万吨，应为20万吨。\", \"en\": \"The annual output was given as 250 kt; it is 200 kt.\" }",
    ),
    f(
        "draft",
        "草稿",
        "draft",
        "还没写好时写 true：不会发布，只在预览里可见。",
        "true",
    ),
];
