//! A new article.

use std::io::{BufRead, Write};

use serde_json::json;

use super::form::Form;
use super::trial::Place;
use super::{Desk, NewError, NewRecord, any, date};
use crate::editing::ask::{AskError, Asker};
use crate::editing::draft::Article;
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
    let mut form = Form::new(asker, Place::Article);
    let lang = form.lang;
    // Before anything is asked: nobody answers for nothing.
    if !given.body.is_empty() {
        let body = json!({ "body": given.body });
        let held = Place::Article.holds(&body.to_string(), lang);
        held.map_err(AskError::Refused)?;
    }
    let title = form.words(
        "title",
        [given.title.as_deref(), given.title_en.as_deref()],
        [
            ["标题", "Title in Chinese"],
            ["英文标题（可不填）", "Title in English (optional)"],
        ],
    )?;
    let today = desk.today.to_string();
    let date = form.ask(
        given.date.as_deref(),
        ["日期", "Date"],
        Some(&today),
        |text| date(text, lang),
    )?;
    let category = form.one(
        given.category.as_deref(),
        [
            "类别（alliance 联盟、industry 行业、project 项目、policy 政策、market 市场）",
            "Category (alliance, industry, project, policy, market)",
        ],
        Some(Category::Industry.as_str()),
        &Category::ALL.map(Category::as_str),
    )?;
    let source = form.source(given.source.as_deref(), desk.bundle)?;
    let summary = form.optional_words(
        "summary",
        [given.summary.as_deref(), given.summary_en.as_deref()],
        [
            [
                "摘要，一至三句话（可不填）",
                "Summary in Chinese (optional)",
            ],
            ["英文摘要（可不填）", "Summary in English (optional)"],
        ],
    )?;
    let stages = form.ask(
        given.stages.as_deref(),
        [
            "环节，用逗号分开（alumina、anode、electrolytic、processing、recycled；可不填）",
            "Stages of the chain, with commas (optional)",
        ],
        Some(""),
        |text| any(text, &StageId::ALL.map(StageId::as_str), lang),
    )?;
    let known: Vec<&str> = (desk.bundle.companies.companies.iter())
        .map(|company| company.id.as_str())
        .collect();
    let companies = form.ask(
        given.companies.as_deref(),
        [
            "企业，companies.json 里的编号，用逗号分开（可不填）",
            "Companies: ids of companies.json, with commas (optional)",
        ],
        Some(""),
        |text| any(text, &known, lang),
    )?;
    let id = form.id(
        given.id.as_deref(),
        [
            "编号，也是文件名和网址",
            "Id: the name of its file and page",
        ],
        (&format!("{date}-"), &title),
        |id| desk.dir.join(format!("news/{id}.json")).exists(),
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
        title,
        summary,
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
