//! Finds the glossary's terms in the texts of a page.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::context::Context;
use content::bundle::Term;
use model::document::{Span, TermText};

/// Finds terms in texts, and remembers which: a page carries those it uses.
pub struct Glossary<'a> {
    cx: Context<'a>,
    /// Every way of writing a term in the page's language, longest first.
    spellings: Vec<(String, &'a Term)>,
    used: RefCell<BTreeSet<&'a str>>,
}

impl<'a> Glossary<'a> {
    /// For the texts of one page.
    pub fn new(cx: &Context<'a>) -> Self {
        let mut spellings: Vec<(String, &Term)> = (cx.bundle.glossary.terms.iter())
            .flat_map(|term| {
                let written = term.aliases.iter().map(String::as_str);
                written
                    .chain([term.term.get(cx.lang).text])
                    .map(move |word| (word.to_lowercase(), term))
            })
            .collect();
        spellings.sort_by(|(one, _), (other, _)| {
            (other.chars().count().cmp(&one.chars().count())).then_with(|| one.cmp(other))
        });
        Self {
            cx: *cx,
            spellings,
            used: RefCell::default(),
        }
    }

    /// A text with its terms marked, each where it stands first.
    pub fn mark(&self, text: &str) -> Vec<Span> {
        self.marking().mark(text)
    }

    /// Marks texts that are read together: each term once in all of them.
    pub fn marking(&self) -> Marking<'_, 'a> {
        Marking {
            glossary: self,
            seen: BTreeSet::new(),
        }
    }

    /// The terms that were found, in the glossary's order.
    pub fn used(&self) -> Vec<TermText> {
        let used = self.used.borrow();
        self.terms(|term| used.contains(term.id.as_str()))
    }

    /// Every term, found or not.
    pub fn all(&self) -> Vec<TermText> {
        self.terms(|_| true)
    }

    fn terms(&self, which: impl Fn(&Term) -> bool) -> Vec<TermText> {
        let other = self.cx.lang.beside();
        (self.cx.bundle.glossary.terms.iter())
            .filter(|term| which(term))
            .map(|term| TermText {
                id: term.id.clone(),
                term: self.cx.text(&term.term),
                other_term: term.term.get(other).text.to_owned(),
                definition: self.cx.text(&term.definition),
                source: term.source.as_ref().map(|id| self.cx.cite(id)),
            })
            .collect()
    }

    /// The longest term that a text begins with, and its length in bytes.
    fn at(&self, rest: &str, before: Option<char>) -> Option<(&'a Term, usize)> {
        (self.spellings.iter()).find_map(|(word, term)| {
            let length = begins(rest, word)?;
            let inside = |near: Option<char>, edge: Option<char>| {
                near.is_some_and(in_word) && edge.is_some_and(in_word)
            };
            let cut = inside(before, rest.chars().next())
                || inside(
                    rest[length..].chars().next(),
                    rest[..length].chars().next_back(),
                );
            (!cut).then_some((*term, length))
        })
    }
}

/// Some texts that are read together.
pub struct Marking<'g, 'a> {
    glossary: &'g Glossary<'a>,
    seen: BTreeSet<&'a str>,
}

impl Marking<'_, '_> {
    /// A text with those terms marked that were not in a text before.
    pub fn mark(&mut self, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        let (mut plain, mut at, mut before) = (0, 0, None);
        while let Some(char) = text[at..].chars().next() {
            let found = self.glossary.at(&text[at..], before);
            let length = found.map_or(char.len_utf8(), |(_, length)| length);
            if let Some((term, length)) = found
                && self.seen.insert(&term.id)
            {
                self.glossary.used.borrow_mut().insert(&term.id);
                push(&mut spans, &text[plain..at], None);
                push(&mut spans, &text[at..at + length], Some(&term.id));
                plain = at + length;
            }
            before = text[at..at + length].chars().next_back();
            at += length;
        }
        push(&mut spans, &text[plain..], None);
        closed(spans)
    }
}

fn push(spans: &mut Vec<Span>, text: &str, term: Option<&str>) {
    if !text.is_empty() {
        spans.push(Span {
            text: text.to_owned(),
            term: term.map(str::to_owned),
            closing: None,
        });
    }
}

/// What closes a part of a sentence: no line begins with it.
const CLOSING: [char; 16] = [
    '、', '，', '。', '；', '：', '！', '？', '）', '”', '》', ',', '.', ';', ':', ')', '%',
];

/// What closes right after a term, put to the term: to a browser the term is a
/// thing of its own, after which a line may begin.
pub fn closed(mut spans: Vec<Span>) -> Vec<Span> {
    for at in 1..spans.len() {
        let [term, next] = &mut spans[at - 1..=at] else {
            continue;
        };
        if term.term.is_none() || next.term.is_some() {
            continue;
        }
        let rest = next.text.trim_start_matches(CLOSING).to_owned();
        let closing = next.text.len() - rest.len();
        if closing > 0 {
            next.text.truncate(closing);
            term.closing = Some(std::mem::replace(&mut next.text, rest));
        }
    }
    spans.retain(|span| !span.text.is_empty());
    spans
}

/// How much of a text a word in lower case takes at its beginning.
fn begins(text: &str, word: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    for wanted in word.chars() {
        let (_, found) = chars.next()?;
        // Most characters have no case, and to ask for their lower one is slow.
        let same = found == wanted || found.is_uppercase() && found.to_lowercase().eq([wanted]);
        if !same {
            return None;
        }
    }
    Some(chars.next().map_or(text.len(), |(at, _)| at))
}

/// Whether a character is part of a word in letters: Chinese has no gaps.
fn in_word(char: char) -> bool {
    char.is_alphanumeric() && char < '\u{2e80}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_begins_a_text_in_either_case() {
        assert_eq!(begins("Anode effect", "anode"), Some(5));
        assert_eq!(begins("anode", "anode"), Some(5));
        assert_eq!(begins("ano", "anode"), None);
        assert_eq!(begins("阳极效应", "阳极"), Some(6));
    }

    #[test]
    fn what_closes_goes_with_the_term_before_it() {
        let span = |text: &str, term: Option<&str>, closing: Option<&str>| Span {
            text: text.to_owned(),
            term: term.map(str::to_owned),
            closing: closing.map(str::to_owned),
        };
        let (pot, bath) = (Some("pot"), Some("bath"));
        let spans = vec![
            span("电解槽", pot, None),
            span("、和", None, None),
            span("冰晶石", bath, None),
            span("）。", None, None),
            span("cell", pot, None),
            span(" (", None, None),
            span("bath", bath, None),
        ];
        let expected = [
            span("电解槽", pot, Some("、")),
            span("和", None, None),
            span("冰晶石", bath, Some("）。")),
            span("cell", pot, None),
            span(" (", None, None),
            span("bath", bath, None),
        ];
        assert_eq!(closed(spans), expected);
    }

    #[test]
    fn letters_make_words_and_chinese_does_not() {
        assert!(in_word('a') && in_word('é') && in_word('₂') && in_word('5'));
        assert!(!in_word('铝') && !in_word('，') && !in_word(' ') && !in_word('-'));
    }
}
