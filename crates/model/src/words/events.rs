//! Events.

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
        /// 全部活动
        pub all: &'static str,
        /// 最近一次
        pub last: &'static str,
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
    unstated: "原文未注明",
    agenda: "日程",
    changes: "变更",
    changes_note: "时间或地点有变，订阅的日历会更新；取消的活动仍留在这里，写明“已取消”。",
    after: "会后",
    after_note: "纪要、照片和报道在会后写在这里。",
    report: "报道",
    over: "已结束",
    all: "全部活动",
    last: "最近一次",
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
    unstated: "Not named in the source",
    agenda: "Programme",
    changes: "Changes",
    changes_note: "When time or place change, subscribed calendars follow; an event that is called off stays here and says so.",
    after: "Afterwards",
    after_note: "Minutes, pictures and reports will stand here after the event.",
    report: "Report",
    over: "Over",
    all: "All events",
    last: "The last one",
};
