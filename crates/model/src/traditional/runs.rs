//! From punctuation to punctuation: words do not go beyond.

use std::sync::LazyLock;

use jieba_rs::Jieba;

use super::dictionary::{Dictionary, Phrases};
use super::surnames::{self, Around};

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
        let run = Run {
            after: after.chars().next(),
            ..Run::new(terms, run, before, &mut starts)
        };
        run.convert(&mut converted);
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
    /// The sign after it.
    after: Option<char>,
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
            after: None,
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
        let surnames: Vec<usize> = (0..count)
            .filter(|place| self.is_surname(*place, &words))
            .collect();
        // 副市长于明: 长于 is a phrase.
        let is_whole = |start: usize, end: usize| {
            !(surnames.iter()).any(|place| start < *place && *place < end)
        };
        while place < count {
            if surnames.contains(&place) {
                converted.push(self.sign(place));
                place += 1;
                continue;
            }
            let terms = self.terms.at(self.text, self.starts, place);
            let mut terms =
                terms.filter(|(length, _)| *length >= SURE || words.fit(place, place + length));
            let phrases = (self.dictionary.phrases).at(self.text, self.starts, place);
            let mut phrases = phrases.filter(|(length, _)| {
                words.fit(place, place + length) && is_whole(place, place + length)
            });
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
            || self.given(place).is_some()
    }

    /// How many characters of a given name follow a surname here, by what stands
    /// around it.
    fn given(&self, place: usize) -> Option<usize> {
        let sign = self.sign(place);
        surnames::is_surname(sign).then_some(())?;
        surnames::given(Around {
            sign,
            before: &self.text[..self.starts[place]],
            after: &self.text[self.starts[place + 1]..],
            first: place == 0 && !self.before.is_some_and(char::is_alphanumeric),
            listed: self.before == Some('、') || self.after == Some('、'),
        })
    }

    /// Whether there is a surname here, which its words must allow: 余热 is none, and
    /// in 于会上 a word follows.
    fn is_surname(&self, place: usize, words: &Words) -> bool {
        let Some(given) = self.given(place) else {
            return false;
        };
        let next = self.starts.len() > place + 2 && words.is_one(place + 1);
        match words.is_one(place) || self.follows_office(place, words) {
            // 总 may be of 总额; 总工程师 is an office.
            true if given == 0 => {
                next || self.sign(place + 1) != '总'
                    || surnames::is_office(words.word(self.text, self.starts, place + 1))
            }
            // 志远 is a word of the dictionary, too.
            true => next || self.sign(place) != '于' || self.is_given(place + 1, words),
            // 范志 is taken for a word, and a name goes on after it.
            false => {
                let word = words.word(self.text, self.starts, place);
                words.begins[place] && (is_name(word) || surnames::begins_name(word))
            }
        }
    }

    /// Whether 长于 is taken for a word that is the end of an office, and a surname.
    fn follows_office(&self, place: usize, words: &Words) -> bool {
        let before = place.checked_sub(1);
        before.is_some_and(|before| {
            self.sign(before) == '长' && words.word(self.text, self.starts, before) == "长于"
        })
    }

    /// Whether a given name that is a word begins here.
    fn is_given(&self, place: usize, words: &Words) -> bool {
        is_name(words.word(self.text, self.starts, place))
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

/// Whether a word of jieba's dictionary is somebody's name.
fn is_name(word: &str) -> bool {
    let tags = jieba().tag(word, false);
    matches!(&tags[..], [tag] if tag.tag.starts_with("nr"))
}

fn jieba() -> &'static Jieba {
    static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);
    &JIEBA
}

/// Where the words of a run begin.
struct Words {
    begins: Vec<bool>,
}

impl Words {
    fn of(text: &str, starts: &[usize]) -> Self {
        let mut begins = vec![false; starts.len()];
        let mut place = 0;
        for token in jieba().cut(text, false) {
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

    /// The word that begins at a place.
    fn word<'t>(&self, text: &'t str, starts: &[usize], place: usize) -> &'t str {
        let after = (self.begins[place + 1..].iter()).position(|begins| *begins);
        let end = after.map_or(starts.len() - 1, |after| place + 1 + after);
        &text[starts[place]..starts[end]]
    }

    /// Whether a character is a word.
    fn is_one(&self, place: usize) -> bool {
        self.begins[place] && self.begins[place + 1]
    }
}
