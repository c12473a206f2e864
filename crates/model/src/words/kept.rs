//! Scenarios that the reader keeps to look at side by side.

words! {
    /// Scenarios that the reader keeps to look at side by side.
    pub struct KeptWords {
        /// The heading.
        pub heading: &'static str,
        /// How many there may be, and where they are kept.
        pub about: &'static str,
        /// The label of the name.
        pub name: &'static str,
        /// The same while a scenario gets another: which one.
        pub new_name: &'static str,
        /// Keeps what is on screen.
        pub keep: &'static str,
        /// Gives up another name.
        pub cancel: &'static str,
        /// What can be done with one: open, compare, rename, remove.
        pub ways: [&'static str; 4],
        /// What stands small in the table.
        pub note: &'static str,
        /// Said when there are as many as may be.
        pub full: &'static str,
        /// Said when one has been kept: its name.
        pub done: &'static str,
        /// Said when one is on screen: its name.
        pub opened: &'static str,
        /// Said when one is compared with: its name.
        pub compared: &'static str,
        /// Said when it is not any more: its name.
        pub parted: &'static str,
        /// Said when one has another name: which.
        pub renamed: &'static str,
        /// Said when one is gone: its name.
        pub removed: &'static str,
    }
}

pub(super) const ZH_HANS: KeptWords = KeptWords {
    heading: "留下的情景",
    about: "给当前情景起个名字，留下来并排看，最多四个。都记在本页网址里，转发或收藏网址就带着。",
    name: "名称",
    new_name: "“{}”改名为",
    keep: "留下这个情景",
    cancel: "取消",
    ways: ["打开", "对比", "改名", "移除"],
    note: "小字：低–高；从第二个情景起，还有与第一个的差。",
    full: "已经留了四个：先移除一个，再留。",
    done: "已留下：{}",
    opened: "已打开：{}",
    compared: "虚线轮廓是：{}",
    parted: "不再对比：{}",
    renamed: "已改名：{}",
    removed: "已移除：{}",
};

pub(super) const EN: KeptWords = KeptWords {
    heading: "Scenarios you have kept",
    about: "Name the scenario on screen and keep it, to look at up to four side by side. They stand in the address of this page: whoever has the link has them, too.",
    name: "Name",
    new_name: "New name for “{}”",
    keep: "Keep this scenario",
    cancel: "Cancel",
    ways: ["Open", "Compare", "Rename", "Remove"],
    note: "In small type: low to high; from the second on also the difference to the first.",
    full: "There are four already: remove one first.",
    done: "Kept: {}",
    opened: "Opened: {}",
    compared: "The dashed outline is: {}",
    parted: "Not compared any more: {}",
    renamed: "Renamed: {}",
    removed: "Removed: {}",
};
