//! The words that only publishing writes into documents, the languages side
//! by side. They never reach the browser's program.

mod offers;
mod papers;

use crate::bundle::{CapacityStatus, ProjectStatus};
use model::{EventKind, Lang};
pub use offers::OfferWords;
pub use papers::PaperWords;

/// The words that only publishing writes into documents.
#[derive(Debug)]
pub struct PublishWords {
    /// Between a publisher and a date.
    pub before_date: &'static str,
    /// In place of a date that the source does not give.
    pub undated: &'static str,
    /// The label of a postal address.
    pub address: &'static str,
    /// The label of a telephone number.
    pub phone: &'static str,
    /// The label of a company's own site.
    pub website: &'static str,
    /// The label of a mail address.
    pub email: &'static str,
    /// After the note of a figure: nobody has found a newer one, up to the day in
    /// place of `{}`.
    pub newest_known: &'static str,
    /// A factor's value before: the value and what it was for, in place of `{}`.
    pub former: &'static str,
    /// Before the other names of what is found.
    pub also: &'static str,
    /// Between names.
    pub between_names: &'static str,
    /// On the card of the list of news.
    pub card_news: &'static str,
    /// On the card of the list of companies.
    pub card_members: &'static str,
    /// On an article's poster, beside the code.
    pub poster: &'static str,
    /// On the page that stands where another one was: leads to it.
    pub moved: &'static str,
    /// On the page about joining.
    pub joining: JoiningWords,
    /// Of events.
    pub events: EventWords,
    /// On the page of a figure.
    pub figure: FigureWords,
    /// On the page of all corrections.
    pub corrections: CorrectionsWords,
    /// On papers.
    pub papers: &'static PaperWords,
    /// On offers and needs.
    pub offers: &'static OfferWords,
    operating: &'static str,
    under_construction: &'static str,
    planned: &'static str,
    signed: &'static str,
    partly_operating: &'static str,
}

/// What the page about joining says.
#[derive(Debug)]
pub struct JoiningWords {
    /// All of it in a sentence.
    pub summary: &'static str,
    /// The same while nothing has been published.
    pub nothing_yet: &'static str,
    /// The heading over who may join.
    pub who: &'static str,
    /// The heading over the steps.
    pub how: &'static str,
    /// The heading over charter and forms.
    pub papers: &'static str,
    /// The heading over whom to ask.
    pub contact: &'static str,
    /// Before the source.
    pub source: &'static str,
    /// Under a heading of which nothing has been published.
    pub unpublished: &'static str,
    /// Who counts as a member on this site.
    pub confirmed: &'static str,
}

/// What is written out of events.
#[derive(Debug)]
pub struct EventWords {
    /// The label of when.
    pub time: &'static str,
    /// The label of where.
    pub place: &'static str,
    /// The label of who holds it.
    pub organiser: &'static str,
    /// The label of for whom it is.
    pub audience: &'static str,
    /// The label of how to register.
    pub registration: &'static str,
    /// In place of where, of an event to come.
    pub undecided: &'static str,
    /// In place of where, of an event that was.
    pub unstated: &'static str,
    /// That it has been called off.
    pub cancelled: &'static str,
    /// After a time of day: whose it is; empty where readers know.
    pub clock: &'static str,
    kinds: [&'static str; 6],
}

impl EventWords {
    /// What a kind of event is called.
    pub fn kind(&self, kind: EventKind) -> &'static str {
        let index = EventKind::ALL.iter().position(|other| *other == kind);
        self.kinds[index.unwrap_or_default()]
    }
}

/// What the page of a figure says.
#[derive(Debug)]
pub struct FigureWords {
    /// The label of the title of the source.
    pub source_title: &'static str,
    /// The heading over the series.
    pub series: &'static str,
    /// The heading over what was published in its place.
    pub before: &'static str,
    /// What was published: the day and the value, in place of `{}`.
    pub as_published: &'static str,
    /// The same where only the month or the year is known.
    pub as_published_in: &'static str,
    /// The same of a source without a date.
    pub as_published_undated: &'static str,
    /// When this site has put it right: the day, in place of `{}`.
    pub put_right: &'static str,
    /// In a table: what stood there, and since when it does not, in place of `{}`.
    pub stood: &'static str,
    /// On the page of all corrections, in place of a source: when it was published and
    /// when it was put right.
    pub own: &'static str,
}

/// What the page of all corrections says.
#[derive(Debug)]
pub struct CorrectionsWords {
    /// All of it in a sentence.
    pub summary: &'static str,
    /// The heading over what was put right in articles.
    pub articles: &'static str,
    /// The heading over figures that later ones have replaced, or that were put right.
    pub figures: &'static str,
    /// What becomes of them.
    pub figures_note: &'static str,
    /// Under a heading of which there is nothing.
    pub none: &'static str,
    /// That only the newest are listed; how many, in place of `{}`.
    pub newest: &'static str,
    /// What, for when, how much, from where.
    pub columns: [&'static str; 4],
}

static ZH_HANS: PublishWords = PublishWords {
    before_date: " ",
    undated: "（未注明日期）",
    address: "地址",
    phone: "电话",
    website: "网站",
    email: "邮箱",
    newest_known: "截至{}，未见更新的公开数字。",
    former: "已被取代：{}（{}）",
    also: "又称：",
    between_names: "、",
    card_news: "广元铝产业动态，每条注明日期和来源。",
    card_members: "广元铝产业链上的企业：做什么、产能多少、在链上哪一环；成员身份如实标注。",
    poster: "长按识别，读全文",
    moved: "本页已移到新地址，请点这里前往",
    joining: JoiningWords {
        summary: "谁可以加入联盟，怎样加入，需要哪些材料。",
        nothing_yet: "联盟尚未公布入会办法。公布后，条件、步骤、表格和联系方式都会写在这里。",
        who: "谁可以加入",
        how: "怎样加入",
        papers: "章程和表格",
        contact: "联系",
        source: "来源：",
        unpublished: "尚未公布。",
        confirmed: "本站的企业名录只写公开来源能证明的事；成员身份未经联盟确认的，标明待确认。",
    },
    events: EventWords {
        time: "时间",
        place: "地点",
        organiser: "主办",
        audience: "参加",
        registration: "报名",
        undecided: "待定",
        unstated: "原文未注明",
        cancelled: "已取消",
        clock: "",
        kinds: ["会议", "展会", "培训", "推介", "发布会", "仪式"],
    },
    figure: FigureWords {
        source_title: "原题",
        series: "同一口径的数",
        before: "以前公布的数",
        as_published: "{}公布时为{}。",
        as_published_in: "{}公布时为{}。",
        as_published_undated: "以前公布的数为{}。",
        put_right: "本站写错，{}改正。",
        stood: "此前误作{}，{}改正",
        own: "本站{}公布，{}改正",
    },
    corrections: CorrectionsWords {
        summary: "本站发布以后改正了什么，哪些数字已被取代，都记在这里，不悄悄改动。",
        articles: "文章的更正",
        figures: "已被取代和改正的数字",
        figures_note: "后来的公布取代了这些数字，或者本站写错、已经改正。旧数字留在各自的网页上，注明哪天公布。",
        none: "目前没有。",
        newest: "以下是最近的{}条；更早的写在各篇文章里。",
        columns: ["是什么", "时期", "数值", "来源"],
    },
    papers: &papers::ZH_HANS,
    offers: &offers::ZH_HANS,
    operating: "在产",
    under_construction: "在建",
    planned: "规划",
    signed: "已签约",
    partly_operating: "部分投产",
};

static EN: PublishWords = PublishWords {
    before_date: ", ",
    undated: "undated",
    address: "Address",
    phone: "Telephone",
    website: "Website",
    email: "Mail",
    newest_known: "No newer public figure was found as of {}.",
    former: "Superseded: {} ({})",
    also: "Also: ",
    between_names: ", ",
    card_news: "News of Guangyuan’s aluminium industry, each with its date and source.",
    card_members: "The companies on Guangyuan’s aluminium chain: what they make, their capacity and their place on the chain; membership stated as known.",
    poster: "Scan to read it all",
    moved: "This page has moved: go to it",
    joining: JoiningWords {
        summary: "Who may join the alliance, how, and with which papers.",
        nothing_yet: "The alliance has not published how to join yet. Once it has, conditions, steps, forms and contact will stand here.",
        who: "Who may join",
        how: "How to join",
        papers: "Charter and forms",
        contact: "Contact",
        source: "Source: ",
        unpublished: "Not published yet.",
        confirmed: "The companies on this site are listed by what published sources prove; where the alliance has not confirmed a membership, that is said.",
    },
    events: EventWords {
        time: "When",
        place: "Where",
        organiser: "Organiser",
        audience: "For",
        registration: "Registration",
        undecided: "To be announced",
        unstated: "Not named in the source",
        cancelled: "Called off",
        clock: " (Beijing time)",
        kinds: [
            "Conference",
            "Fair",
            "Training",
            "Presentation",
            "Press conference",
            "Ceremony",
        ],
    },
    figure: FigureWords {
        source_title: "Title of the source",
        series: "The series of this scope",
        before: "As published before",
        as_published: "As published on {}: {}.",
        as_published_in: "As published in {}: {}.",
        as_published_undated: "As published before: {}.",
        put_right: "This site had it wrong, and put it right on {}.",
        stood: "given as {} before, put right on {}",
        own: "This site; published {}, put right {}",
    },
    corrections: CorrectionsWords {
        summary: "What has been put right on this site since it was published, and which figures later ones have replaced. Nothing is changed in silence.",
        articles: "Corrections of articles",
        figures: "Figures superseded or put right",
        figures_note: "Later statements have replaced these figures, or this site had them wrong and has put them right. Each stays on its own page, as published on its day.",
        none: "None so far.",
        newest: "These are the newest {}; earlier ones stand with their articles.",
        columns: ["What", "Period", "Value", "Source"],
    },
    papers: &papers::EN,
    offers: &offers::EN,
    operating: "operating",
    under_construction: "under construction",
    planned: "planned",
    signed: "signed",
    partly_operating: "partly operating",
};

/// The words in a language.
pub fn words(lang: Lang) -> &'static PublishWords {
    match lang {
        Lang::ZhHans | Lang::ZhHant => &ZH_HANS,
        Lang::En => &EN,
    }
}

impl PublishWords {
    /// Whether a capacity stands; empty when the source does not say.
    pub fn capacity(&self, status: CapacityStatus) -> &'static str {
        match status {
            CapacityStatus::Operating => self.operating,
            CapacityStatus::UnderConstruction => self.under_construction,
            CapacityStatus::Planned => self.planned,
            CapacityStatus::Unstated => "",
        }
    }

    /// How far a project is; empty when the source does not say.
    pub fn project(&self, status: ProjectStatus) -> &'static str {
        match status {
            ProjectStatus::Signed => self.signed,
            ProjectStatus::Planned => self.planned,
            ProjectStatus::UnderConstruction => self.under_construction,
            ProjectStatus::PartlyOperating => self.partly_operating,
            ProjectStatus::Operating => self.operating,
            ProjectStatus::Unstated => "",
        }
    }
}
