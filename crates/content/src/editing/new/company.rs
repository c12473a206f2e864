//! A new company.

use std::io::{BufRead, Write};

use serde_json::json;

use super::trial::Place;
use super::{Desk, NewError, NewRecord, any, filled, known, new_id, some};
use crate::editing::ask::{Asker, Question};
use crate::editing::draft::{Company, UnconfirmedMembership, Words};
use crate::editing::propose;
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
    let lang = asker.lang;
    let ask = |zh, en, default| Question { zh, en, default };
    let file = &desk.bundle.companies;
    let place = Place::Company;
    let name = asker.ask(
        given.name.as_deref(),
        ask("企业全称，照来源写", "Registered name in Chinese", None),
        |text| filled(place, "name", text, lang),
    )?;
    let name_en = asker.ask(
        given.name_en.as_deref(),
        ask("英文名（可不填）", "Name in English (optional)", Some("")),
        |text| place.english("name", text, lang),
    )?;
    let aliases = asker.ask(
        given.aliases.as_deref(),
        ask(
            "简称，用逗号分开（可不填）",
            "Short names, with commas (optional)",
            Some(""),
        ),
        |text| {
            let aliases = pieces(text);
            place.holds(&json!({ "aliases": aliases }).to_string(), lang)?;
            Ok(aliases)
        },
    )?;
    let stages = asker.ask(
        given.stages.as_deref(),
        ask(
            "环节，用逗号分开（alumina、anode、electrolytic、processing、recycled）",
            "Stages of the chain, with commas (alumina, anode, electrolytic, processing, recycled)",
            None,
        ),
        |text| some(text, &StageId::ALL.map(StageId::as_str), lang),
    )?;
    let ids: Vec<&str> = file
        .products
        .iter()
        .map(|named| named.id.as_str())
        .collect();
    let products = asker.ask(
        given.products.as_deref(),
        ask(
            "产品编号，用逗号分开（可不填）",
            "Ids of products, with commas (optional)",
            Some(""),
        ),
        |text| any(text, &ids, lang),
    )?;
    let ids: Vec<&str> = file
        .districts
        .iter()
        .map(|named| named.id.as_str())
        .collect();
    let district = asker.ask(
        given.district.as_deref(),
        ask(
            "地区编号（不知道就不填）",
            "Id of the district (optional)",
            Some(""),
        ),
        |text| match text {
            "" => Ok(None),
            text => known(text, &ids, lang).map(Some),
        },
    )?;
    let summary = asker.ask(
        given.summary.as_deref(),
        ask("简介，一两句话", "What it does, in Chinese", None),
        |text| filled(place, "summary", text, lang),
    )?;
    let summary_en = asker.ask(
        given.summary_en.as_deref(),
        ask(
            "英文简介（可不填）",
            "What it does, in English (optional)",
            Some(""),
        ),
        |text| place.english("summary", text, lang),
    )?;
    let ids = desk.bundle.source_ids();
    let sources = asker.ask(
        given.sources.as_deref(),
        ask(
            "来源，sources.json 里的编号，用逗号分开",
            "Sources: ids of sources.json, with commas",
            None,
        ),
        |text| some(text, &ids, lang),
    )?;
    let taken = |id: &str| file.companies.iter().any(|company| company.id == id);
    let proposed = propose::free(&propose::id(&name, name_en.as_deref()), taken);
    let id = asker.ask(
        given.id.as_deref(),
        ask(
            "编号，也是网址",
            "Id: the name of its page",
            Some(&proposed),
        ),
        |text| new_id(text, taken, lang),
    )?;
    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
    let company = Company {
        id: id.clone(),
        name: Words::new(name, name_en),
        aliases,
        stages,
        products: owned(products),
        district: district.map(str::to_owned),
        summary: Words::new(summary, summary_en),
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
