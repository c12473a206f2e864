//! Dates as editors write them: a subset of the Extended Date/Time Format
//! (EDTF, ISO 8601-2), level 1.
//!
//! `2025-10-31`, `2025-10`, `2019`; `XXXX-07-17` when the source names no
//! year; `2025-01/2025-09` for a period, `XXXX` for one of an unknown year.

mod moment;

pub use moment::{Clock, Moment, Span};

use std::fmt::{self, Write as _};

use thiserror::Error;

use super::Lang;

/// A day, a month or a year; perhaps a day of an unknown year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year; `None` is an unknown one.
    pub year: Option<u16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
}

/// A date, or the time from one date to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The date, or the first of the period.
    pub start: Date,
    /// The last of the period: of the start's form, with a year.
    pub end: Option<Date>,
}

/// A day of the calendar: what publishing goes by as today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(time::Date);

impl Day {
    /// Now, in China: the site's readers share one clock.
    pub fn today() -> Self {
        // China has had one time zone and no summer time since 1992.
        Self((time::OffsetDateTime::now_utc() + time::Duration::hours(8)).date())
    }

    /// Whether the date has not begun. One without a year is past.
    pub fn is_before(self, date: Date) -> bool {
        date.begins().is_some_and(|begins| self < begins)
    }

    /// The same day some years earlier.
    #[must_use]
    pub fn years_before(self, years: u16) -> Self {
        let year = self.0.year() - i32::from(years);
        // 29 February has no counterpart in other years.
        let earlier = (self.0.replace_year(year)).or_else(|_| {
            let eve = self.0.previous_day().unwrap_or(self.0);
            eve.replace_year(year)
        });
        Self(earlier.unwrap_or(self.0))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(f, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

impl std::str::FromStr for Day {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let date = Date::parse(text)?;
        (date.is_whole().then(|| date.begins()).flatten())
            .ok_or_else(|| DateError::Form(text.to_owned()))
    }
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// Not of one of the forms.
    #[error("`{0}` is not a date of the form YYYY-MM-DD, YYYY-MM, YYYY or XXXX-MM-DD")]
    Form(String),
    /// Of the right form, but there is no such day.
    #[error("there is no such day as `{0}`")]
    Impossible(String),
    /// A period that ends before it begins.
    #[error("the period `{0}` ends before it begins")]
    Backwards(String),
    /// A period whose two ends are not of one form, or of no year.
    #[error("the two ends of the period `{0}` are not of one form with a year")]
    Uneven(String),
    /// No time of day, or one that stands after less than a day.
    #[error("`{0}` is not a time of the form YYYY-MM-DD HH:MM")]
    Clock(String),
}

impl Date {
    /// Reads a date.
    ///
    /// # Errors
    /// When the text has another form, or names a day that does not exist.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let form = || DateError::Form(text.to_owned());
        let mut parts = text.split('-');
        let year = match parts.next().ok_or_else(form)? {
            "XXXX" => None,
            word => Some(digits(word, 4).ok_or_else(form)?),
        };
        let mut two = || match parts.next() {
            None => Ok(None),
            Some(word) => digits(word, 2)
                .and_then(|number| u8::try_from(number).ok())
                .map(Some)
                .ok_or_else(form),
        };
        let (month, day) = (two()?, two()?);
        if parts.next().is_some() || (year.is_none() && day.is_none()) {
            return Err(form());
        }
        let date = Self { year, month, day };
        date.exists()
            .then_some(date)
            .ok_or_else(|| DateError::Impossible(text.to_owned()))
    }

    fn exists(self) -> bool {
        if self.year == Some(0) {
            return false;
        }
        let Some(month) = self.month else {
            return true;
        };
        let Ok(month) = time::Month::try_from(month) else {
            return false;
        };
        // 2024 was a leap year: with the year unknown, 29 February may exist.
        let year = i32::from(self.year.unwrap_or(2024));
        self.day
            .is_none_or(|day| time::Date::from_calendar_date(year, month, day).is_ok())
    }

    /// Its first day; `None` when the year is unknown.
    pub fn begins(self) -> Option<Day> {
        self.edge(self.month.unwrap_or(1), |_, _| 1)
    }

    /// Its last day; `None` when the year is unknown.
    pub fn ends(self) -> Option<Day> {
        self.edge(self.month.unwrap_or(12), |month, year| month.length(year))
    }

    fn edge(self, month: u8, day: impl Fn(time::Month, i32) -> u8) -> Option<Day> {
        let (year, month) = (i32::from(self.year?), time::Month::try_from(month).ok()?);
        let day = self.day.unwrap_or_else(|| day(month, year));
        time::Date::from_calendar_date(year, month, day)
            .ok()
            .map(Day)
    }

    /// Whether year, month and day are all known.
    pub const fn is_whole(self) -> bool {
        self.year.is_some() && self.month.is_some() && self.day.is_some()
    }

    /// As a reader of the language writes it: `2025年10月31日`, `31 October 2025`.
    pub fn display(self, lang: Lang) -> String {
        match (lang, self.year) {
            (Lang::ZhHans | Lang::ZhHant, None) if self.month.is_none() => {
                "年份原文未注明".to_owned()
            }
            (Lang::ZhHans | Lang::ZhHant, None) => format!("{}（原文未注明年份）", self.zh()),
            (Lang::ZhHans | Lang::ZhHant, Some(_)) => self.zh(),
            (Lang::En, None) if self.month.is_none() => "year not named in the source".to_owned(),
            (Lang::En, None) => format!("{} (the source names no year)", self.en()),
            (Lang::En, Some(_)) => self.en(),
        }
    }

    /// What is known of it, in Chinese.
    fn zh(self) -> String {
        let mut text = String::with_capacity("2025年10月31日".len());
        for (number, sign) in [
            (self.year, '年'),
            (self.month.map(u16::from), '月'),
            (self.day.map(u16::from), '日'),
        ] {
            if let Some(number) = number {
                // Memory takes it.
                let _ = write!(text, "{number}{sign}");
            }
        }
        text
    }

    /// What is known of it, in English.
    fn en(self) -> String {
        let month = self
            .month
            .and_then(|month| time::Month::try_from(month).ok());
        let words = [
            self.day.map(|day| day.to_string()),
            month.map(|month| month.to_string()),
            self.year.map(|year| year.to_string()),
        ];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// For `<time datetime>`: a valid date, month, year or yearless date string.
    pub fn datetime(self) -> String {
        let mut text = String::with_capacity("2025-10-31".len());
        // Memory takes it.
        let _ = write!(text, "{self}");
        match text.strip_prefix("XXXX-") {
            Some(yearless) => yearless.to_owned(),
            None => text,
        }
    }

    /// How much of it is known, for comparing the two ends of a period.
    const fn form(self) -> (bool, bool, bool) {
        (
            self.year.is_some(),
            self.month.is_some(),
            self.day.is_some(),
        )
    }
}

/// The form it is written in.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Period {
    /// Reads a date or a period.
    ///
    /// # Errors
    /// As [`Date::parse`]; when the period ends before it begins, or its two
    /// ends are not of one form with a year.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let Some((start, end)) = text.split_once('/') else {
            let start = match text {
                // A figure "of last year" in a text without a year.
                "XXXX" => Date {
                    year: None,
                    month: None,
                    day: None,
                },
                text => Date::parse(text)?,
            };
            return Ok(Self { start, end: None });
        };
        let (start, end) = (Date::parse(start)?, Date::parse(end)?);
        if start.form() != end.form() || start.year.is_none() {
            return Err(DateError::Uneven(text.to_owned()));
        }
        if end < start {
            return Err(DateError::Backwards(text.to_owned()));
        }
        Ok(Self {
            start,
            end: Some(end),
        })
    }

    /// Its last day, or what stands for it, for putting periods in order;
    /// `None` when the year is unknown.
    pub fn ends(self) -> Option<(u16, u8, u8)> {
        let last = self.end.unwrap_or(self.start);
        Some((last.year?, last.month.unwrap_or(12), last.day.unwrap_or(31)))
    }

    /// As a reader of the language writes it: `2025年1—9月`, `January–September 2025`.
    pub fn display(self, lang: Lang) -> String {
        let Some(end) = self.end else {
            return self.start.display(lang);
        };
        let same_year = self.start.year == end.year;
        let same_month = same_year && self.start.month == end.month;
        match lang {
            Lang::ZhHans | Lang::ZhHant => zh_period(self.start, end, same_year, same_month),
            Lang::En => en_period(self.start, end, same_year, same_month),
        }
    }
}

/// What both ends share is said once: `2025年10月1—7日`.
fn zh_period(start: Date, end: Date, same_year: bool, same_month: bool) -> String {
    let rest = Date {
        year: end.year.filter(|_| !same_year),
        month: end.month.filter(|_| !same_month || end.day.is_none()),
        day: end.day,
    };
    let start = start.zh();
    match (end.month, end.day) {
        (None, _) => format!("{}—{}", start.trim_end_matches('年'), end.zh()),
        (_, None) if same_year => format!("{}—{}", start.trim_end_matches('月'), rest.zh()),
        (_, Some(_)) if same_month => format!("{}—{}", start.trim_end_matches('日'), rest.zh()),
        _ => format!("{start}至{}", rest.zh()),
    }
}

/// What both ends share is said once: `1–7 October 2025`.
fn en_period(start: Date, end: Date, same_year: bool, same_month: bool) -> String {
    let first = Date {
        year: start.year.filter(|_| !same_year || start.month.is_none()),
        month: start.month.filter(|_| !same_month || start.day.is_none()),
        day: start.day,
    };
    let (first, end, days) = (first.en(), end.en(), start.day.is_some());
    // A dash between two words or numbers, "to" between longer ones.
    if first.contains(' ') || (days && !same_month) {
        format!("{first} to {end}")
    } else {
        format!("{first}–{end}")
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.start)?;
        self.end.map_or(Ok(()), |end| write!(f, "/{end}"))
    }
}

fn digits(word: &str, count: usize) -> Option<u16> {
    (word.len() == count && word.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| word.parse().ok())?
}

#[cfg(test)]
mod tests;
