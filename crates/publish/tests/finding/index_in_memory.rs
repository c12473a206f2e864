//! An index in memory, asked as the browser asks it.

use model::document::Segment;
use publish::documents::search::{Entry, Shards, index, shards};
use search::{APART, FileKey, Files, Question, Script, entry, find_matches, fold, is_letter, rank};

/// Rank and entry of all that is found, and the files it took.
pub type Answer = (Vec<(u8, u32)>, Vec<FileKey>);

/// The segments of an index and their files.
pub struct IndexInMemory {
    segments: Vec<Segment>,
    shards: Vec<Vec<Shards>>,
    /// Of every entry, as the browser has them once an article has come.
    texts: Vec<[String; 2]>,
    /// Of every entry, as the browser has them of what is no article: no title that
    /// may be pinyin.
    without_pinyin: Vec<[String; 2]>,
    /// How many entries are articles.
    pub articles: u32,
    pub script: Script,
}

impl IndexInMemory {
    /// Of entries; those from `cut` on are in a segment of their own.
    pub fn new(entries: &[Entry], cut: usize, files: Option<u32>, script: Script) -> Self {
        let (mut segments, mut made) = (Vec::new(), Vec::new());
        for (first, part) in [(0, &entries[..cut]), (cut, &entries[cut..])] {
            let count = files.unwrap_or_else(|| shards(part));
            segments.push(Segment {
                name: String::new(),
                first: first as u32,
                shards: count,
            });
            made.push(index(part, count, &script));
        }
        let folded = |texts: &[String]| {
            let each: Vec<String> = (texts.iter())
                .map(|text| fold(text, &script).text)
                .collect();
            each.join(APART)
        };
        Self {
            segments,
            shards: made,
            texts: (entries.iter())
                .map(|entry| [folded(&entry.title), folded(&entry.text)])
                .collect(),
            without_pinyin: (entries.iter())
                .map(|entry| {
                    let chinese = |title: &&String| !title.chars().all(is_letter);
                    let titles: Vec<String> = entry.title.iter().filter(chinese).cloned().collect();
                    [folded(&titles), folded(&entry.text)]
                })
                .collect(),
            articles: 0,
            script,
        }
    }

    /// Rank and entry of all that is found, and the files it took.
    pub fn ask(&self, typed: &str) -> Answer {
        let question = Question::new(typed, &self.script);
        let mut files = Files::default();
        files.articles = self.articles;
        let mut fetched = Vec::new();
        loop {
            if let Some(found) = find_matches(&question, &self.segments, &mut files) {
                let found = found
                    .iter()
                    .map(|found| (rank(*found) as u8, entry(*found)));
                return (found.collect(), fetched);
            }
            let wanted_texts = std::mem::take(&mut files.wanted_texts);
            assert!(
                !files.wanted.is_empty() || !wanted_texts.is_empty(),
                "it waits for nothing"
            );
            for entry in wanted_texts {
                let texts = match entry < self.articles {
                    true => &self.texts,
                    false => &self.without_pinyin,
                };
                files.put_texts(entry, texts[entry as usize].clone());
            }
            for key in std::mem::take(&mut files.wanted) {
                files.put(key, self.shard(key).to_vec());
                fetched.push(key);
            }
        }
    }

    /// A file.
    pub fn shard(&self, (segment, kind, number): FileKey) -> &[u8] {
        Shards::file(&self.shards[segment], kind, number as usize)
    }
}
