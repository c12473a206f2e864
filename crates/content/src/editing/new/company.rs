//! A new company.

use std::io::{BufRead, Write};

use serde_json::json;

use super::form::Form;
use super::trial::Place;
use super::{Desk, NewError, NewRecord, any, some};
use crate::editing::ask::Asker;
use crate::editing::draft::{Company, UnconfirmedMembership};
use model::StageId;

/// What the command line gives; the rest is asked for.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct CompanyArgs {
    /// The registered name in Chinese
    #[arg(long)]
    pub name: Option<String>,
    /// The name in English
    #[arg(long)]
    pub name_en: Option<String>,
    /// Short names, with commas
    #[arg(long)]
    pub aliases: Option<String>,
    /// Stages of the chain, with commas
    #[arg(long)]
    pub stages: Option<String>,
    /// Ids of its products in companies.json, with commas
    #[arg(long)]
    pub products: Option<String>,
    /// The id of its district in companies.json
    #[arg(long)]
    pub district: Option<String>,
    /// What it does, in a sentence or two
    #[arg(long)]
    pub summary: Option<String>,
    /// The summary in English
    #[arg(long)]
    pub summary_en: Option<String>,
    /// Ids of sources.json, with commas
    #[arg(long)]
    pub sources: Option<String>,
    /// Its id [default: proposed from the name]
    #[arg(long)]
    pub id: Option<String>,
}

/// Asks for what is not known, and adds it to `companies.json`.
///
/// # Errors
/// See [`NewError`]; then nothing has changed.
pub fn create<R: BufRead, W: Write>(
    desk: Desk<'_>,
    given: &CompanyArgs,
    asker: &mut Asker<R, W>,
) -> Result<NewRecord, NewError> {
    let mut form = Form::new(asker, Place::Company);
    let lang = form.lang;
    let file = &desk.bundle.companies;
    let name = form.words(
        "name",
        [given.name.as_deref(), given.name_en.as_deref()],
        [
            ["企业全称，照来源写", "Registered name in Chinese"],
            ["英文名（可不填）", "Name in English (optional)"],
        ],
    )?;
    let aliases = form.ask(
        given.aliases.as_deref(),
        [
            "简称，用逗号分开（可不填）",
            "Short names, with commas (optional)",
        ],
        Some(""),
        |text| {
            let aliases = pieces(text);
            Place::Company.holds(&json!({ "aliases": aliases }).to_string(), lang)?;
            Ok(aliases)
        },
    )?;
    let stages = form.ask(
        given.stages.as_deref(),
        [
            "环节，用逗号分开（alumina、anode、electrolytic、processing、recycled）",
            "Stages of the chain, with commas (alumina, anode, electrolytic, processing, recycled)",
        ],
        None,
        |text| some(text, &StageId::ALL.map(StageId::as_str), lang),
    )?;
    let ids: Vec<&str> = (file.products.iter())
        .map(|named| named.id.as_str())
        .collect();
    let products = form.ask(
        given.products.as_deref(),
        [
            "产品编号，用逗号分开（可不填）",
            "Ids of products, with commas (optional)",
        ],
        Some(""),
        |text| any(text, &ids, lang),
    )?;
    let ids: Vec<&str> = (file.districts.iter())
        .map(|named| named.id.as_str())
        .collect();
    let district = form.optional_id(
        given.district.as_deref(),
        ["地区编号（不知道就不填）", "Id of the district (optional)"],
        &ids,
    )?;
    let summary = form.words(
        "summary",
        [given.summary.as_deref(), given.summary_en.as_deref()],
        [
            ["简介，一两句话", "What it does, in Chinese"],
            ["英文简介（可不填）", "What it does, in English (optional)"],
        ],
    )?;
    let ids = desk.bundle.source_ids();
    let sources = form.ask(
        given.sources.as_deref(),
        [
            "来源，sources.json 里的编号，用逗号分开",
            "Sources: ids of sources.json, with commas",
        ],
        None,
        |text| some(text, &ids, lang),
    )?;
    let id = form.id(
        given.id.as_deref(),
        ["编号，也是网址", "Id: the name of its page"],
        ("", &name),
        |id| file.companies.iter().any(|company| company.id == id),
    )?;
    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
    let company = Company {
        id: id.clone(),
        name,
        aliases,
        stages,
        products: owned(products),
        district,
        summary,
        membership: UnconfirmedMembership::default(),
        sources: owned(sources),
        last_verified: desk.today,
    };
    desk.add("companies.json", "companies", id, &company)
}

/// What stands between commas, each once.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in text.split([',', '，', '、']).map(str::trim) {
        if !piece.is_empty() && !pieces.iter().any(|other| other == piece) {
            pieces.push(piece.to_owned());
        }
    }
    pieces
}
