//! The reading settings.

words! {
    /// The reading settings.
    pub struct SettingsWords {
        /// 阅读设置
        pub title: &'static str,
        /// The letter on the button, in two sizes.
        pub sign: &'static str,
        /// What can be chosen: letters, contrast, appearance, pictures, reading aloud.
        pub groups: [&'static str; 5],
        /// The choices of each, in order: three, two, three, two, three.
        pub choices: [&'static str; 13],
        /// 读本页
        pub aloud: &'static str,
        /// 完成
        pub done: &'static str,
        /// Where the choices are kept.
        pub kept: &'static str,
        /// 恢复默认
        pub reset: &'static str,
    }
}

pub(super) const ZH_HANS: SettingsWords = SettingsWords {
    title: "阅读设置",
    sign: "文",
    groups: ["字号", "对比", "外观", "图片", "朗读"],
    choices: [
        "标准",
        "大",
        "特大",
        "标准",
        "高对比",
        "随系统",
        "浅色",
        "深色",
        "自动显示",
        "点按才下载",
        "慢",
        "中",
        "快",
    ],
    aloud: "读本页",
    done: "完成",
    kept: "只存在这台设备上，每一页都有效。",
    reset: "恢复默认",
};

pub(super) const EN: SettingsWords = SettingsWords {
    title: "Reading",
    sign: "A",
    groups: ["Text", "Contrast", "Theme", "Pictures", "Aloud"],
    choices: [
        "Normal",
        "Large",
        "Largest",
        "Normal",
        "High",
        "System",
        "Light",
        "Dark",
        "Show",
        "On request",
        "Slow",
        "Normal",
        "Fast",
    ],
    aloud: "Read this page",
    done: "Done",
    kept: "Kept on this device only; holds for every page.",
    reset: "Reset",
};
