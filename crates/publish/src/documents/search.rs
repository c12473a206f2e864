//! Makes the index that readers search; [`search`] asks it.
//!
//! An index has two segments: the oldest articles, in a number that grows by
//! [`SEALED`] at a time, and everything else. The first is made anew only when
//! one of its articles changes. What a segment is named by is a digest of all
//! that is in it: whoever has the name gets files that belong together.

mod entries;
mod index;
mod names;

pub use index::{Entry, Shards, index, shards};

use std::sync::{Arc, LazyLock, OnceLock};

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::context::{Context, Index};
use super::traditional;
use crate::hex;
use model::Lang;
use model::document::Segment;
use model::document::{Document, Record, SearchIndex};
use model::traditional::SIMPLIFIED;
use search::{ARTICLES_PER_FILE, Kind, LISTS_PER_POSITIONS, RECORDS_PER_FILE, Script};

use entries::Found;
pub use entries::Searched;

/// How many articles at a time become part of the segment that is left alone.
pub const SEALED: usize = 512;
/// Changes when the files' format does.
const FORMAT: &str = "2";
/// How many digits name a segment.
const NAME: usize = 12;

/// A segment that need not be made unless one of its files is asked for.
#[derive(Debug)]
struct Part {
    entries: Vec<Entry>,
    shards: u32,
    made: OnceLock<Vec<Shards>>,
}

/// A file of the index.
#[derive(Clone, Debug)]
pub struct IndexFile {
    /// Below the content base.
    pub path: String,
    content: Content,
}

#[derive(Clone, Debug)]
enum Content {
    Bytes(Vec<u8>),
    Shard(Arc<Part>, Kind, usize),
}

impl Part {
    fn made(&self) -> &[Shards] {
        self.made
            .get_or_init(|| index(&self.entries, self.shards, &SCRIPT))
    }
}

/// Makes what these files need, side by side: who asks for a file while another
/// makes it would have to wait.
pub fn make(files: &[&IndexFile]) {
    let mut parts: Vec<&Part> = Vec::new();
    for file in files {
        if let Content::Shard(part, ..) = &file.content
            && !parts.iter().any(|known| std::ptr::eq(*known, &**part))
        {
            parts.push(part);
        }
    }
    parts.into_par_iter().for_each(|part| {
        part.made();
    });
}

impl IndexFile {
    /// What is in it.
    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Bytes(bytes) => bytes,
            Content::Shard(part, kind, number) => Shards::file(part.made(), *kind, *number),
        }
    }
}

/// The languages that have an index of their own, and those that are searched
/// by it.
const INDEXES: &[(Lang, &[Lang])] = &[
    (Lang::ZhHans, &[Lang::ZhHans, Lang::ZhHant]),
    (Lang::En, &[Lang::En]),
];

/// Every traditional character is found by its simplified form; and by either what only
/// looks like it, such as a radical, when that is pasted.
static FORMS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let simplified = |char| {
        let at = SIMPLIFIED.binary_search_by_key(&char, |pair| pair.0);
        at.map_or(char, |at| SIMPLIFIED[at].1)
    };
    let odd = content::letters::pairs().map(|(odd, letter)| (odd, simplified(letter)));
    let mut forms: Vec<_> = SIMPLIFIED.iter().copied().chain(odd).collect();
    forms.sort_unstable();
    forms.dedup_by_key(|form| form.0);
    forms
});

static SCRIPT: LazyLock<Script> = LazyLock::new(|| Script::from_pairs(&FORMS));

/// The index of every language, and the files of all.
pub type Indexes = (Vec<(Lang, SearchIndex)>, Vec<IndexFile>);

/// Whether a language has an index of its own.
pub fn is_indexed(lang: Lang) -> bool {
    INDEXES.iter().any(|(own, _)| *own == lang)
}

/// What a document is found by in an index of its language, if it is there.
pub fn searched(lang: Lang, document: &Document) -> Option<Searched> {
    is_indexed(lang).then(|| Searched::of(document)).flatten()
}

/// The index of every language, and its files: of all articles, newest first,
/// of the languages that have one. `written` is how 繁體中文 is written.
///
/// # Errors
/// When a record cannot be written as JSON.
pub(super) fn indexes(
    bundle: &Index,
    written: &traditional::Script,
    articles: Vec<(Lang, Searched)>,
) -> Result<Indexes, serde_json::Error> {
    let mut by_lang: Vec<_> = (INDEXES.iter())
        .map(|(lang, searched)| (*lang, *searched, Vec::new()))
        .collect();
    for (lang, article) in articles {
        let mut indexes = by_lang.iter_mut();
        if let Some((.., its)) = indexes.find(|(known, ..)| *known == lang) {
            its.push(article);
        }
    }
    let made: Vec<Indexes> = (by_lang.into_par_iter())
        .map(|(lang, searched, articles)| index_of(bundle, written, lang, searched, articles))
        .collect::<Result<_, _>>()?;
    let (mut indexes, mut files) = (Vec::new(), Vec::new());
    for (own, its_files) in made {
        indexes.extend(own);
        files.extend(its_files);
    }
    Ok((indexes, files))
}

/// The index of a language, for every language that is searched by it.
fn index_of(
    bundle: &Index,
    written: &traditional::Script,
    lang: Lang,
    searched: &[Lang],
    articles: Vec<Searched>,
) -> Result<Indexes, serde_json::Error> {
    let (mut indexes, mut files) = (Vec::new(), Vec::new());
    let cx = Context::new(bundle, lang);
    let found = Found::new(&cx, articles);
    let (traditional, simplified) = script(&found.entries);
    let (kinds, years) = (found.kinds.clone(), found.years.clone());
    let segments = segments(&cx, found, &mut files)?;
    for lang in searched {
        let records = entries::records(bundle, written, *lang);
        let folder_of_records = records_of(*lang, &records, &mut files)?;
        let index = SearchIndex {
            name: folder("", &(&segments, &folder_of_records))?,
            segments: segments.clone(),
            records: folder_of_records,
            kinds: kinds.clone(),
            years: years.clone(),
            traditional: traditional.clone(),
            simplified: simplified.clone(),
        };
        indexes.push((*lang, index));
    }
    Ok((indexes, files))
}

/// The traditional characters and odd letters that can be asked for, and the simplified
/// ones that they are found by: of no others is there anything to be found.
fn script(entries: &[Entry]) -> (String, String) {
    let texts = (entries.iter()).flat_map(|entry| entry.title.iter().chain(&entry.text));
    // Of millions of characters: a set that hashes them takes its time.
    let mut there = vec![false; char::MAX as usize + 1];
    for char in texts.flat_map(|text| text.chars()) {
        there[char as usize] = true;
    }
    for (traditional, simplified) in FORMS.iter() {
        there[*simplified as usize] |= there[*traditional as usize];
    }
    (FORMS.iter())
        .filter(|(_, simplified)| there[*simplified as usize])
        .copied()
        .unzip()
}

/// The segments of an index.
fn segments(
    cx: &Context,
    found: Found,
    files: &mut Vec<IndexFile>,
) -> Result<Vec<Segment>, serde_json::Error> {
    let Found {
        entries: mut old,
        names,
        ..
    } = found;
    let sealed = names.len() / SEALED * SEALED;
    let new = old.split_off(sealed);
    let (old_names, new_names) = names.split_at(sealed);
    let mut segments = Vec::new();
    for (first, entries, names) in [(0, old, old_names), (sealed, new, new_names)] {
        if entries.is_empty() {
            continue;
        }
        let digests: Vec<String> = (entries.par_iter()).map(digest).collect::<Result<_, _>>()?;
        let name = folder(cx.lang.tag(), &(FORMAT, names, digests))?;
        let part = Arc::new(Part {
            shards: shards(&entries),
            entries,
            made: OnceLock::new(),
        });
        for (kind, count) in [
            (Kind::Lists, part.shards),
            (Kind::Positions, part.shards.div_ceil(LISTS_PER_POSITIONS)),
        ] {
            files.extend((0..count).map(|number| IndexFile {
                path: format!("{name}/{}{number}.bin", kind.letter()),
                content: Content::Shard(Arc::clone(&part), kind, number as usize),
            }));
        }
        for (number, names) in names.chunks(ARTICLES_PER_FILE as usize).enumerate() {
            files.push(IndexFile {
                path: format!("{name}/r{number}.json"),
                content: Content::Bytes(serde_json::to_vec(&records(names))?),
            });
        }
        segments.push(Segment {
            name,
            first: first as u32,
            shards: part.shards,
        });
    }
    Ok(segments)
}

/// The folder of the records of a language.
fn records_of(
    lang: Lang,
    records: &[Record],
    files: &mut Vec<IndexFile>,
) -> Result<String, serde_json::Error> {
    let name = folder(&format!("records-{}", lang.tag()), &(FORMAT, records))?;
    for (number, records) in records.chunks(RECORDS_PER_FILE as usize).enumerate() {
        files.push(IndexFile {
            path: format!("{name}/r{number}.json"),
            content: Content::Bytes(serde_json::to_vec(records)?),
        });
    }
    Ok(name)
}

/// The records of articles.
fn records(names: &[String]) -> Vec<Record> {
    (names.iter())
        .map(|name| Record {
            path: name.clone(),
            title: None,
            text: None,
            names: Vec::new(),
            pinyin: None,
        })
        .collect()
}

/// A folder that is named by what is in it.
fn folder(begins: &str, content: &impl Serialize) -> Result<String, serde_json::Error> {
    Ok(format!("search/{begins}-{}", digest(content)?))
}

fn digest(content: &impl Serialize) -> Result<String, serde_json::Error> {
    let digest = Sha256::digest(serde_json::to_vec(content)?);
    Ok(hex(&digest, NAME))
}

#[cfg(test)]
mod tests {
    use search::fold;

    use super::*;

    #[test]
    fn whatever_looks_like_a_letter_that_is_there_finds_it() {
        let letters = content::letters::pairs().map(|(_, letter)| letter);
        let entry = Entry {
            title: vec![letters.collect()],
            text: Vec::new(),
        };
        let (odd, plain) = script(&[entry]);
        let script = Script::new(&odd, &plain);
        let folded = |char: char| fold(&char.to_string(), &script).text;
        for (odd, letter) in content::letters::pairs() {
            assert_eq!(folded(odd), folded(letter), "{odd} of {letter}");
            assert_eq!(fold(&odd.to_string(), &SCRIPT).text, folded(letter));
        }
    }

    #[test]
    fn a_letter_that_is_nowhere_takes_no_place() {
        let entry = Entry {
            title: vec!["广元".to_owned()],
            text: Vec::new(),
        };
        let (odd, plain) = script(&[entry]);
        assert!(odd.contains('⼴') && odd.contains('廣'));
        assert!(plain.chars().all(|char| "广元".contains(char)), "{plain}");
    }
}
