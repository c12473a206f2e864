//! Offers and needs: what stands on the site on the day of publishing.

use std::cmp::Reverse;

use content::bundle::{Offer, Text};
use model::OfferKind;
use model::document::{ContactLine, OfferItem, OfferSection, OffersPage};
use model::quantity::Unit;
use model::routes::{Address, Route, offer_anchor};

use super::contacts::of_alliance;
use super::context::Context;
use super::events::month;

/// What stands on the site on the day of publishing: the newest first, and of one day what
/// ends first.
pub fn open<'a>(cx: &Context<'a>) -> Vec<&'a Offer> {
    let offers = cx.bundle.offers.offers.iter();
    // Editors see what waits for its day, too.
    let mut open: Vec<&Offer> = offers
        .filter(|offer| !offer.is_over(cx.bundle.today))
        .collect();
    open.sort_by_key(|offer| (Reverse(offer.date), offer.until, &offer.id));
    open
}

/// The page.
pub fn offers(cx: &Context) -> OffersPage {
    let words = cx.words().offers;
    let open = open(cx);
    let sections = OfferKind::ALL.into_iter().map(|kind| OfferSection {
        name: words.heading(kind).to_owned(),
        need: kind == OfferKind::Need,
        offers: (open.iter())
            .filter(|offer| offer.kind == kind)
            .map(|offer| item(cx, offer))
            .collect(),
    });
    let contact = cx.bundle.alliance.contact.as_ref();
    let ways = contact.map(|contact| of_alliance(cx, contact));
    let ways = ways.unwrap_or_default();
    OffersPage {
        title: words.title.to_owned(),
        summary: words.summary.to_owned(),
        nothing: words.nothing.to_owned(),
        sections: sections
            .filter(|section| !section.offers.is_empty())
            .collect(),
        contact: words.contact.to_owned(),
        through: match ways.is_empty() {
            true => words.unreachable,
            false => words.through,
        }
        .to_owned(),
        ways,
    }
}

/// What is said of one where texts are searched and read by machines.
pub fn said(cx: &Context, offer: &Offer) -> Vec<String> {
    let facts = facts(cx, offer).into_iter();
    let facts = facts.map(|line| format!("{} {}", line.label, line.value));
    let kind = cx.words().offers.kind(offer.kind).to_owned();
    let note = cx.optional(offer.note.as_ref());
    [kind].into_iter().chain(facts).chain(note).collect()
}

fn item(cx: &Context, offer: &Offer) -> OfferItem {
    let words = cx.words().offers;
    let over = offer.until.ends().map(|last| last.next().starts_s());
    let over = over.and_then(|over| u32::try_from(over).ok());
    let stages = offer.stages.iter();
    let stages = stages.filter_map(|id| Some(cx.text(&cx.bundle.stage(*id)?.name)));
    let day = offer.until.day.map(|day| day.to_string());
    OfferItem {
        anchor: offer_anchor(&offer.id),
        tags: [words.kind(offer.kind).to_owned()]
            .into_iter()
            .chain(stages)
            .collect(),
        title: cx.phrase(&offer.material),
        tile: vec![
            month(offer.until, cx.lang),
            day.unwrap_or_default(),
            words.last_day.to_owned(),
        ],
        until: cx.when(offer.until),
        over: over.unwrap_or_default(),
        facts: facts(cx, offer),
        note: offer.note.as_ref().map(|note| cx.phrase(note)),
        source: cx.cite(&offer.source),
    }
}

/// All that is known, each with what it is.
fn facts(cx: &Context, offer: &Offer) -> Vec<ContactLine> {
    let words = cx.words().offers;
    let line = |label: &str, value: String| ContactLine {
        label: label.to_owned(),
        value,
        lang: None,
        url: None,
    };
    let said = |label: &str, text: &Text| {
        let text = cx.phrase(text);
        ContactLine {
            lang: text.lang,
            ..line(label, text.text)
        }
    };
    let tonnes = offer.tonnes.map(|tonnes| {
        let quantity = cx.quantity(tonnes, Unit::Tonnes);
        format!("{} {}", quantity.value, quantity.unit)
    });
    let company = (offer.company.as_deref()).and_then(|id| cx.company(id));
    let company = match company {
        Some(company) => ContactLine {
            url: Some(Address::new(cx.lang, Route::Member(company.id.clone())).path()),
            ..said(words.company, &company.name)
        },
        None => line(words.company, words.unnamed.to_owned()),
    };
    let grade = offer.grade.clone().map(|grade| line(words.grade, grade));
    let tonnes = tonnes.map(|tonnes| line(words.tonnes, tonnes));
    let place = (offer.place.as_ref()).map(|place| said(words.place, place));
    [grade, tonnes, place]
        .into_iter()
        .flatten()
        .chain([
            company,
            line(words.date, offer.date.display(cx.lang)),
            line(words.until, offer.until.display(cx.lang)),
            line(words.number, offer.id.clone()),
        ])
        .collect()
}
