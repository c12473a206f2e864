//! What the forms of new records have in common: the questions that most of them ask.

use std::io::{BufRead, Write};

use super::trial::Place;
use super::{filled, known, new_id, one, source};
use crate::bundle::Bundle;
use crate::editing::ask::{AskError, Asker, Question};
use crate::editing::draft::Words;
use crate::editing::propose;
use model::Lang;

/// A question in Chinese and in English.
type Asked = [&'static str; 2];

/// The questions about one new record, in the order in which they are asked. `given` is
/// the answer from the command line.
#[derive(Debug)]
pub struct Form<'a, R, W> {
    asker: &'a mut Asker<R, W>,
    place: Place,
    /// The language of questions and refusals.
    pub lang: Lang,
}

impl<'a, R: BufRead, W: Write> Form<'a, R, W> {
    /// A form for a record that is going to stand in this place.
    pub const fn new(asker: &'a mut Asker<R, W>, place: Place) -> Self {
        let lang = asker.lang;
        Self { asker, place, lang }
    }

    /// Anything that must be answered, unless there is a default.
    pub fn ask<T>(
        &mut self,
        given: Option<&str>,
        [zh, en]: Asked,
        default: Option<&str>,
        accept: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, AskError> {
        self.asker.ask(given, Question { zh, en, default }, accept)
    }

    /// Anything that may be left out.
    pub fn optional<T>(
        &mut self,
        given: Option<&str>,
        asked: Asked,
        accept: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, AskError> {
        self.ask(given, asked, Some(""), |text| match text {
            "" => Ok(None),
            text => accept(text).map(Some),
        })
    }

    /// A text of one field that may be left out.
    pub fn optional_text(
        &mut self,
        field: &str,
        given: Option<&str>,
        asked: Asked,
    ) -> Result<Option<String>, AskError> {
        let (place, lang) = (self.place, self.lang);
        self.optional(given, asked, |text| place.text(field, text, lang))
    }

    /// A text in Chinese, and perhaps in English.
    pub fn words(
        &mut self,
        field: &str,
        given: [Option<&str>; 2],
        [chinese, english]: [Asked; 2],
    ) -> Result<Words, AskError> {
        let (place, lang) = (self.place, self.lang);
        let text = self.ask(given[0], chinese, None, |text| {
            filled(place, field, text, lang)
        })?;
        let english = self.english(field, given[1], english)?;
        Ok(Words::new(text, english))
    }

    /// A text in Chinese that may be left out, and with it the English one.
    pub fn optional_words(
        &mut self,
        field: &str,
        given: [Option<&str>; 2],
        [chinese, english]: [Asked; 2],
    ) -> Result<Option<Words>, AskError> {
        let Some(text) = self.optional_text(field, given[0], chinese)? else {
            return Ok(None);
        };
        let english = self.english(field, given[1], english)?;
        Ok(Some(Words::new(text, english)))
    }

    fn english(
        &mut self,
        field: &str,
        given: Option<&str>,
        asked: Asked,
    ) -> Result<Option<String>, AskError> {
        let (place, lang) = (self.place, self.lang);
        self.ask(given, asked, Some(""), |text| {
            place.english(field, text, lang)
        })
    }

    /// One of a few words.
    pub fn one<'w>(
        &mut self,
        given: Option<&str>,
        asked: Asked,
        default: Option<&str>,
        words: &[&'w str],
    ) -> Result<&'w str, AskError> {
        let lang = self.lang;
        self.ask(given, asked, default, |text| one(text, words, lang))
    }

    /// The id of something in the bundle, which may be left out.
    pub fn optional_id(
        &mut self,
        given: Option<&str>,
        asked: Asked,
        ids: &[&str],
    ) -> Result<Option<String>, AskError> {
        let lang = self.lang;
        self.optional(given, asked, |text| {
            known(text, ids, lang).map(str::to_owned)
        })
    }

    /// Where it is from.
    pub fn source(&mut self, given: Option<&str>, bundle: &Bundle) -> Result<String, AskError> {
        let lang = self.lang;
        let ids = bundle.source_ids();
        let asked = [
            "来源（sources.json 里的编号）",
            "Source (an id of sources.json)",
        ];
        self.ask(given, asked, None, |text| source(text, &ids, lang))
    }

    /// Its id, proposed from its words, with what is to stand before them.
    pub fn id(
        &mut self,
        given: Option<&str>,
        asked: Asked,
        (before, words): (&str, &Words),
        taken: impl Fn(&str) -> bool,
    ) -> Result<String, AskError> {
        let lang = self.lang;
        let (chinese, english) = words.texts();
        let proposed = format!("{before}{}", propose::id(chinese, english));
        let proposed = propose::free(proposed.trim_end_matches('-'), &taken);
        self.ask(given, asked, Some(&proposed), |text| {
            new_id(text, &taken, lang)
        })
    }
}
