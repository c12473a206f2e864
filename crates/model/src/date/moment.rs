//! Times of day in China, and the time that something takes there.

use std::fmt;

use super::{Date, DateError, Day, Period};
use crate::Lang;

/// China's offset from UTC. It has had one time zone and no summer time since 1992.
const OFFSET_S: i64 = 8 * 3600;

/// A time of day: `09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    hour: u8,
    minute: u8,
}

impl Clock {
    /// Reads `09:30`.
    ///
    /// # Errors
    /// When the text has another form, or the day has no such time.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let form = || DateError::Clock(text.to_owned());
        let (hour, minute) = text.split_once(':').ok_or_else(form)?;
        let two = |word: &str| super::digits(word, 2).and_then(|number| u8::try_from(number).ok());
        let clock = Self {
            hour: two(hour).ok_or_else(form)?,
            minute: two(minute).ok_or_else(form)?,
        };
        (clock.hour < 24 && clock.minute < 60)
            .then_some(clock)
            .ok_or_else(form)
    }

    fn seconds(self) -> i64 {
        i64::from(self.hour) * 3600 + i64::from(self.minute) * 60
    }
}

/// As readers of every language write it: `9:30`.
impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:02}", self.hour, self.minute)
    }
}

/// A date, or a time of day on it in China: `2026-12-18`, `2026-12-18 09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The date; a whole one where there is a time.
    pub date: Date,
    /// The time of day.
    pub clock: Option<Clock>,
}

impl Moment {
    /// Reads a date, and after a space or a `T` the time.
    ///
    /// # Errors
    /// As [`Date::parse`] and [`Clock::parse`]; when a time stands after less than a day.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let Some((date, clock)) = text.split_once([' ', 'T']) else {
            let date = Date::parse(text)?;
            return Ok(Self { date, clock: None });
        };
        let date = Date::parse(date)?;
        if !date.is_whole() {
            return Err(DateError::Clock(text.to_owned()));
        }
        let clock = Some(Clock::parse(clock)?);
        Ok(Self { date, clock })
    }

    /// For `<time datetime>` and programs: with the offset where there is a time.
    pub fn datetime(self) -> String {
        match self.clock {
            None => self.date.datetime(),
            Some(Clock { hour, minute }) => {
                format!("{}T{hour:02}:{minute:02}+08:00", self.date.datetime())
            }
        }
    }

    /// Seconds since 1970; none where year or time are unknown.
    fn instant(self) -> Option<i64> {
        Some(self.date.begins()?.starts_s() + self.clock?.seconds())
    }
}

/// The form it is written in.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        match self.clock {
            Some(Clock { hour, minute }) => write!(f, " {hour:02}:{minute:02}"),
            None => Ok(()),
        }
    }
}

impl Day {
    /// When it starts in China, in seconds since 1970.
    pub fn starts_s(self) -> i64 {
        self.0.midnight().assume_utc().unix_timestamp() - OFFSET_S
    }

    /// The day after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.next_day().unwrap_or(self.0))
    }

    /// Year, month and day.
    pub fn parts(self) -> (i32, u32, u32) {
        let (year, month, day) = self.0.to_calendar_date();
        (year, u32::from(u8::from(month)), u32::from(day))
    }

    /// The day of the week: `周五`, `Fri`.
    pub fn weekday(self, lang: Lang) -> &'static str {
        let at = usize::from(self.0.weekday().number_days_from_monday());
        match lang {
            Lang::ZhHans | Lang::ZhHant => {
                ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][at]
            }
            Lang::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][at],
        }
    }
}

/// From when to when something takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its start.
    pub start: Moment,
    /// Its end: with a time where the start has one; absent when nobody says, and of what
    /// begins and ends on one day without a time.
    pub end: Option<Moment>,
}

impl Span {
    /// Between these.
    ///
    /// # Errors
    /// When it ends before it begins, or the two are not of one form with a year.
    pub fn new(start: Moment, end: Option<Moment>) -> Result<Self, DateError> {
        let span = Self { start, end };
        let Some(end) = end else {
            return Ok(span);
        };
        let text = || format!("{start}/{end}");
        let even = start.date.form() == end.date.form()
            && start.date.year.is_some()
            && start.clock.is_some() == end.clock.is_some();
        if !even {
            return Err(DateError::Uneven(text()));
        }
        if end < start || (end == start && end.clock.is_some()) {
            return Err(DateError::Backwards(text()));
        }
        Ok(span)
    }

    /// Its last date.
    pub fn last(self) -> Date {
        self.end.unwrap_or(self.start).date
    }

    /// When it is over, in seconds since 1970: where no time is known, after its last day in
    /// China. None when the year is unknown.
    pub fn over_s(self) -> Option<i64> {
        let timed = self.end.and_then(Moment::instant);
        timed.or_else(|| Some(self.last().ends()?.next().starts_s()))
    }

    /// When it starts, in seconds since 1970, if its time of day is known.
    pub fn starts_s(self) -> Option<i64> {
        self.start.instant()
    }

    /// When it ends, in seconds since 1970, if that time of day is known.
    pub fn ends_s(self) -> Option<i64> {
        self.end?.instant()
    }

    /// As a reader of the language writes it: `2026年12月18日（周五）9:00—11:30`.
    pub fn display(self, lang: Lang) -> String {
        let last = self.last();
        let several = last != self.start.date;
        let clocks = (self.start.clock, self.end.and_then(|end| end.clock));
        let (Some(from), true) = (clocks.0, several) else {
            let days = match several {
                true => Period {
                    start: self.start.date,
                    end: Some(last),
                }
                .display(lang),
                false => named(self.start.date, lang),
            };
            return match (clocks, lang) {
                ((None, _), _) => days,
                ((Some(from), None), Lang::En) => format!("{days}, {from}"),
                ((Some(from), None), _) => format!("{days}{from}"),
                ((Some(from), Some(to)), Lang::En) => format!("{days}, {from}–{to}"),
                ((Some(from), Some(to)), _) => format!("{days}{from}—{to}"),
            };
        };
        let to = clocks.1.map(|clock| clock.to_string()).unwrap_or_default();
        let (start, last) = (named(self.start.date, lang), named(last, lang));
        match lang {
            Lang::En => format!("{start}, {from} to {last}, {to}"),
            _ => format!("{start}{from}至{last}{to}"),
        }
    }
}

/// A date with its day of the week, if it is a day.
fn named(date: Date, lang: Lang) -> String {
    let text = date.display(lang);
    let day = date.begins().filter(|_| date.is_whole());
    match (day, lang) {
        (None, _) => text,
        (Some(day), Lang::En) => format!("{}, {text}", day.weekday(lang)),
        (Some(day), _) => format!("{text}（{}）", day.weekday(lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: &str, end: &str) -> Result<Span, DateError> {
        let read = |text: &str| Moment::parse(text).unwrap_or_else(|error| panic!("{error}"));
        let end = Some(end).filter(|end| !end.is_empty());
        Span::new(read(start), end.map(read))
    }

    #[test]
    fn reads_what_it_writes() {
        for text in ["2026-12-18 09:00", "2026-12-18", "2026-12", "XXXX-07-17"] {
            assert_eq!(
                Moment::parse(text).map(|it| it.to_string()),
                Ok(text.into())
            );
        }
        let same = Moment::parse("2026-12-18T09:00");
        assert_eq!(same, Moment::parse("2026-12-18 09:00"));
    }

    #[test]
    fn refuses_times_that_no_day_has() {
        for text in [
            "2026-12-18 24:00",
            "2026-12-18 9:00",
            "2026-12-18 09:60",
            "2026-12 09:00",
            "2026-12-18 ",
            "2026-12-18 09:00:00",
        ] {
            assert!(
                matches!(Moment::parse(text), Err(DateError::Clock(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn ends_after_it_begins_and_in_the_same_form() {
        for (start, end) in [
            ("2026-12-18", "2026-12-17"),
            ("2026-12-18 09:00", "2026-12-18 08:59"),
            ("2026-12-18 09:00", "2026-12-18 09:00"),
        ] {
            assert!(matches!(span(start, end), Err(DateError::Backwards(_))));
        }
        for (start, end) in [
            ("2026-12-18 09:00", "2026-12-18"),
            ("2026-12", "2026-12-18"),
            ("XXXX-07-17", "XXXX-07-18"),
        ] {
            assert!(matches!(span(start, end), Err(DateError::Uneven(_))));
        }
    }

    #[test]
    fn says_when_in_both_languages() {
        for (start, end, zh, en) in [
            (
                "2026-12-18 09:00",
                "2026-12-18 11:30",
                "2026年12月18日（周五）9:00—11:30",
                "Fri, 18 December 2026, 9:00–11:30",
            ),
            (
                "2026-12-18 09:00",
                "",
                "2026年12月18日（周五）9:00",
                "Fri, 18 December 2026, 9:00",
            ),
            (
                "2026-12-18 09:00",
                "2026-12-19 17:00",
                "2026年12月18日（周五）9:00至2026年12月19日（周六）17:00",
                "Fri, 18 December 2026, 9:00 to Sat, 19 December 2026, 17:00",
            ),
            (
                "2027-03-17",
                "2027-03-18",
                "2027年3月17—18日",
                "17–18 March 2027",
            ),
            ("2027-03", "", "2027年3月", "March 2027"),
            (
                "XXXX-07-17",
                "",
                "7月17日（原文未注明年份）",
                "17 July (the source names no year)",
            ),
        ] {
            let span = span(start, end).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(span.display(Lang::ZhHans), zh);
            assert_eq!(span.display(Lang::En), en);
        }
    }

    #[test]
    fn is_over_at_its_end_or_after_its_last_day_in_china() {
        // 2026-12-18 00:00 in China is 16:00 of the day before in Greenwich.
        const MIDNIGHT: i64 = 1_797_523_200;
        for (start, end, over) in [
            (
                "2026-12-18 09:00",
                "2026-12-18 11:30",
                Some(MIDNIGHT + 11 * 3600 + 1800),
            ),
            ("2026-12-18 09:00", "", Some(MIDNIGHT + 24 * 3600)),
            ("2026-12-17", "2026-12-18", Some(MIDNIGHT + 24 * 3600)),
            ("2026-12-17", "", Some(MIDNIGHT)),
            ("XXXX-07-17", "", None),
        ] {
            let span = span(start, end).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(span.over_s(), over, "{start} {end}");
        }
    }
}
