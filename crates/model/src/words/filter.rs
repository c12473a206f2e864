//! The filter beside a list.

words! {
    /// The filter beside a list.
    pub struct FilterWords {
        /// 筛选
        pub title: &'static str,
        /// A page's heading and, after it, the active filters.
        pub heading: &'static str,
        /// Clears one facet.
        pub all: &'static str,
        /// The label of the list of active filters.
        pub active: &'static str,
        /// Read before an active filter: its link removes it.
        pub remove: &'static str,
    }
}

pub(super) const ZH_HANS: FilterWords = FilterWords {
    title: "筛选",
    heading: "{}：{}",
    all: "全部",
    active: "已选条件",
    remove: "取消：",
};

pub(super) const EN: FilterWords = FilterWords {
    title: "Filter",
    heading: "{}: {}",
    all: "All",
    active: "Active filters",
    remove: "Remove: ",
};
