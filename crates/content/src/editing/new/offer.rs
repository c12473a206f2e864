//! A new offer or need.

use std::io::{BufRead, Write};

use super::trial::Place;
use super::{Desk, NewError, NewRecord, filled, known, new_id, one, say, some, source};
use crate::editing::ask::{Asker, Question};
use crate::editing::draft::{Offer, Words};
use crate::editing::propose;
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
    #[arg(long)]
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
    let lang = asker.lang;
    let place = Place::Offer;
    let ask = |zh, en, default| Question { zh, en, default };
    let kind = asker.ask(
        given.kind.as_deref(),
        ask(
            "供应还是求购（offer 供应、need 求购）",
            "Offered or needed (offer, need)",
            Some(OfferKind::Offer.as_str()),
        ),
        |text| one(text, &OfferKind::ALL.map(OfferKind::as_str), lang),
    )?;
    let material = asker.ask(
        given.material.as_deref(),
        ask("什么材料", "What, in Chinese", None),
        |text| filled(place, "material", text, lang),
    )?;
    let material_en = asker.ask(
        given.material_en.as_deref(),
        ask(
            "英文名称（可不填）",
            "What, in English (optional)",
            Some(""),
        ),
        |text| place.english("material", text, lang),
    )?;
    let grade = asker.ask(
        given.grade.as_deref(),
        ask(
            "牌号（不限就不填）",
            "Its alloy or quality (optional)",
            Some(""),
        ),
        |text| match text {
            "" => Ok(None),
            text => place.text("grade", text, lang).map(Some),
        },
    )?;
    let tonnes = asker.ask(
        given.tonnes.as_deref(),
        ask(
            "多少吨（没说就不填）",
            "How many tonnes (optional)",
            Some(""),
        ),
        |text| number(place, text, lang),
    )?;
    let today = desk.today.to_string();
    let date = asker.ask(
        given.date.as_deref(),
        ask(
            "从哪天起登在网站上",
            "The day from which it stands on the site",
            Some(&today),
        ),
        |text| whole_day(text, lang),
    )?;
    let proposed = in_days(desk.today, DAYS).to_string();
    let until = asker.ask(
        given.until.as_deref(),
        ask(
            "有效到哪天（最后一天）",
            "The last day on which it stands",
            Some(&proposed),
        ),
        |text| {
            let until = whole_day(text, lang)?;
            let both = format!("{{ \"date\": \"{date}\", \"until\": \"{until}\" }}");
            place.holds(&both, lang)?;
            Ok(until)
        },
    )?;
    let companies: Vec<&str> = (desk.bundle.companies.companies.iter())
        .map(|company| company.id.as_str())
        .collect();
    let company = asker.ask(
        given.company.as_deref(),
        ask(
            "哪家企业（companies.json 里的编号，不具名就不填）",
            "The id of the company (optional)",
            Some(""),
        ),
        |text| match text {
            "" => Ok(None),
            text => known(text, &companies, lang).map(|id| Some(id.to_owned())),
        },
    )?;
    let where_ = asker.ask(
        given.place.as_deref(),
        ask(
            "地点（没说就不填）",
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
    let stages = asker.ask(
        given.stages.as_deref(),
        ask(
            "环节，用逗号隔开（alumina 氧化铝、anode 阳极碳素、electrolytic 电解铝、processing 铝精深加工、recycled 再生铝）",
            "Stages, with commas (alumina, anode, electrolytic, processing, recycled)",
            None,
        ),
        |text| some(text, &StageId::ALL.map(StageId::as_str), lang),
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
    let taken = |id: &str| (desk.bundle.offers.offers.iter()).any(|offer| offer.id == id);
    let proposed = format!("{date}-{}", propose::id(&material, material_en.as_deref()));
    let proposed = propose::free(proposed.trim_end_matches('-'), taken);
    let id = asker.ask(
        given.id.as_deref(),
        ask(
            "编号，联系时要报",
            "Id: the number by which one asks for it",
            Some(&proposed),
        ),
        |text| new_id(text, taken, lang),
    )?;
    let offer = Offer {
        id: id.clone(),
        kind,
        material: Words::new(material, material_en),
        grade,
        tonnes,
        date: date.to_string(),
        until: until.to_string(),
        company,
        place: where_.map(|place| Words::new(place, where_en)),
        stages,
        source,
    };
    desk.add_or_create(FILE, EMPTY, "offers", id, &offer)
}

/// A quantity, if there is one.
fn number(place: Place, text: &str, lang: Lang) -> Result<Option<serde_json::Number>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let number: serde_json::Number = text.parse().map_err(|_| {
        say(
            lang,
            format!("“{text}”不是数字。只写数，例如 300。"),
            format!("`{text}` is not a number. Write the number alone, as 300."),
        )
    })?;
    place.holds(&format!("{{ \"tonnes\": {number} }}"), lang)?;
    Ok(Some(number))
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
