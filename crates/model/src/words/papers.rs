//! Papers.

words! {
    /// Papers.
    pub struct PaperWords {
        /// 资料库
        pub title: &'static str,
        /// The label of the list of kinds.
        pub kinds: &'static str,
        /// The heading over the papers that go with something.
        pub attached: &'static str,
        /// The way to all papers.
        pub all: &'static str,
    }
}

pub(super) const ZH_HANS: PaperWords = PaperWords {
    title: "资料库",
    kinds: "种类",
    attached: "附件",
    all: "全部资料",
};

pub(super) const EN: PaperWords = PaperWords {
    title: "Documents",
    kinds: "Kinds",
    attached: "Attachments",
    all: "All documents",
};
