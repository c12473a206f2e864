//! The entries that hold a phrase, exactly.

use super::fold::{Symbol, symbols};
use super::shard::{Files, Kind, add_list, look_up, positions, shard_of, words_with};
use super::sort::sort;
use super::{BEGINNING, STEP};

/// The entries of a segment that hold a folded phrase, each twice its number
/// and one more when it is the text and not the title; `None` while files are
/// wanted. The last word need only begin so, from [`BEGINNING`] letters on.
pub fn phrase(folded: &str, segment: usize, shards: u32, files: &mut Files) -> Option<Vec<u64>> {
    let all = symbols(folded);
    let mut ids = Vec::new();
    let Some(last) = all.last() else {
        return Some(ids);
    };
    let mut asker = Asker {
        segment,
        shards,
        files,
    };
    let (before, word) = folded.split_at(last.start);
    if !last.word || word.len() < BEGINNING {
        asker.exact(folded, &all, &mut ids)?;
    } else {
        let file = asker.file(Kind::Lists, word)?;
        let mut waits = false;
        for (word, list) in words_with(&file, word) {
            if before.is_empty() {
                add_list(list, &mut ids);
            } else {
                let whole = [before, &String::from_utf8_lossy(word)].concat();
                waits |= asker.exact(&whole, &symbols(&whole), &mut ids).is_none();
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
    segment: usize,
    shards: u32,
    files: &'a mut Files,
}

impl Asker<'_> {
    /// The file that a term would be in.
    fn file(&mut self, kind: Kind, term: &str) -> Option<std::rc::Rc<[u8]>> {
        let key = (self.segment, kind, shard_of(term, self.shards));
        self.files.get(key)
    }

    fn has(&mut self, term: &str) -> Option<bool> {
        Some(look_up(&self.file(Kind::Lists, term)?, term).is_some())
    }

    /// Adds the entries that hold the symbols just so.
    fn exact(&mut self, text: &str, all: &[Symbol], ids: &mut Vec<u64>) -> Option<()> {
        let count = all.len();
        let term = |from: usize, to: usize| &text[all[from].start..all[to - 1].end];
        // Parts that together cover the phrase: each is as long as there is a
        // term for it, to the right, or to the left where the phrase ends.
        let mut parts: Vec<(usize, usize)> = Vec::new();
        let mut end = 0;
        while end < count {
            let mut start = end;
            let mut width = 1;
            if !all[start].word && count > 1 {
                start = start.min(count - 2);
                width = 2;
            }
            end = start + width;
            if !self.has(term(start, end))? {
                return Some(());
            }
            while end < count && self.has(term(start, end + 1))? {
                end += 1;
            }
            while end == count && start > 0 && self.has(term(start - 1, end))? {
                start -= 1;
            }
            parts.push((start, end));
        }
        let whole = parts.iter().find(|part| **part == (0, count));
        if whole.is_some() {
            if let Some((list, _)) = look_up(&self.file(Kind::Lists, text)?, text) {
                add_list(list, ids);
            }
            return Some(());
        }
        // All are wanted at once.
        let mut files = Vec::new();
        for (start, end) in &parts {
            files.push(self.file(Kind::Positions, term(*start, *end)));
        }
        let mut common: Option<Vec<u64>> = None;
        for ((start, end), file) in parts.into_iter().zip(files) {
            let term = term(start, end);
            let (_, place) = look_up(&self.file(Kind::Lists, term)?, term)?;
            let blanks = text[..all[start].start]
                .bytes()
                .filter(|byte| *byte == b' ');
            let found = positions(&file?, place, start as u32 * STEP + blanks.count() as u32);
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
