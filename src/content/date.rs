//! Dates as editors write them: a subset of the Extended Date/Time Format
//! (EDTF, ISO 8601-2), level 1.
//!
//! `2025-10-31`, `2025-10`, `2019`; `XXXX-07-17` when the source names no
//! year; `2025-01/2025-09` for a period, `XXXX` for one whose year the source
//! does not name.

use std::fmt;

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
    /// The last of the period.
    pub end: Option<Date>,
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
                .map(|number| Some(number as u8))
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
        let Some(month) = self.month else {
            return self.year != Some(0);
        };
        let Ok(month) = time::Month::try_from(month) else {
            return false;
        };
        // 2024 was a leap year: with the year unknown, 29 February may exist.
        let year = i32::from(self.year.unwrap_or(2024));
        self.day
            .is_none_or(|day| time::Date::from_calendar_date(year, month, day).is_ok())
    }

    /// As a reader of the language writes it: `2025年10月31日`, `31 October 2025`.
    pub fn display(self, lang: Lang) -> String {
        match lang {
            Lang::ZhHans => {
                let mut text = self
                    .year
                    .map(|year| format!("{year}年"))
                    .unwrap_or_default();
                if let Some(month) = self.month {
                    text.push_str(&format!("{month}月"));
                }
                if let Some(day) = self.day {
                    text.push_str(&format!("{day}日"));
                }
                if text.is_empty() {
                    text.push_str("年份原文未注明");
                } else if self.year.is_none() {
                    text.push_str("（原文未注明年份）");
                }
                text
            }
            Lang::En => {
                let mut words = Vec::new();
                if let Some(day) = self.day {
                    words.push(day.to_string());
                }
                if let Some(month) = self
                    .month
                    .and_then(|month| time::Month::try_from(month).ok())
                {
                    words.push(month.to_string());
                }
                words.push(match self.year {
                    Some(year) => year.to_string(),
                    None if words.is_empty() => "year not named in the source".to_owned(),
                    None => "(the source names no year)".to_owned(),
                });
                words.join(" ")
            }
        }
    }

    /// For `<time datetime>`: a valid date, month, year or yearless date string.
    pub fn datetime(self) -> String {
        self.to_string().replace("XXXX-", "")
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
    /// Reads a date, a period or `XXXX`.
    ///
    /// # Errors
    /// As [`Date::parse`], and when the period ends before it begins.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        match text.split_once('/') {
            // A figure may be of a year that its source does not name; an
            // event is told at least by its day.
            None if text == "XXXX" => Ok(Self {
                start: Date {
                    year: None,
                    month: None,
                    day: None,
                },
                end: None,
            }),
            None => Ok(Self {
                start: Date::parse(text)?,
                end: None,
            }),
            Some((start, end)) => {
                let (start, end) = (Date::parse(start)?, Date::parse(end)?);
                if end < start {
                    return Err(DateError::Backwards(text.to_owned()));
                }
                Ok(Self {
                    start,
                    end: Some(end),
                })
            }
        }
    }

    /// As a reader of the language writes it: `2025年1—9月`, `January–September 2025`.
    pub fn display(self, lang: Lang) -> String {
        let Some(end) = self.end else {
            return self.start.display(lang);
        };
        let same_year = self.start.year == end.year;
        match (lang, same_year, self.start.day) {
            (Lang::ZhHans, true, None) => {
                let start = self.start.display(lang);
                let end = Date { year: None, ..end };
                format!(
                    "{}—{}月",
                    start.trim_end_matches('月'),
                    end.month.unwrap_or_default()
                )
            }
            (Lang::En, true, None) => {
                let start = Date {
                    year: None,
                    ..self.start
                }
                .month
                .and_then(|month| time::Month::try_from(month).ok());
                format!(
                    "{}–{}",
                    start.map(|month| month.to_string()).unwrap_or_default(),
                    end.display(lang)
                )
            }
            (Lang::ZhHans, ..) => format!("{}至{}", self.start.display(lang), end.display(lang)),
            (Lang::En, ..) => format!("{} to {}", self.start.display(lang), end.display(lang)),
        }
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
