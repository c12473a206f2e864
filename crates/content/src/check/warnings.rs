//! What is worth a look, and keeps nothing from being published.

use rayon::prelude::*;

use super::cursor::At;
use super::{body, english, letters, media, offers, papers, plain, schema};
use crate::fault::{Fault, Kind, Warning};
use crate::files::Files;
use crate::json::Json;
use crate::source::SourceFile;
use crate::table::BundleFile;
use model::Lang;
use model::PointKind;
use model::date::{Date, Day, Period};

/// A figure is old after so many years.
const FIGURE: u16 = 2;
/// What cannot be mended is to be looked up again every so many years.
const LOOKED: u16 = 1;
/// A company is to be compared with its sources every so many years.
const COMPANY: u16 = 1;
/// What lists and search engines show of a title, in Chinese and in English.
const TITLE: (usize, usize) = (40, 100);

/// Looks through the files, each as far as it can be read.
pub fn warn(files: &Files, today: Day, warnings: &mut Vec<Fault>) {
    warnings.extend(files.leftovers.iter().cloned());
    let root = |file: BundleFile, visit: &mut dyn FnMut(&At)| {
        if let Some(file) = files.get(file) {
            visit(&At::root(file));
        }
    };
    for file in files.common() {
        of_any(file, warnings);
    }
    root(BundleFile::Companies, &mut |root| {
        for company in root.list("companies") {
            unverified(&company, today, warnings);
            for capacity in company.list("capacities") {
                if let Some(at) = capacity.get("asOf") {
                    let ends = at.read::<Date>().and_then(Date::ends);
                    old(&capacity, &at, ends, today, warnings);
                }
            }
        }
    });
    root(BundleFile::Indicators, &mut |root| {
        for indicator in root.list("indicators") {
            old_indicator(&indicator, today, warnings);
        }
    });
    root(BundleFile::Sources, &mut |root| {
        for source in root.list("sources") {
            if let Some(at) = source.get("url")
                && let Some(url) = at.text().filter(|url| url.starts_with("http:"))
                && !is_recent(source.field("httpOnly"), today)
            {
                let address = url.to_owned();
                warnings.push(at.fault(Kind::Warning(Warning::Http { address })));
            }
        }
    });
    media::warn(files, warnings);
    papers::warn(files, warnings);
    offers::warn(files, today, warnings);
    let news: Vec<Vec<Fault>> = (files.news.par_iter())
        .map(|file| {
            let mut warnings = file.warnings.get_or_init(|| alone(file)).clone();
            to_come(&At::root(file), today, &mut warnings);
            warnings
        })
        .collect();
    warnings.extend(news.into_iter().flatten());
}

/// What is worth a look in every file.
fn of_any(file: &SourceFile, warnings: &mut Vec<Fault>) {
    schema::warn(file, warnings);
    english::warn(&At::root(file), warnings);
    plain::warn(&At::root(file), warnings);
    letters::warn(&At::root(file), warnings);
}

/// What is worth a look in an article's file, whatever the day.
fn alone(file: &SourceFile) -> Vec<Fault> {
    let mut warnings = Vec::new();
    of_any(file, &mut warnings);
    article(&At::root(file), &mut warnings);
    warnings
}

/// An article that waits for its date.
fn to_come(article: &At, today: Day, warnings: &mut Vec<Fault>) {
    if let Some(at) = article.get("date")
        && let Some(date) = at.read::<Date>().filter(|date| today.is_before(*date))
    {
        let date = date.to_string();
        warnings.push(at.fault(Kind::Warning(Warning::Future { date })));
    }
}

fn article(article: &At, warnings: &mut Vec<Fault>) {
    if let Some(at) = article.get("draft")
        && at.read() == Some(true)
    {
        warnings.push(at.fault(Kind::Warning(Warning::Draft)));
    }
    if article.get("summary").is_none() && matches!(article.node.json, Json::Object(_)) {
        warnings.push(article.fault(Kind::Warning(Warning::NoSummary)));
    }
    if let Some(title) = article.get("title") {
        long_title(&title, warnings);
    }
    if let Some(body) = article.get("body") {
        body::warn(&body, warnings);
    }
}

fn long_title(title: &At, warnings: &mut Vec<Fault>) {
    let mut texts = title.fields();
    if texts.is_empty() {
        texts.push((Lang::ZhHans.tag(), title.clone()));
    }
    for (tag, at) in texts {
        let (chinese, english) = TITLE;
        let limit = if tag == Lang::En.tag() {
            english
        } else {
            chinese
        };
        let length = at.text().map_or(0, |text| text.chars().count());
        if length > limit {
            warnings.push(at.fault(Kind::Warning(Warning::LongTitle { length, limit })));
        }
    }
}

fn unverified(company: &At, today: Day, warnings: &mut Vec<Fault>) {
    if let Some(at) = company.get("lastVerified")
        && let Some(date) = at.read::<Date>()
        && date
            .ends()
            .is_some_and(|ends| ends < today.years_before(COMPANY))
    {
        let date = date.to_string();
        warnings.push(at.fault(Kind::Warning(Warning::Unverified { date })));
    }
}

/// The newest of what has been reached: older ones are history, and what is
/// aimed at lies ahead.
fn old_indicator(indicator: &At, today: Day, warnings: &mut Vec<Fault>) {
    let newest = indicator
        .list("points")
        .iter()
        .filter(|point| point.field::<PointKind>("kind") == Some(PointKind::Actual))
        .filter_map(|point| {
            let at = point.get("period")?;
            let period = at.read::<Period>()?;
            Some((period.end.unwrap_or(period.start).ends()?, at))
        })
        .max_by_key(|(ends, _)| *ends);
    if let Some((ends, at)) = newest {
        old(indicator, &at, Some(ends), today, warnings);
    }
}

/// A figure that is old, unless somebody has looked for a newer one lately.
fn old(record: &At, at: &At, ends: Option<Day>, today: Day, warnings: &mut Vec<Fault>) {
    if ends.is_none_or(|ends| ends >= today.years_before(FIGURE)) {
        return;
    }
    let looked = record.field::<Date>("newestKnown");
    if !is_recent(looked, today) {
        let date = at.text().unwrap_or_default().to_owned();
        let looked = looked.map(|looked| looked.to_string());
        warnings.push(at.fault(Kind::Warning(Warning::OldFigure { date, looked })));
    }
}

/// Whether an editor has looked lately. A day to come would silence a warning for
/// ever.
fn is_recent(looked: Option<Date>, today: Day) -> bool {
    looked.is_some_and(|looked| {
        let again = today.years_before(LOOKED);
        !today.is_before(looked) && looked.ends().is_some_and(|ends| ends >= again)
    })
}
