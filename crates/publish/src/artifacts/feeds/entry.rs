//! An article as every form of feed needs it.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use leptos::prelude::{Owner, RenderHtml, provide_context};

use super::Lengths;
use crate::escape;
use crate::mime;
use crate::origin::Origin;
use crate::papers::PublishedPaper;
use crate::pictures::Encoding;
use alliance::components::{article_body, attachments, corrected, corrections};
use content::bundle::Article;
use markup::markup;
use model::Lang;
use model::date::Date;
use model::document::{ArticlePage, OfferItem, Picture};
use model::routes::{self, Address, PICTURES};

/// An article in a feed.
pub struct FeedEntry {
    /// Its address, which is also its id.
    pub url: String,
    /// The headline, and its language.
    pub title: String,
    pub title_lang: Lang,
    /// What it says in short, and in which language.
    pub summary: String,
    pub summary_lang: Lang,
    /// The text as HTML, with the source at its end, and its language.
    pub html: String,
    pub lang: Lang,
    /// The word for its category.
    pub category: String,
    /// When it was published or last corrected: where it stands in the order.
    pub updated: DateTime<FixedOffset>,
    /// When it was last corrected.
    pub corrected: Option<DateTime<FixedOffset>>,
    /// When it was published, if its day is known.
    pub published: Option<DateTime<FixedOffset>>,
    /// Its cover.
    pub picture: Option<Enclosure>,
    /// The files of the papers that go with it.
    pub papers: Vec<Enclosure>,
}

/// A picture or a paper that comes with an article.
pub struct Enclosure {
    /// Its address.
    pub url: String,
    /// How many bytes it has.
    pub length: u64,
    /// Its type.
    pub media_type: &'static str,
}

impl Enclosure {
    /// The file of a paper.
    pub fn of_paper(paper: &PublishedPaper, origin: &Origin) -> Self {
        Self {
            url: Origin::url(Some(origin), &paper.address()),
            length: paper.file.bytes,
            media_type: mime::of(&paper.path),
        }
    }

    /// The largest file of a cover, in the form that every reader knows.
    pub fn of(cover: &Picture, origin: &Origin, lengths: &Lengths) -> Self {
        let image = &cover.whole;
        let jpeg = Encoding::Jpeg;
        let path = routes::picture(&image.name, image.width, jpeg.ending());
        Self {
            length: lengths.get(&path).copied().unwrap_or_default(),
            url: Origin::url(Some(origin), &path),
            media_type: jpeg.media_type(),
        }
    }
}

impl FeedEntry {
    pub fn new(
        lang: Lang,
        address: &Address,
        article: &Article,
        page: &ArticlePage,
        origin: &Origin,
    ) -> Self {
        let published = start_of_day(article.order());
        let corrected = article.corrections.last();
        let url = Origin::url(Some(origin), &address.path());
        Self {
            title: page.headline.title.text.clone(),
            title_lang: page.headline.title.lang.unwrap_or(lang),
            summary_lang: page.headline.summary.lang.unwrap_or(lang),
            lang: page.body_lang.unwrap_or(lang),
            summary: page.headline.summary.text.clone(),
            html: html(lang, page, &url, origin),
            category: (lang.words().kinds)
                .category(page.headline.category)
                .to_owned(),
            updated: start_of_day(article.updated()),
            corrected: corrected.map(|last| start_of_day(last.date)),
            published: article.date.is_whole().then_some(published),
            picture: None,
            papers: Vec::new(),
            url,
        }
    }
}

impl FeedEntry {
    /// Something that is offered or needed, on the page at `home` since a day.
    pub fn of_offer(lang: Lang, home: &str, date: Date, item: &OfferItem) -> Self {
        let since = start_of_day(date);
        let label = lang.words().shell.source;
        let facts = item.facts.iter();
        let facts: Vec<String> = facts
            .map(|line| format!("{} {}", line.label, line.value))
            .collect();
        let said = item.note.iter().map(|note| note.text.clone());
        let source = [label, " ", &item.source.text].concat();
        let lines = facts.iter().cloned().chain(said).chain([source]);
        let lines = lines.map(|line| format!("<p>{}</p>", escape::text(&line)));
        Self {
            url: format!("{home}#{}", item.anchor),
            title: item.title.text.clone(),
            title_lang: item.title.lang.unwrap_or(lang),
            summary: facts.join(" · "),
            summary_lang: lang,
            html: lines.collect(),
            lang,
            category: item.tags.first().cloned().unwrap_or_default(),
            updated: since,
            corrected: None,
            published: Some(since),
            picture: None,
            papers: Vec::new(),
        }
    }
}

/// The start of a day in Sichuan; what is not known of it is the first.
fn start_of_day(date: Date) -> DateTime<FixedOffset> {
    let day = NaiveDate::from_ymd_opt(
        i32::from(date.year.unwrap_or(1970)),
        u32::from(date.month.unwrap_or(1)),
        u32::from(date.day.unwrap_or(1)),
    )
    .unwrap_or_default();
    let china = FixedOffset::east_opt(8 * 3600).expect("eight hours are less than a day");
    day.and_time(NaiveTime::MIN)
        .and_local_timezone(china)
        .earliest()
        .expect("a fixed offset skips no time of day")
}

/// The text as the page shows it, with absolute links and its source.
fn html(lang: Lang, page: &ArticlePage, url: &str, origin: &Origin) -> String {
    let owner = Owner::new_root(None);
    let body = owner.with(|| {
        provide_context(lang);
        let body = article_body(page.body.clone());
        let translation = (!page.translation.is_empty()).then(|| {
            let heading = lang.words().news.translated_by;
            let translation = article_body(page.translation.clone());
            markup! { <div lang={lang}><p>{heading}</p>{translation}</div> }
        });
        let notice = corrected(&page.corrections);
        let corrections = corrections(page.corrections.clone());
        let papers = attachments(page.papers.clone());
        markup! { <div>{notice} {body} {translation} {papers} {corrections}</div> }.to_html()
    });
    owner.unset_with_forced_cleanup();
    let source = escape::text(&page.source.text);
    let source = match &page.source.url {
        Some(url) => format!("<a href=\"{}\">{source}</a>", escape::attribute(url)),
        None => source,
    };
    let label = lang.words().shell.source;
    // What leptos puts between texts is of use to the app only.
    let body = body
        .replace("<!>", "")
        .replace("href=\"/", &format!("href=\"{origin}/"))
        .replace("href=\"#", &format!("href=\"{url}#"))
        .replace(" src=\"/", &format!(" src=\"{origin}/"))
        .replace(" srcset=\"/", &format!(" srcset=\"{origin}/"))
        .replace(&format!("w, {PICTURES}"), &format!("w, {origin}{PICTURES}"));
    format!("{body}<p>{label} {source}</p>")
}
