//! From punctuation to punctuation: words do not go beyond.

use std::sync::LazyLock;

use jieba_rs::Jieba;

use super::dictionary::{Dictionary, Phrases};

/// Terms of so many characters are no chance meeting of two words.
const SURE: usize = 3;

/// What comes before a thing that is counted one by one: 一百万只.
const NUMERALS: &str = "〇零一二两三四五六七八九十百千万亿几数半每多";

/// Converts a text, run by run.
pub fn convert(terms: &Phrases, text: &str) -> String {
    let mut converted = String::with_capacity(text.len());
    let mut starts = Vec::new();
    let mut rest = text;
    let mut before = None;
    while let Some(begin) = rest.find(is_han) {
        let (other, run) = rest.split_at(begin);
        converted.push_str(other);
        before = other.chars().next_back().or(before);
        let end = run.find(|sign| !is_han(sign)).unwrap_or(run.len());
        let (run, after) = run.split_at(end);
        Run::new(terms, run, before, &mut starts).convert(&mut converted);
        before = None;
        rest = after;
    }
    converted.push_str(rest);
    converted
}

const fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

struct Run<'a> {
    text: &'a str,
    /// Where each character begins, and the end.
    starts: &'a [usize],
    /// The sign before the run.
    before: Option<char>,
    terms: &'a Phrases,
    dictionary: &'static Dictionary,
}

impl<'a> Run<'a> {
    fn new(
        terms: &'a Phrases,
        text: &'a str,
        before: Option<char>,
        starts: &'a mut Vec<usize>,
    ) -> Self {
        starts.clear();
        starts.extend(text.char_indices().map(|(at, _)| at));
        starts.push(text.len());
        Self {
            text,
            starts,
            before,
            terms,
            dictionary: Dictionary::shared(),
        }
    }

    fn convert(&self, converted: &mut String) {
        // Most have nothing to choose: each character is written as it is alone.
        let count = self.starts.len() - 1;
        let chooses = (0..count).any(|place| self.chooses(place));
        if !chooses {
            converted.extend(
                self.text
                    .chars()
                    .map(|sign| self.dictionary.character(sign)),
            );
            return;
        }
        let words = Words::of(self.text, self.starts);
        let mut place = 0;
        while place < count {
            let terms = self.terms.at(self.text, self.starts, place);
            let mut terms =
                terms.filter(|(length, _)| *length >= SURE || words.fit(place, place + length));
            let phrases = (self.dictionary.phrases).at(self.text, self.starts, place);
            let mut phrases = phrases.filter(|(length, _)| words.fit(place, place + length));
            match terms.next().or_else(|| phrases.next()) {
                Some((length, phrase)) => {
                    converted.push_str(&phrase.written);
                    place += length;
                }
                None => {
                    let sign = match self.counts(place) && words.is_one(place) {
                        true => '隻',
                        false => self.dictionary.character(self.sign(place)),
                    };
                    converted.push(sign);
                    place += 1;
                }
            }
        }
    }

    /// Whether something begins here that is not written as its characters are.
    fn chooses(&self, place: usize) -> bool {
        let mut phrases = self.dictionary.phrases.at(self.text, self.starts, place);
        phrases.any(|(_, phrase)| phrase.tells)
            || self
                .terms
                .at(self.text, self.starts, place)
                .next()
                .is_some()
            || self.counts(place)
    }

    fn sign(&self, place: usize) -> char {
        self.text[self.starts[place]..]
            .chars()
            .next()
            .unwrap_or_default()
    }

    /// Whether it is a 只 after a number.
    fn counts(&self, place: usize) -> bool {
        let before = match place {
            0 => self.before,
            _ => Some(self.sign(place - 1)),
        };
        self.sign(place) == '只'
            && before.is_some_and(|sign| sign.is_ascii_digit() || NUMERALS.contains(sign))
    }
}

/// Where the words of a run begin.
struct Words {
    begins: Vec<bool>,
}

impl Words {
    fn of(text: &str, starts: &[usize]) -> Self {
        static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);
        let mut begins = vec![false; starts.len()];
        let mut place = 0;
        for token in JIEBA.cut(text, false) {
            begins[place] = true;
            place += token.word.chars().count();
        }
        begins[place.min(starts.len() - 1)] = true;
        Self { begins }
    }

    /// Whether a phrase cuts no word in two: it is within one, or made of whole ones.
    fn fit(&self, start: usize, end: usize) -> bool {
        let inside = !self.begins[start + 1..end].contains(&true);
        inside || (self.begins[start] && self.begins[end])
    }

    /// Whether a character is a word.
    fn is_one(&self, place: usize) -> bool {
        self.begins[place] && self.begins[place + 1]
    }
}
