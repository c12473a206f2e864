//! What publishing says of papers.

use model::PaperKind;

/// What publishing says of papers.
#[derive(Debug)]
pub struct PaperWords {
    /// What is on the page.
    pub summary: &'static str,
    /// The same while no paper has been published.
    pub nothing_yet: &'static str,
    /// What stands for the charter while it is not recorded.
    pub charter: &'static str,
    /// In place of a way to a paper of the alliance's own.
    pub unpublished: &'static str,
    /// In place of a way to a paper of somebody else.
    pub unseen: &'static str,
    /// The way to a file.
    pub download: &'static str,
    /// The way to a page elsewhere.
    pub elsewhere: &'static str,
    /// What stands on the sheet of an address.
    pub link: &'static str,
    /// Between the parts of a line.
    pub dot: &'static str,
    /// How much is in each of the tables, in place of `{}`.
    pub rows: [&'static str; 2],
    /// For a paper in Chinese on a page in another language.
    pub in_chinese: &'static str,
    /// For a paper in English on a page in another language.
    pub in_english: &'static str,
    /// The tables of the site itself, by their files: title and what is in them.
    pub tables: [(&'static str, &'static str); 2],
    kinds: [&'static str; 6],
    notes: [&'static str; 6],
}

impl PaperWords {
    /// The heading over the papers of a kind.
    pub const fn kind(&self, kind: PaperKind) -> &'static str {
        self.kinds[kind as usize]
    }

    /// What a reader must know of all papers of a kind; empty where there is nothing.
    pub const fn note(&self, kind: PaperKind) -> &'static str {
        self.notes[kind as usize]
    }
}

pub(super) static ZH_HANS: PaperWords = PaperWords {
    summary: "章程、表格、标准、政策、报告和数据。每份写明日期和来源；没有公布的，也列出来。",
    nothing_yet: "联盟还没有公布章程、表格等资料；公布后会列在这里。",
    charter: "联盟章程",
    unpublished: "尚未公布",
    unseen: "未见公开全文",
    download: "下载",
    elsewhere: "外部网页",
    link: "链接",
    dot: " · ",
    rows: ["{} 个数", "{} 家企业"],
    in_chinese: "中文",
    in_english: "英文",
    tables: [
        ("全部数字", "产值、产能、目标等，各行注明来源和日期。"),
        ("全部企业与产能", "各行注明来源和日期。"),
    ],
    kinds: ["章程与制度", "办事表格", "标准", "政策", "报告", "数据"],
    notes: [
        "",
        "",
        "国家标准只给链接，不转存。",
        "未见全文的，写明在哪里提到。",
        "",
        "随网站更新，表格软件可直接打开。",
    ],
};

pub(super) static EN: PaperWords = PaperWords {
    summary: "Charter, forms, standards, policies, reports and data. Each with its date and source; what is not published is listed, too.",
    nothing_yet: "The alliance has not published a charter, forms or other papers yet; once it has, they will stand here.",
    charter: "Charter of the alliance",
    unpublished: "not published yet",
    unseen: "no public full text seen",
    download: "Download",
    elsewhere: "Page elsewhere",
    link: "Link",
    dot: " · ",
    rows: ["{} figures", "{} companies"],
    in_chinese: "in Chinese",
    in_english: "in English",
    tables: [
        (
            "All figures",
            "Output value, capacity, targets and more; each row with its source and date.",
        ),
        (
            "All companies and capacities",
            "Each row with its source and date.",
        ),
    ],
    kinds: [
        "Charter and rules",
        "Forms",
        "Standards",
        "Policies",
        "Reports",
        "Data",
    ],
    notes: [
        "",
        "",
        "National standards are linked, not copied.",
        "Where no full text was seen, it says where it is mentioned.",
        "",
        "Renewed with the site; any spreadsheet opens them.",
    ],
};
