//! The entries that hold a phrase, exactly.

use super::fold::{Symbol, symbols};
use super::shard::{
    Files, Kind, LISTS_PER_POSITIONS, add_list, look_up, positions, shard_of, words_with,
};
use super::sort::sort;
use super::{BEGINNING, STEP};
use model::document::Segment;

/// How many parts of a phrase are looked for at once.
pub(super) const AT_ONCE: usize = 4;

/// The entries of a segment that hold a folded phrase, each twice its number
/// and one more when it is the text and not the title; `None` while files are
/// wanted. The last word need only begin so, from [`BEGINNING`] letters on.
pub fn phrase(
    folded: &str,
    number: usize,
    segment: &Segment,
    files: &mut Files,
) -> Option<Vec<u64>> {
    let all = symbols(folded);
    let mut ids = Vec::new();
    let Some(last) = all.last() else {
        return Some(ids);
    };
    let mut asker = Asker {
        number,
        segment,
        files,
    };
    let (before, word) = folded.split_at(last.start);
    if !last.word || word.len() < BEGINNING {
        asker.exact(&Phrase::new(folded), &mut ids)?;
    } else {
        let file = asker.file(Kind::Lists, word)?;
        let mut waits = false;
        for (word, list) in words_with(&file, word) {
            if before.is_empty() {
                add_list(list, &mut ids);
            } else {
                let text = [before, &String::from_utf8_lossy(word)].concat();
                waits |= asker.exact(&Phrase::new(&text), &mut ids).is_none();
            }
        }
        if waits {
            return None;
        }
    }
    sort(&mut ids);
    ids.dedup();
    Some(ids)
}

struct Asker<'a> {
    number: usize,
    segment: &'a Segment,
    files: &'a mut Files,
}

impl Asker<'_> {
    /// The file of lists that a term would be in.
    fn lists(&self, term: &str) -> u32 {
        shard_of(term, self.segment.shards)
    }

    /// That file, or the one of positions that belongs to it.
    fn file(&mut self, kind: Kind, term: &str) -> Option<std::rc::Rc<[u8]>> {
        let lists = self.lists(term);
        let number = match kind {
            Kind::Lists => lists,
            Kind::Positions => lists / LISTS_PER_POSITIONS,
        };
        self.files.get((self.number, kind, number))
    }

    /// The term at a part of a phrase; `None` while its file is wanted.
    fn term(&mut self, phrase: &Phrase, part: Part) -> Option<Option<PhraseTerm>> {
        let text = phrase.part(part);
        let file = self.file(Kind::Lists, text)?;
        Some(look_up(&file, text).map(|term| PhraseTerm {
            part,
            place: term.place,
            goes_on: term.goes_on() && part != phrase.whole(),
            entries: term.entries(),
        }))
    }

    /// A term that longer ones go on from, so much longer that none does: to the
    /// right, and where the phrase ends to the left. None when no entry holds it.
    fn grown(&mut self, phrase: &Phrase, mut found: PhraseTerm) -> Option<Option<PhraseTerm>> {
        while found.goes_on {
            let (start, end) = found.part;
            let part = match end < phrase.symbols.len() {
                true => (start, end + 1),
                false => (start - 1, end),
            };
            match self.term(phrase, part)? {
                Some(longer) => found = longer,
                None => return Some(None),
            }
        }
        Some(Some(found))
    }

    /// Adds the entries that hold the symbols just so.
    fn exact(&mut self, phrase: &Phrase, ids: &mut Vec<u64>) -> Option<()> {
        let mut terms: Vec<PhraseTerm> = Vec::new();
        let mut common: Option<Vec<u64>> = None;
        // Some at a time: mostly few entries are left after the first.
        for parts in phrase.parts().chunks(AT_ONCE) {
            let covered = |terms: &[PhraseTerm], part: Part| {
                terms.last().is_some_and(|last| part.1 <= last.part.1)
            };
            let (mut found, mut waits) = (Vec::new(), false);
            for part in parts {
                if !covered(&terms, *part) {
                    match self.term(phrase, *part) {
                        Some(Some(term)) => found.push(term),
                        Some(None) => return Some(()),
                        None => waits = true,
                    }
                }
            }
            if waits {
                return None;
            }
            for term in &found {
                if !narrow(&mut common, &term.entries) {
                    return Some(());
                }
            }
            for term in found {
                if covered(&terms, term.part) {
                    continue;
                }
                // Before it grows: what goes on from a common term fills a whole file. Not
                // the phrase itself: the index has a single character of titles only.
                if term.part != phrase.whole() && self.reads(phrase, &common, ids)? {
                    return Some(());
                }
                let Some(term) = self.grown(phrase, term)? else {
                    return Some(());
                };
                if !narrow(&mut common, &term.entries) {
                    return Some(());
                }
                if term.part == phrase.whole() {
                    ids.extend(term.entries);
                    return Some(());
                }
                terms.push(term);
            }
            if self.reads(phrase, &common, ids)? {
                return Some(());
            }
        }
        self.in_place(phrase, &terms, ids)
    }

    /// Adds those of the entries left that hold the phrase, when they are so few that
    /// they can be read; whether they are.
    fn reads(
        &mut self,
        phrase: &Phrase,
        common: &Option<Vec<u64>>,
        ids: &mut Vec<u64>,
    ) -> Option<bool> {
        let Some(left) = common else {
            return Some(false);
        };
        let few = self.files.can_read(self.segment, left, phrase.text);
        if few {
            ids.extend(self.files.read(self.segment, left, phrase.text)?);
        }
        Some(few)
    }

    /// Adds the entries in which terms stand so that they make up the phrase.
    fn in_place(
        &mut self,
        phrase: &Phrase,
        terms: &[PhraseTerm],
        ids: &mut Vec<u64>,
    ) -> Option<()> {
        // All are wanted at once.
        let mut files = Vec::new();
        for term in terms {
            files.push(self.file(Kind::Positions, phrase.part(term.part)));
        }
        let mut common: Option<Vec<u64>> = None;
        for (term, file) in terms.iter().zip(files) {
            let lists = self.lists(phrase.part(term.part));
            let before = phrase.position(term.part.0);
            let found = positions(&file?, lists, term.place, before);
            common = Some(match common {
                None => found,
                Some(mut common) => {
                    common.retain(|place| found.binary_search(place).is_ok());
                    common
                }
            });
        }
        let last = ids.len();
        for place in common.unwrap_or_default() {
            let id = place >> 32;
            if ids[last..].last() != Some(&id) {
                ids.push(id);
            }
        }
        Some(())
    }
}

/// From which symbol up to which.
type Part = (usize, usize);

/// A term of the index that covers a part of a phrase.
struct PhraseTerm {
    part: Part,
    /// Its place in its file.
    place: usize,
    /// Whether longer terms go on from it.
    goes_on: bool,
    /// The entries that hold it.
    entries: Vec<u64>,
}

/// Leaves only what is in both; whether anything is left.
fn narrow(common: &mut Option<Vec<u64>>, entries: &[u64]) -> bool {
    let mut left = common.take().unwrap_or_else(|| entries.to_vec());
    left.retain(|id| entries.binary_search(id).is_ok());
    !common.insert(left).is_empty()
}

/// A folded phrase.
struct Phrase<'a> {
    text: &'a str,
    symbols: Vec<Symbol>,
}

impl<'a> Phrase<'a> {
    fn new(text: &'a str) -> Self {
        let symbols = symbols(text);
        Self { text, symbols }
    }

    fn whole(&self) -> Part {
        (0, self.symbols.len())
    }

    fn part(&self, (start, end): Part) -> &str {
        &self.text[self.symbols[start].start..self.symbols[end - 1].end]
    }

    /// How far a symbol stands from the first.
    fn position(&self, symbol: usize) -> u32 {
        let before = &self.text[..self.symbols[symbol].start];
        let blanks = before.bytes().filter(|byte| *byte == b' ').count();
        symbol as u32 * STEP + blanks as u32
    }

    /// Parts that together cover it, for each of which there is a term if any
    /// entry holds it: words, and pairs with a Chinese character.
    fn parts(&self) -> Vec<Part> {
        let count = self.symbols.len();
        let (mut parts, mut end) = (Vec::new(), 0);
        while end < count {
            let start = match self.symbols[end].word || count == 1 {
                true => end,
                false => end.min(count - 2),
            };
            end = match self.symbols[end].word || count == 1 {
                true => end + 1,
                false => start + 2,
            };
            parts.push((start, end));
        }
        parts
    }
}
