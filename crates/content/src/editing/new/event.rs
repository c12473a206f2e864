//! A new event.

use std::io::{BufRead, Write};

use super::form::Form;
use super::trial::Place;
use super::{Desk, NewError, NewRecord, say};
use crate::editing::ask::Asker;
use crate::editing::draft::Event;
use model::EventKind;
use model::date::{Moment, Span};

/// The file of events; a bundle need not have it.
const FILE: &str = "events.json";
const EMPTY: &str = "{\n  \"$schema\": \"../schema/events.schema.json\",\n  \"events\": []\n}\n";

/// What the command line gives; the rest is asked for.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct EventArgs {
    /// What it is called, in Chinese
    #[arg(long)]
    pub title: Option<String>,
    /// What it is called, in English
    #[arg(long)]
    pub title_en: Option<String>,
    /// conference, exhibition, training, promotion, press or ceremony
    #[arg(long)]
    pub kind: Option<String>,
    /// When it begins, in Beijing: 2026-12-18 09:00 or 2026-12-18
    #[arg(long)]
    pub start: Option<String>,
    /// When it ends, in the same form
    #[arg(long)]
    pub end: Option<String>,
    /// Where, in Chinese
    #[arg(long)]
    pub place: Option<String>,
    /// Where, in English
    #[arg(long)]
    pub place_en: Option<String>,
    /// What it is about, in a sentence or two
    #[arg(long)]
    pub summary: Option<String>,
    /// The summary in English
    #[arg(long)]
    pub summary_en: Option<String>,
    /// An id of sources.json
    #[arg(long)]
    pub source: Option<String>,
    /// The id of the article about it
    #[arg(long)]
    pub article: Option<String>,
    /// Its id [default: proposed from date and title]
    #[arg(long)]
    pub id: Option<String>,
}

/// Asks for what is not known, and adds it to `events.json`, which it makes if need be.
///
/// # Errors
/// See [`NewError`]; then nothing has changed.
pub fn create<R: BufRead, W: Write>(
    desk: Desk<'_>,
    given: &EventArgs,
    asker: &mut Asker<R, W>,
) -> Result<NewRecord, NewError> {
    let mut form = Form::new(asker, Place::Event);
    let lang = form.lang;
    let moment = |text: &str| {
        Moment::parse(text).map_err(|error| {
            say(
                lang,
                format!("“{text}”不是时间。请写北京时间，例如 2026-12-18 09:00；不知道几点就写 2026-12-18。"),
                error.to_string(),
            )
        })
    };
    let title = form.words(
        "title",
        [given.title.as_deref(), given.title_en.as_deref()],
        [
            ["活动名称", "What it is called, in Chinese"],
            [
                "英文名称（可不填）",
                "What it is called, in English (optional)",
            ],
        ],
    )?;
    let kind = form.one(
        given.kind.as_deref(),
        [
            "哪一种（conference 会议、exhibition 展会、training 培训、promotion 推介、press 发布会、ceremony 仪式）",
            "Which (conference, exhibition, training, promotion, press, ceremony)",
        ],
        Some(EventKind::Conference.as_str()),
        &EventKind::ALL.map(EventKind::as_str),
    )?;
    let start = form.ask(
        given.start.as_deref(),
        [
            "什么时候开始（北京时间，例如 2026-12-18 09:00 或 2026-12-18）",
            "When it begins, in Beijing (as 2026-12-18 09:00 or 2026-12-18)",
        ],
        None,
        moment,
    )?;
    let end = form.optional(
        given.end.as_deref(),
        [
            "什么时候结束（同样的写法，可不填）",
            "When it ends, in the same form (optional)",
        ],
        |text| {
            let end = moment(text)?;
            Place::Event.holds(
                &format!("{{ \"start\": \"{start}\", \"end\": \"{end}\" }}"),
                lang,
            )?;
            let span = Span::new(start, Some(end)).map_err(|error| error.to_string())?;
            Ok(span.end)
        },
    )?;
    let place = form.optional_words(
        "place",
        [given.place.as_deref(), given.place_en.as_deref()],
        [
            ["地点（不知道就不填）", "Where, in Chinese (optional)"],
            ["英文地点（可不填）", "Where, in English (optional)"],
        ],
    )?;
    let summary = form.words(
        "summary",
        [given.summary.as_deref(), given.summary_en.as_deref()],
        [
            ["简介，一两句话", "What it is about, in Chinese"],
            [
                "英文简介（可不填）",
                "What it is about, in English (optional)",
            ],
        ],
    )?;
    let source = form.source(given.source.as_deref(), desk.bundle)?;
    let articles: Vec<&str> = (desk.bundle.news.iter())
        .map(|article| article.id.as_str())
        .collect();
    let article = form.optional_id(
        given.article.as_deref(),
        [
            "关于它的文章（news 里的编号，可不填）",
            "The id of the article about it (optional)",
        ],
        &articles,
    )?;
    // The date before it, as far as the year is known.
    let dated = start.date.year.map(|_| format!("{}-", start.date));
    let id = form.id(
        given.id.as_deref(),
        ["编号，也是网址", "Id: the name of its page"],
        (&dated.unwrap_or_default(), &title),
        |id| (desk.bundle.events.events.iter()).any(|event| event.id == id),
    )?;
    let event = Event {
        id: id.clone(),
        title,
        kind,
        start: start.to_string(),
        end: end.flatten().map(|end| end.to_string()),
        place,
        summary,
        article,
        source,
    };
    desk.add_or_create(FILE, EMPTY, "events", id, &event)
}
