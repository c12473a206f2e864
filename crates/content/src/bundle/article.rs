//! `news/`: articles, and what was corrected in them.

use deserr::Deserr;
use model::date::{Date, Day};
use model::{Category, StageId};
use schemars::JsonSchema;

use crate::decode::Decoding;
use crate::localized::{Markdown, Text};

/// `news/<id>.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Article {
    /// A slug, and the name of the file.
    pub id: String,
    /// When it happened or was published.
    pub date: Date,
    /// Where it stands in the order when the date has no year.
    #[deserr(default)]
    pub sort_date: Option<Date>,
    /// The headline.
    pub title: Text,
    /// What happened, in one to three sentences. When the file has none, loading
    /// takes the body's first paragraph.
    #[deserr(default)]
    #[schemars(default)]
    pub summary: Text,
    /// The text.
    pub body: Markdown,
    /// What it is about.
    pub category: Category,
    /// Which stages of the chain it is about.
    #[deserr(default)]
    #[schemars(default)]
    pub stages: Vec<StageId>,
    /// Which companies it is about: ids in `companies.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub companies: Vec<String>,
    /// An id in `sources.json`.
    pub source: String,
    /// The picture above the text and in lists: an id in `media.json`.
    #[deserr(default)]
    pub cover: Option<String>,
    /// The pictures below the text: ids in `media.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub gallery: Vec<String>,
    /// The papers that go with it: ids in `documents.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub papers: Vec<String>,
    /// Whether the body is the source's own wording rather than ours.
    #[deserr(default)]
    #[schemars(default)]
    pub verbatim: bool,
    /// What has been put right since it was published, oldest first.
    #[deserr(default)]
    #[schemars(default)]
    pub corrections: Vec<Correction>,
    /// Whether it is still being written: then it is never published.
    #[deserr(default)]
    #[schemars(default)]
    pub draft: bool,
}

impl Article {
    /// What decides its place among the news.
    pub fn order(&self) -> Date {
        self.sort_date.unwrap_or(self.date)
    }

    /// When it last changed for readers, as far as editors say.
    pub fn updated(&self) -> Date {
        (self.corrections.iter().map(|correction| correction.date)).fold(self.order(), Date::max)
    }

    /// Whether readers may see it on this day.
    pub fn is_public(&self, today: Day) -> bool {
        !self.draft && !today.is_before(self.date)
    }
}

/// What has been put right in a published article.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Correction {
    /// The day.
    pub date: Date,
    /// What was wrong, and what is right.
    pub note: Text,
}
