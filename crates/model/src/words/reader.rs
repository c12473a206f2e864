//! Reading aloud.

words! {
    /// Reading aloud.
    pub struct ReaderWords {
        /// 朗读
        pub title: &'static str,
        /// 暂停
        pub pause: &'static str,
        /// 继续
        pub resume: &'static str,
        /// 停止
        pub stop: &'static str,
        /// 关闭
        pub close: &'static str,
        /// Where the device has no voice for the language.
        pub no_voice: &'static str,
    }
}

pub(super) const ZH_HANS: ReaderWords = ReaderWords {
    title: "朗读",
    pause: "暂停",
    resume: "继续",
    stop: "停止",
    close: "关闭",
    no_voice: "这台设备的浏览器没有中文语音，不能朗读。可在系统的语音设置里下载中文语音，再试一次。",
};

pub(super) const EN: ReaderWords = ReaderWords {
    title: "Read aloud",
    pause: "Pause",
    resume: "Go on",
    stop: "Stop",
    close: "Close",
    no_voice: "This browser has no voice for the language of the page. Your system’s speech settings may offer one to download.",
};
