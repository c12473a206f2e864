//! Loading, failed, not found.

words! {
    /// Loading, failed, not found.
    pub struct StateWords {
        /// 正在载入…
        pub loading: &'static str,
        /// 没有载入成功
        pub failed_title: &'static str,
        /// 网络没有响应，或服务器暂时不可用。您刚才看的内容还在下面。
        pub failed_text: &'static str,
        /// 重试
        pub retry: &'static str,
        /// 直接打开该页
        pub open_plainly: &'static str,
        /// 没有这一页
        pub not_found_title: &'static str,
        /// 地址可能有误，或内容已经移走。可以从下面继续。
        pub not_found_text: &'static str,
    }
}

pub(super) const ZH_HANS: StateWords = StateWords {
    loading: "正在载入…",
    failed_title: "没有载入成功",
    failed_text: "网络没有响应，或服务器暂时不可用。您刚才看的内容还在下面。",
    retry: "重试",
    open_plainly: "直接打开该页",
    not_found_title: "没有这一页",
    not_found_text: "地址可能有误，或内容已经移走。可以从下面继续。",
};

pub(super) const EN: StateWords = StateWords {
    loading: "Loading…",
    failed_title: "This page did not load",
    failed_text: "The network did not answer, or the server is unavailable for now. What you were reading is still below.",
    retry: "Try again",
    open_plainly: "Open the page directly",
    not_found_title: "Page not found",
    not_found_text: "The address may be mistyped, or the page has moved. You can go on from here.",
};
