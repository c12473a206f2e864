//! A new event.

use std::io::{BufRead, Write};

use super::trial::Place;
use super::{Desk, NewError, NewRecord, filled, known, new_id, one, say, source};
use crate::editing::ask::{Asker, Question};
use crate::editing::draft::{Event, Words};
use crate::editing::propose;
use model::EventKind;
use model::date::{Date, Moment, Span};

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
    let lang = asker.lang;
    let place = Place::Event;
    let ask = |zh, en, default| Question { zh, en, default };
    let moment = |text: &str| {
        Moment::parse(text).map_err(|error| {
        say(
            lang,
            format!("“{text}”不是时间。请写北京时间，例如 2026-12-18 09:00；不知道几点就写 2026-12-18。"),
            error.to_string(),
        )
    })
    };
    let title = asker.ask(
        given.title.as_deref(),
        ask("活动名称", "What it is called, in Chinese", None),
        |text| filled(place, "title", text, lang),
    )?;
    let title_en = asker.ask(
        given.title_en.as_deref(),
        ask(
            "英文名称（可不填）",
            "What it is called, in English (optional)",
            Some(""),
        ),
        |text| place.english("title", text, lang),
    )?;
    let kind = asker.ask(
        given.kind.as_deref(),
        ask(
            "哪一种（conference 会议、exhibition 展会、training 培训、promotion 推介、press 发布会、ceremony 仪式）",
            "Which (conference, exhibition, training, promotion, press, ceremony)",
            Some(EventKind::Conference.as_str()),
        ),
        |text| one(text, &EventKind::ALL.map(EventKind::as_str), lang),
    )?;
    let start = asker.ask(
        given.start.as_deref(),
        ask(
            "什么时候开始（北京时间，例如 2026-12-18 09:00 或 2026-12-18）",
            "When it begins, in Beijing (as 2026-12-18 09:00 or 2026-12-18)",
            None,
        ),
        moment,
    )?;
    let end = asker.ask(
        given.end.as_deref(),
        ask(
            "什么时候结束（同样的写法，可不填）",
            "When it ends, in the same form (optional)",
            Some(""),
        ),
        |text| {
            if text.is_empty() {
                return Ok(None);
            }
            let end = moment(text)?;
            place.holds(
                &format!("{{ \"start\": \"{start}\", \"end\": \"{end}\" }}"),
                lang,
            )?;
            let span = Span::new(start, Some(end)).map_err(|error| error.to_string())?;
            Ok(span.end)
        },
    )?;
    let where_ = asker.ask(
        given.place.as_deref(),
        ask(
            "地点（不知道就不填）",
            "Where, in Chinese (optional)",
            Some(""),
        ),
        |text| match text {
            "" => Ok(None),
            text => place.text("place", text, lang).map(Some),
        },
    )?;
    let where_en = match &where_ {
        None => None,
        Some(_) => asker.ask(
            given.place_en.as_deref(),
            ask(
                "英文地点（可不填）",
                "Where, in English (optional)",
                Some(""),
            ),
            |text| place.english("place", text, lang),
        )?,
    };
    let summary = asker.ask(
        given.summary.as_deref(),
        ask("简介，一两句话", "What it is about, in Chinese", None),
        |text| filled(place, "summary", text, lang),
    )?;
    let summary_en = asker.ask(
        given.summary_en.as_deref(),
        ask(
            "英文简介（可不填）",
            "What it is about, in English (optional)",
            Some(""),
        ),
        |text| place.english("summary", text, lang),
    )?;
    let ids = desk.bundle.source_ids();
    let source = asker.ask(
        given.source.as_deref(),
        ask(
            "来源（sources.json 里的编号）",
            "Source (an id of sources.json)",
            None,
        ),
        |text| source(text, &ids, lang),
    )?;
    let articles: Vec<&str> = (desk.bundle.news.iter())
        .map(|article| article.id.as_str())
        .collect();
    let article = asker.ask(
        given.article.as_deref(),
        ask(
            "关于它的文章（news 里的编号，可不填）",
            "The id of the article about it (optional)",
            Some(""),
        ),
        |text| match text {
            "" => Ok(None),
            text => known(text, &articles, lang).map(|id| Some(id.to_owned())),
        },
    )?;
    let taken = |id: &str| (desk.bundle.events.events.iter()).any(|event| event.id == id);
    let proposed = propose::id(&title, title_en.as_deref());
    let proposed = propose::free(&dated(start.date, &proposed), taken);
    let id = asker.ask(
        given.id.as_deref(),
        ask(
            "编号，也是网址",
            "Id: the name of its page",
            Some(&proposed),
        ),
        |text| new_id(text, taken, lang),
    )?;
    let event = Event {
        id: id.clone(),
        title: Words::new(title, title_en),
        kind,
        start: start.to_string(),
        end: end.map(|end| end.to_string()),
        place: where_.map(|place| Words::new(place, where_en)),
        summary: Words::new(summary, summary_en),
        article,
        source,
    };
    desk.add_or_create(FILE, EMPTY, "events", id, &event)
}

/// The id with the date before it, as far as the year is known.
fn dated(date: Date, id: &str) -> String {
    let begun = date.year.map(|_| format!("{date}-{id}"));
    let begun = begun.unwrap_or_else(|| id.to_owned());
    begun.trim_end_matches('-').to_owned()
}
