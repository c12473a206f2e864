//! Corrections of articles, events and figures: their days and their order.

use super::cursor::At;
use crate::fault::{Fault, Kind};
use model::date::{Date, Day};

/// Checks what can be said of an article's corrections on any day.
pub fn check(article: &At, faults: &mut Vec<Fault>) {
    let published = (article.field::<Date>("sortDate")).or_else(|| article.field("date"));
    in_order(article, "corrections", published, faults);
}

/// Checks a list of what has been put right or changed: whole days, in order, none before
/// what it is about was published.
pub fn in_order(record: &At, list: &str, published: Option<Date>, faults: &mut Vec<Fault>) {
    let mut latest: Option<Date> = None;
    for (at, date) in dates(record, list) {
        if !date.is_whole() {
            let date = date.to_string();
            faults.push(at.fault(Kind::PartialCorrection { date }));
            continue;
        }
        if let Some(published) = published
            && date.ends().is_some_and(|day| day.is_before(published))
        {
            let (date, article) = (date.to_string(), published);
            faults.push(at.fault(Kind::EarlyCorrection { date, article }));
        }
        if let Some(before) = latest.filter(|before| date < *before) {
            let (date, before) = (date.to_string(), before.to_string());
            faults.push(at.fault(Kind::CorrectionOrder { date, before }));
        }
        latest = latest.max(Some(date));
    }
}

/// Checks that no correction is dated ahead. Without a day, none is.
pub fn to_come(record: &At, list: &str, today: Option<Day>, faults: &mut Vec<Fault>) {
    let Some(today) = today else {
        return;
    };
    for (at, date) in dates(record, list) {
        if today.is_before(date) {
            let date = date.to_string();
            faults.push(at.fault(Kind::FutureCorrection { date, today }));
        }
    }
}

/// The day of each correction, as far as it can be read.
fn dates<'a>(record: &At<'a>, list: &str) -> Vec<(At<'a>, Date)> {
    (record.list(list).iter())
        .filter_map(|correction| {
            let at = correction.get("date")?;
            let date = at.read::<Date>()?;
            Some((at, date))
        })
        .collect()
}
