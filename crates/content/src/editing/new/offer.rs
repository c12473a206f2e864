//! A new offer or need.

use std::io::{BufRead, Write};

use super::form::Form;
use super::trial::Place;
use super::{Desk, NewError, NewRecord, say, some};
use crate::editing::ask::Asker;
use crate::editing::draft::Offer;
use model::date::{Date, Day};
use model::{Lang, OfferKind, StageId};

/// The file of offers; a bundle need not have it.
const FILE: &str = "offers.json";
const EMPTY: &str = "{\n  \"$schema\": \"../schema/offers.schema.json\",\n  \"offers\": []\n}\n";
/// For how many days an offer stands when nobody says otherwise.
const DAYS: usize = 30;

/// What the command line gives; the rest is asked for.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct OfferArgs {
    /// offer or need
    #[arg(long)]
    pub kind: Option<String>,
    /// What, in Chinese
    #[arg(long)]
    pub material: Option<String>,
    /// What, in English
    #[arg(long)]
    pub material_en: Option<String>,
    /// Its alloy or quality
    #[arg(long)]
    pub grade: Option<String>,
    /// How many tonnes
    #[arg(long, allow_hyphen_values = true)]
    pub tonnes: Option<String>,
    /// The day from which it stands on the site [default: today]
    #[arg(long)]
    pub date: Option<String>,
    /// The last day on which it stands [default: thirty days on]
    #[arg(long)]
    pub until: Option<String>,
    /// An id of companies.json
    #[arg(long)]
    pub company: Option<String>,
    /// Where, in Chinese
    #[arg(long)]
    pub place: Option<String>,
    /// Where, in English
    #[arg(long)]
    pub place_en: Option<String>,
    /// Stages of the chain, with commas
    #[arg(long)]
    pub stages: Option<String>,
    /// An id of sources.json
    #[arg(long)]
    pub source: Option<String>,
    /// Its id, by which one asks for it [default: proposed from date and material]
    #[arg(long)]
    pub id: Option<String>,
}

/// Asks for what is not known, and adds it to `offers.json`, which it makes if need be.
///
/// # Errors
/// See [`NewError`]; then nothing has changed.
pub fn create<R: BufRead, W: Write>(
    desk: Desk<'_>,
    given: &OfferArgs,
    asker: &mut Asker<R, W>,
) -> Result<NewRecord, NewError> {
    let mut form = Form::new(asker, Place::Offer);
    let lang = form.lang;
    let kind = form.one(
        given.kind.as_deref(),
        [
            "供应还是求购（offer 供应、need 求购）",
            "Offered or needed (offer, need)",
        ],
        Some(OfferKind::Offer.as_str()),
        &OfferKind::ALL.map(OfferKind::as_str),
    )?;
    let material = form.words(
        "material",
        [given.material.as_deref(), given.material_en.as_deref()],
        [
            ["什么材料", "What, in Chinese"],
            ["英文名称（可不填）", "What, in English (optional)"],
        ],
    )?;
    let grade = form.optional_text(
        "grade",
        given.grade.as_deref(),
        ["牌号（不限就不填）", "Its alloy or quality (optional)"],
    )?;
    let tonnes = form.optional(
        given.tonnes.as_deref(),
        ["多少吨（没说就不填）", "How many tonnes (optional)"],
        |text| number(text, lang),
    )?;
    let today = desk.today.to_string();
    let date = form.ask(
        given.date.as_deref(),
        [
            "从哪天起登在网站上",
            "The day from which it stands on the site",
        ],
        Some(&today),
        |text| whole_day(text, lang),
    )?;
    let proposed = in_days(desk.today, DAYS).to_string();
    let until = form.ask(
        given.until.as_deref(),
        ["有效到哪天（最后一天）", "The last day on which it stands"],
        Some(&proposed),
        |text| {
            let until = whole_day(text, lang)?;
            let both = format!("{{ \"date\": \"{date}\", \"until\": \"{until}\" }}");
            Place::Offer.holds(&both, lang)?;
            Ok(until)
        },
    )?;
    let companies: Vec<&str> = (desk.bundle.companies.companies.iter())
        .map(|company| company.id.as_str())
        .collect();
    let company = form.optional_id(
        given.company.as_deref(),
        [
            "哪家企业（companies.json 里的编号，不具名就不填）",
            "The id of the company (optional)",
        ],
        &companies,
    )?;
    let place = form.optional_words(
        "place",
        [given.place.as_deref(), given.place_en.as_deref()],
        [
            ["地点（没说就不填）", "Where, in Chinese (optional)"],
            ["英文地点（可不填）", "Where, in English (optional)"],
        ],
    )?;
    let stages = form.ask(
        given.stages.as_deref(),
        [
            "环节，用逗号隔开（alumina 氧化铝、anode 阳极碳素、electrolytic 电解铝、processing 铝精深加工、recycled 再生铝）",
            "Stages, with commas (alumina, anode, electrolytic, processing, recycled)",
        ],
        None,
        |text| some(text, &StageId::ALL.map(StageId::as_str), lang),
    )?;
    let source = form.source(given.source.as_deref(), desk.bundle)?;
    let id = form.id(
        given.id.as_deref(),
        [
            "编号，联系时要报",
            "Id: the number by which one asks for it",
        ],
        (&format!("{date}-"), &material),
        |id| (desk.bundle.offers.offers.iter()).any(|offer| offer.id == id),
    )?;
    let offer = Offer {
        id: id.clone(),
        kind,
        material,
        grade,
        tonnes,
        date: date.to_string(),
        until: until.to_string(),
        company,
        place,
        stages,
        source,
    };
    desk.add_or_create(FILE, EMPTY, "offers", id, &offer)
}

/// A quantity in tonnes.
fn number(text: &str, lang: Lang) -> Result<serde_json::Number, String> {
    let number: serde_json::Number = text.parse().map_err(|_| {
        say(
            lang,
            format!("“{text}”不是数字。只写数，例如 300。"),
            format!("`{text}` is not a number. Write the number alone, as 300."),
        )
    })?;
    Place::Offer.holds(&format!("{{ \"tonnes\": {number} }}"), lang)?;
    Ok(number)
}

fn whole_day(text: &str, lang: Lang) -> Result<Date, String> {
    match Date::parse(text) {
        Ok(date) if date.is_whole() => Ok(date),
        _ => Err(say(
            lang,
            format!("“{text}”不是完整的日期。请写成 2026-03-05。"),
            format!("`{text}` is not a whole date. Write it as 2026-03-05."),
        )),
    }
}

fn in_days(day: Day, days: usize) -> Day {
    (0..days).fold(day, |day, _| day.next())
}
