//! Events.

use crate::EventKind;

words! {
    /// Events.
    pub struct EventsWords {
        /// 活动
        pub title: &'static str,
        /// What is listed.
        pub intro: &'static str,
        /// 即将举行
        pub coming: &'static str,
        /// While nothing is to come.
        pub none_coming: &'static str,
        /// 往期
        pub past: &'static str,
        /// While nothing has been held.
        pub none_past: &'static str,
        /// Below the list: who holds what is listed.
        pub not_ours: &'static str,
        /// The link to the calendar of all events.
        pub subscribe: &'static str,
        /// The link to the file for a calendar.
        pub add: &'static str,
        /// The link from a card to the event.
        pub details: &'static str,
        /// 时间
        pub time: &'static str,
        /// 地点
        pub place: &'static str,
        /// 主办
        pub organiser: &'static str,
        /// 参加
        pub audience: &'static str,
        /// 报名
        pub registration: &'static str,
        /// The link to where one registers.
        pub register: &'static str,
        /// In place of where, of an event to come.
        pub undecided: &'static str,
        /// In place of where, of an event that was.
        pub unstated: &'static str,
        /// 日程
        pub agenda: &'static str,
        /// 变更
        pub changes: &'static str,
        /// That changes reach calendars.
        pub changes_note: &'static str,
        /// 会后
        pub after: &'static str,
        /// What will stand there.
        pub after_note: &'static str,
        /// 报道
        pub report: &'static str,
        /// 已结束
        pub over: &'static str,
        /// 已取消
        pub cancelled: &'static str,
        /// 全部活动
        pub all: &'static str,
        /// 最近一次
        pub last: &'static str,
        /// That times are China's; empty where readers know.
        pub clock: &'static str,
        kinds: [&'static str; 6],
    }
}

pub(super) const ZH_HANS: EventsWords = EventsWords {
    title: "活动",
    intro: "会议、展会、培训、推介。日期和地点以主办方公布为准，变更会写在这里。",
    coming: "即将举行",
    none_coming: "目前没有已公布的活动。公布后会写在这里。",
    past: "往期",
    none_past: "还没有记录到往期活动。",
    not_ours: "据公开报道整理，主办方不一定是联盟。",
    subscribe: "订阅日历",
    add: "加入日历 .ics",
    details: "详情",
    time: "时间",
    place: "地点",
    organiser: "主办",
    audience: "参加",
    registration: "报名",
    register: "前往报名",
    undecided: "待定",
    unstated: "原文未注明",
    agenda: "日程",
    changes: "变更",
    changes_note: "时间或地点有变，订阅的日历会更新；取消的活动仍留在这里，写明“已取消”。",
    after: "会后",
    after_note: "纪要、照片和报道在会后写在这里。",
    report: "报道",
    over: "已结束",
    cancelled: "已取消",
    all: "全部活动",
    last: "最近一次",
    clock: "",
    kinds: ["会议", "展会", "培训", "推介", "发布会", "仪式"],
};

pub(super) const EN: EventsWords = EventsWords {
    title: "Events",
    intro: "Conferences, fairs, courses and presentations. Dates and places are as the organisers have published them; changes are noted here.",
    coming: "Coming up",
    none_coming: "No event has been announced. Once one is, it will stand here.",
    past: "Past events",
    none_past: "No past event is on record yet.",
    not_ours: "Compiled from published reports; the organiser is not always the alliance.",
    subscribe: "Subscribe to the calendar",
    add: "Add to calendar (.ics)",
    details: "Details",
    time: "When",
    place: "Where",
    organiser: "Organiser",
    audience: "For",
    registration: "Registration",
    register: "Register",
    undecided: "To be announced",
    unstated: "Not named in the source",
    agenda: "Programme",
    changes: "Changes",
    changes_note: "When time or place change, subscribed calendars follow; an event that is called off stays here and says so.",
    after: "Afterwards",
    after_note: "Minutes, pictures and reports will stand here after the event.",
    report: "Report",
    over: "Over",
    cancelled: "Called off",
    all: "All events",
    last: "The last one",
    clock: "Beijing time",
    kinds: [
        "Conference",
        "Fair",
        "Training",
        "Presentation",
        "Press conference",
        "Ceremony",
    ],
};

impl EventsWords {
    /// What a kind of event is called.
    pub fn kind(&self, kind: EventKind) -> &'static str {
        let index = EventKind::ALL.iter().position(|other| *other == kind);
        self.kinds[index.unwrap_or_default()]
    }
}
