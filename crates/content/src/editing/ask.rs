//! Questions on a terminal, or their answers from a pipe, line by line.

use std::io::{self, BufRead, Write};

use thiserror::Error;

use crate::letters::plain;
use model::Lang;

/// Why there is no answer.
#[derive(Debug, Error)]
pub enum AskError {
    /// The answers have ended before the questions.
    #[error("no answer to `{0}`")]
    NoAnswer(String),
    /// What was given on the command line will not do.
    #[error("{0}")]
    Refused(String),
    /// The terminal is gone.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Asks, in a language.
#[derive(Debug)]
pub struct Asker<R, W> {
    input: R,
    output: W,
    /// The language of the questions.
    pub lang: Lang,
    /// Whether every question that has a default is answered by it.
    pub silent: bool,
}

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// In Chinese.
    pub zh: &'a str,
    /// In English.
    pub en: &'a str,
    /// What an empty answer means; absent: it must be answered.
    pub default: Option<&'a str>,
}

impl<R: BufRead, W: Write> Asker<R, W> {
    /// Asks through these two ends.
    pub const fn new(input: R, output: W, lang: Lang, silent: bool) -> Self {
        Self {
            input,
            output,
            lang,
            silent,
        }
    }

    /// The answer given beforehand, or the one to the question, until it will do.
    ///
    /// # Errors
    /// When the answer given beforehand will not do, or there are no more.
    pub fn ask<T>(
        &mut self,
        given: Option<&str>,
        question: Question<'_>,
        accept: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, AskError> {
        if let Some(given) = given {
            return accept(&plain(given.trim())).map_err(AskError::Refused);
        }
        if let (true, Some(default)) = (self.silent, question.default) {
            return accept(default).map_err(AskError::Refused);
        }
        let words = match self.lang {
            Lang::En => question.en,
            _ => question.zh,
        };
        loop {
            let default = question.default.filter(|default| !default.is_empty());
            match (default, self.lang) {
                (Some(default), Lang::En) => write!(self.output, "{words} [{default}]: ")?,
                (Some(default), _) => write!(self.output, "{words} [{default}]：")?,
                (None, Lang::En) => write!(self.output, "{words}: ")?,
                (None, _) => write!(self.output, "{words}：")?,
            }
            self.output.flush()?;
            let mut line = String::new();
            let ended = self.input.read_line(&mut line)? == 0;
            if ended {
                writeln!(self.output)?;
            }
            let answer = match (line.trim(), question.default) {
                ("", Some(default)) => default,
                ("", None) if ended => return Err(AskError::NoAnswer(words.to_owned())),
                (answer, _) => answer,
            };
            // What is pasted into an answer becomes content.
            match accept(&plain(answer)) {
                Ok(value) => return Ok(value),
                Err(problem) if ended => return Err(AskError::Refused(problem)),
                Err(problem) => writeln!(self.output, "  {problem}")?,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_has_the_letters_that_it_shows() {
        let question = Question {
            zh: "标题",
            en: "Title",
            default: None,
        };
        let mut asker = Asker::new("⼴元⾦属\n".as_bytes(), Vec::new(), Lang::En, false);
        let accept = |answer: &str| Ok(answer.to_owned());
        for given in [Some("⼴元⾦属"), None] {
            let answer = asker.ask(given, question, accept).expect("it is accepted");
            assert_eq!(answer, "广元金属");
        }
    }
}
