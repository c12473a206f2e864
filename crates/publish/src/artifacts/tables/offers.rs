//! What is offered and needed on the day of publishing.

use serde::Serialize;

use super::{Both, DataError, From, licence, owned, write_csv, write_json};
use content::bundle::{Bundle, Offer};

#[derive(Serialize)]
struct Offers<'a> {
    licence: Both<'static>,
    offers: Vec<OfferRecord<'a>>,
}

#[derive(Serialize)]
struct OfferRecord<'a> {
    id: &'a str,
    kind: &'static str,
    material: Both<'a>,
    grade: Option<&'a str>,
    /// As it is written; a program may round, this does not.
    tonnes: Option<String>,
    date: String,
    until: String,
    company: Option<&'a str>,
    place: Both<'a>,
    stages: Vec<&'static str>,
    note: Both<'a>,
    source: From<'a>,
}

impl<'a> OfferRecord<'a> {
    fn new(bundle: &'a Bundle, offer: &'a Offer) -> Self {
        Self {
            id: &offer.id,
            kind: offer.kind.as_str(),
            material: Both::of(&offer.material),
            grade: offer.grade.as_deref(),
            tonnes: offer.tonnes.map(|tonnes| tonnes.0.to_string()),
            date: offer.date.to_string(),
            until: offer.until.to_string(),
            company: offer.company.as_deref(),
            place: Both::maybe(offer.place.as_ref()),
            stages: offer.stages.iter().map(|stage| stage.as_str()).collect(),
            note: Both::maybe(offer.note.as_ref()),
            source: From::source(bundle, &offer.source),
        }
    }
}

/// The newest first.
fn entries(bundle: &Bundle) -> Vec<OfferRecord<'_>> {
    let offers = bundle.offers.offers.iter();
    let mut offers: Vec<&Offer> = offers
        .filter(|offer| !offer.is_over(bundle.today))
        .collect();
    offers.sort_by_key(|offer| (std::cmp::Reverse(offer.date), offer.until, &offer.id));
    let records = offers.into_iter();
    records
        .map(|offer| OfferRecord::new(bundle, offer))
        .collect()
}

pub fn json(bundle: &Bundle) -> Result<Vec<u8>, DataError> {
    write_json(&Offers {
        licence: licence(),
        offers: entries(bundle),
    })
}

pub fn csv(bundle: &Bundle) -> Vec<u8> {
    let header = [
        "offer",
        "kind",
        "material_zh",
        "material_en",
        "grade",
        "tonnes",
        "date",
        "until",
        "company",
        "place_zh",
        "place_en",
        "stages",
        "note_zh",
        "note_en",
    ];
    let rows = entries(bundle).into_iter().map(|offer| {
        owned([offer.id, offer.kind, offer.material.zh, offer.material.en])
            .chain(owned([offer.grade.unwrap_or_default()]))
            .chain([offer.tonnes.unwrap_or_default(), offer.date, offer.until])
            .chain(owned([offer.company.unwrap_or_default()]))
            .chain(owned([offer.place.zh, offer.place.en]))
            .chain([offer.stages.join(" ")])
            .chain(owned([offer.note.zh, offer.note.en]))
            .chain(owned(offer.source.cells()))
            .collect()
    });
    write_csv(&header, rows)
}
