//! A new paper.

use std::fs;
use std::io::{BufRead, Write};
use std::path::Path;

use super::form::Form;
use super::trial::Place;
use super::{Desk, NewError, NewRecord, date, known, say};
use crate::editing::ask::Asker;
use crate::editing::draft::Paper;
use crate::papers::FOLDER;
use model::PaperKind;

/// The file of papers; a bundle need not have it.
const FILE: &str = "documents.json";
const EMPTY: &str = "{\n  \"$schema\": \"../schema/documents.schema.json\",\n  \"papers\": []\n}\n";

/// What the command line gives; the rest is asked for.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct PaperArgs {
    /// What it is called, in Chinese
    #[arg(long)]
    pub title: Option<String>,
    /// What it is called, in English
    #[arg(long)]
    pub title_en: Option<String>,
    /// charter, form, standard, policy, report or data
    #[arg(long)]
    pub kind: Option<String>,
    /// What is in it, in a sentence
    #[arg(long)]
    pub summary: Option<String>,
    /// The summary in English
    #[arg(long)]
    pub summary_en: Option<String>,
    /// When it was published or took effect
    #[arg(long)]
    pub date: Option<String>,
    /// The name of its file, which lies in papers/ already
    #[arg(long)]
    pub file: Option<String>,
    /// Where it is published elsewhere
    #[arg(long)]
    pub url: Option<String>,
    /// The language it is written in: zh or en
    #[arg(long)]
    pub language: Option<String>,
    /// An id of sources.json
    #[arg(long)]
    pub source: Option<String>,
    /// Its id [default: proposed from its title]
    #[arg(long)]
    pub id: Option<String>,
}

/// Asks for what is not known, and adds it to `documents.json`, which it makes if need be.
///
/// # Errors
/// See [`NewError`]; then nothing has changed.
pub fn create<R: BufRead, W: Write>(
    desk: Desk<'_>,
    given: &PaperArgs,
    asker: &mut Asker<R, W>,
) -> Result<NewRecord, NewError> {
    let mut form = Form::new(asker, Place::Paper);
    let lang = form.lang;
    let title = form.words(
        "title",
        [given.title.as_deref(), given.title_en.as_deref()],
        [
            ["资料名称", "What it is called, in Chinese"],
            [
                "英文名称（可不填）",
                "What it is called, in English (optional)",
            ],
        ],
    )?;
    let kind = form.one(
        given.kind.as_deref(),
        [
            "哪一种（charter 章程与制度、form 办事表格、standard 标准、policy 政策、report 报告、data 数据）",
            "Which (charter, form, standard, policy, report, data)",
        ],
        None,
        &PaperKind::ALL.map(PaperKind::as_str),
    )?;
    let summary = form.optional_words(
        "summary",
        [given.summary.as_deref(), given.summary_en.as_deref()],
        [
            [
                "一句话说明（可不填）",
                "What is in it, in Chinese (optional)",
            ],
            ["英文说明（可不填）", "What is in it, in English (optional)"],
        ],
    )?;
    let dated = form.optional(
        given.date.as_deref(),
        [
            "哪天公布或施行的（不知道就不填）",
            "When it was published or took effect (optional)",
        ],
        |text| date(text, lang),
    )?;
    let files = files(desk.dir);
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let file = form.optional(
        given.file.as_deref(),
        [
            "papers 里的文件名（文件先放进去；没有就不填）",
            "The name of its file in papers/ (optional)",
        ],
        |text| match known(text, &files, lang) {
            Ok(name) => Ok(name.to_owned()),
            Err(problem) => Err(say(
                lang,
                format!("{problem}请先把文件放进内容文件夹的 {FOLDER} 里。"),
                format!("{problem} Put the file into the folder {FOLDER} of the bundle first."),
            )),
        },
    )?;
    let url = match &file {
        Some(_) => None,
        None => form.optional_text(
            "url",
            given.url.as_deref(),
            [
                "文件在别处时的网址（没有就不填，网页会说还没有公布）",
                "Where it is published elsewhere (optional)",
            ],
        )?,
    };
    let language = form.one(
        given.language.as_deref(),
        [
            "用什么语言写的（zh 中文、en 英文）",
            "The language it is written in (zh, en)",
        ],
        Some("zh"),
        &["zh", "en"],
    )?;
    let source = form.source(given.source.as_deref(), desk.bundle)?;
    let id = form.id(given.id.as_deref(), ["编号", "Id"], ("", &title), |id| {
        desk.bundle.paper(id).is_some()
    })?;
    let paper = Paper {
        id: id.clone(),
        title,
        kind,
        summary,
        date: dated,
        file,
        url,
        language: (language != "zh").then_some(language),
        source,
    };
    desk.add_or_create(FILE, EMPTY, "papers", id, &paper)
}

/// The names of the files in `papers/`; none where there is no such folder.
fn files(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir.join(FOLDER)).into_iter().flatten();
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.collect()
}
