//! What readers take along from the picture of the chain.

words! {
    /// What readers take along from the picture of the chain.
    pub struct TakeWords {
        /// The heading.
        pub heading: &'static str,
        /// The buttons: PNG, SVG, CSV, JSON, QR code, address, embedding.
        pub buttons: [&'static str; 7],
        /// Said when the browser has been given a file: `{}` is its name.
        pub made: &'static str,
        /// Said when it has not.
        pub not_made: &'static str,
        /// Said inside an app that lets no file out.
        pub inside: &'static str,
        /// Said when something has been copied.
        pub copied: &'static str,
        /// Said when it could not be: what to copy stands there.
        pub copy_by_hand: &'static str,
        /// Said when the browser makes no picture of it, or the address is too long.
        pub failed: &'static str,
        /// Under a picture.
        pub hold: &'static str,
        /// The way to the picture as a file.
        pub save: &'static str,
        /// What closes the picture.
        pub close: &'static str,
        /// What the QR code is, for those who do not see it.
        pub qr_alt: &'static str,
        /// The names of the columns: kind, key, belongs to, name, value, unit,
        /// low, high, compared, source.
        pub columns: [&'static str; 10],
        /// The kind of a row about the whole.
        pub about: &'static str,
        /// The kind of a row that was put in.
        pub input: &'static str,
        /// The kind of a row that came out.
        pub result: &'static str,
        /// The title.
        pub title: &'static str,
        /// The scenario.
        pub scenario: &'static str,
        /// After a scenario that has been changed.
        pub changed: &'static str,
        /// What it is compared with.
        pub compared: &'static str,
        /// The day.
        pub date: &'static str,
        /// Who publishes it.
        pub publisher: &'static str,
        /// Where it is from.
        pub address: &'static str,
        /// What must be known.
        pub note: &'static str,
        /// Sources.
        pub source: &'static str,
        /// In place of a source.
        pub assumption: &'static str,
        /// The whole chain, which is no stage of it.
        pub whole: &'static str,
        /// After a label.
        pub colon: &'static str,
        /// Between two of a list.
        pub between: &'static str,
    }
}

pub(super) const ZH_HANS: TakeWords = TakeWords {
    heading: "带走",
    buttons: [
        "图片 PNG",
        "矢量图 SVG",
        "表格 CSV",
        "数据 JSON",
        "二维码",
        "复制链接",
        "复制嵌入代码",
    ],
    made: "{} 已交给浏览器保存。若没有开始下载，请换一个浏览器打开本页。",
    not_made: "这个浏览器存不了 {}，请换一个浏览器打开本页。",
    inside: "在微信等应用里不能下载文件：请点右上角的 ⋯，选“在浏览器打开”，再下载。图片可以长按保存或转发。",
    copied: "已复制。",
    copy_by_hand: "浏览器不让复制，请选中后自行复制：",
    failed: "这个浏览器生成不了图片，请换一个浏览器，或下载矢量图。",
    hold: "长按图片可保存或转发。",
    save: "保存图片",
    close: "关闭",
    qr_alt: "本页当前画面的二维码",
    columns: [
        "类别", "代号", "归属", "名称", "数值", "单位", "低", "高", "对比", "来源",
    ],
    about: "说明",
    input: "条件",
    result: "结果",
    title: "标题",
    scenario: "情景",
    changed: "（已改动）",
    compared: "对比情景",
    date: "日期",
    publisher: "发布",
    address: "网址",
    note: "备注",
    source: "来源",
    assumption: "假设",
    whole: "全链",
    colon: "：",
    between: "；",
};

pub(super) const EN: TakeWords = TakeWords {
    heading: "Take it along",
    buttons: [
        "Picture, PNG",
        "Drawing, SVG",
        "Table, CSV",
        "Data, JSON",
        "QR code",
        "Copy link",
        "Copy embed code",
    ],
    made: "The browser has been given {} to save. If no download begins, open this page in another browser.",
    not_made: "This browser cannot save {}: open this page in another one.",
    inside: "Apps such as WeChat let no file out: choose ⋯ at the top right, open the page in a browser, and download there. A picture can be pressed and held.",
    copied: "Copied.",
    copy_by_hand: "The browser does not allow copying; select and copy this: ",
    failed: "This browser makes no picture of it: try another one, or take the SVG.",
    hold: "Press and hold the picture to save or forward it.",
    save: "Save the picture",
    close: "Close",
    qr_alt: "A QR code of what this page shows now",
    columns: [
        "Kind",
        "Key",
        "Belongs to",
        "Name",
        "Value",
        "Unit",
        "Low",
        "High",
        "Compared",
        "Source",
    ],
    about: "About",
    input: "Input",
    result: "Result",
    title: "Title",
    scenario: "Scenario",
    changed: " (changed)",
    compared: "Compared with",
    date: "Date",
    publisher: "Published by",
    address: "Address",
    note: "Note",
    source: "Source",
    assumption: "Assumption",
    whole: "Whole chain",
    colon: ": ",
    between: "; ",
};
