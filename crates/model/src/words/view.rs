//! The full view of pictures.

words! {
    /// The full view of pictures.
    pub struct ViewWords {
        /// The name of the dialog.
        pub title: &'static str,
        /// 上一张
        pub previous: &'static str,
        /// 下一张
        pub next: &'static str,
        /// 关闭
        pub close: &'static str,
        /// 第 {} 张，共 {} 张
        pub place: &'static str,
        /// On what brings a picture: its kilobytes at most stand at `{}`, what it shows
        /// follows.
        pub ask: &'static str,
    }
}

pub(super) const ZH_HANS: ViewWords = ViewWords {
    title: "查看大图",
    previous: "上一张",
    next: "下一张",
    close: "关闭",
    place: "第 {} 张，共 {} 张",
    ask: "点按显示图片（不超过 {} kB）：",
};

pub(super) const EN: ViewWords = ViewWords {
    title: "Picture, full size",
    previous: "Previous picture",
    next: "Next picture",
    close: "Close",
    place: "Picture {} of {}",
    ask: "Show the picture (up to {} kB): ",
};
