//! A new article.

use std::io::{BufRead, Write};

use serde_json::json;

use super::trial::Place;
use super::{Desk, NewError, NewRecord, any, date, filled, new_id, one, source};
use crate::editing::ask::{AskError, Asker, Question};
use crate::editing::draft::{Article, Words};
use crate::editing::propose;
use crate::schema::reference;
use model::{Category, StageId};

/// What the command line gives; the rest is asked for.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ArticleArgs {
    /// The title in Chinese
    #[arg(long)]
    pub title: Option<String>,
    /// The title in English
    #[arg(long)]
    pub title_en: Option<String>,
    /// When it happened or was published: 2026-03-02
    #[arg(long)]
    pub date: Option<String>,
    /// alliance, industry, project, policy or market
    #[arg(long)]
    pub category: Option<String>,
    /// An id of sources.json
    #[arg(long)]
    pub source: Option<String>,
    /// One to three sentences in Chinese
    #[arg(long)]
    pub summary: Option<String>,
    /// The summary in English
    #[arg(long)]
    pub summary_en: Option<String>,
    /// A paragraph of the text; may be given several times
    #[arg(long)]
    pub body: Vec<String>,
    /// Stages of the chain, with commas
    #[arg(long)]
    pub stages: Option<String>,
    /// Ids of companies.json, with commas
    #[arg(long)]
    pub companies: Option<String>,
    /// Its id [default: proposed from date and title]
    #[arg(long)]
    pub id: Option<String>,
    /// It is complete: no draft
    #[arg(long)]
    pub ready: bool,
}

/// Asks for what is not known, and writes the file.
///
/// # Errors
/// See [`NewError`]; then nothing has changed.
pub fn create<R: BufRead, W: Write>(
    desk: Desk<'_>,
    given: &ArticleArgs,
    asker: &mut Asker<R, W>,
) -> Result<NewRecord, NewError> {
    let lang = asker.lang;
    let place = Place::Article;
    // Before anything is asked: nobody answers for nothing.
    if !given.body.is_empty() {
        let body = json!({ "body": given.body });
        let held = place.holds(&body.to_string(), lang);
        held.map_err(AskError::Refused)?;
    }
    let ask = |zh, en, default| Question { zh, en, default };
    let title = asker.ask(
        given.title.as_deref(),
        ask("标题", "Title in Chinese", None),
        |text| filled(place, "title", text, lang),
    )?;
    let title_en = asker.ask(
        given.title_en.as_deref(),
        ask(
            "英文标题（可不填）",
            "Title in English (optional)",
            Some(""),
        ),
        |text| place.english("title", text, lang),
    )?;
    let today = desk.today.to_string();
    let date = asker.ask(
        given.date.as_deref(),
        ask("日期", "Date", Some(&today)),
        |text| date(text, lang),
    )?;
    let category = asker.ask(
        given.category.as_deref(),
        ask(
            "类别（alliance 联盟、industry 行业、project 项目、policy 政策、market 市场）",
            "Category (alliance, industry, project, policy, market)",
            Some(Category::Industry.as_str()),
        ),
        |text| one(text, &Category::ALL.map(Category::as_str), lang),
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
    let summary = asker.ask(
        given.summary.as_deref(),
        ask(
            "摘要，一至三句话（可不填）",
            "Summary in Chinese (optional)",
            Some(""),
        ),
        |text| match text {
            "" => Ok(None),
            text => place.text("summary", text, lang).map(Some),
        },
    )?;
    let summary_en = match &summary {
        Some(_) => asker.ask(
            given.summary_en.as_deref(),
            ask(
                "英文摘要（可不填）",
                "Summary in English (optional)",
                Some(""),
            ),
            |text| place.english("summary", text, lang),
        )?,
        None => None,
    };
    let stages = asker.ask(
        given.stages.as_deref(),
        ask(
            "环节，用逗号分开（alumina、anode、electrolytic、processing、recycled；可不填）",
            "Stages of the chain, with commas (optional)",
            Some(""),
        ),
        |text| any(text, &StageId::ALL.map(StageId::as_str), lang),
    )?;
    let known: Vec<&str> = (desk.bundle.companies.companies.iter())
        .map(|company| company.id.as_str())
        .collect();
    let companies = asker.ask(
        given.companies.as_deref(),
        ask(
            "企业，companies.json 里的编号，用逗号分开（可不填）",
            "Companies: ids of companies.json, with commas (optional)",
            Some(""),
        ),
        |text| any(text, &known, lang),
    )?;
    let taken = |id: &str| desk.dir.join(format!("news/{id}.json")).exists();
    let words = propose::id(&title, title_en.as_deref());
    let proposed = propose::free(format!("{date}-{words}").trim_end_matches('-'), taken);
    let id = asker.ask(
        given.id.as_deref(),
        ask(
            "编号，也是文件名和网址",
            "Id: the name of its file and page",
            Some(&proposed),
        ),
        |text| new_id(text, taken, lang),
    )?;
    let name = format!("news/{id}.json");
    let body = match given.body.as_slice() {
        [] => vec!["（正文待写。）".to_owned()],
        paragraphs => paragraphs.to_vec(),
    };
    let article = Article {
        schema: reference(&name),
        id: id.clone(),
        date,
        title: Words::new(title, title_en),
        summary: summary.map(|summary| Words::new(summary, summary_en)),
        // Nobody publishes a text that is still to be written.
        draft: !given.ready || given.body.is_empty(),
        body,
        category,
        stages,
        companies: companies.into_iter().map(str::to_owned).collect(),
        source,
    };
    desk.create(&name, id, &article)
}
