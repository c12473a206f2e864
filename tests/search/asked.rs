//! An index in memory, asked as the browser asks it.

use alliance::publish::search::{Entry, Shard, index, shards};
use alliance::search::{FileKey, Files, Kind, Question, Script, Segment, entry, found, rank};

/// Rank and entry of all that is found, and the files it took.
pub type Answer = (Vec<(u8, u32)>, Vec<FileKey>);

/// The segments of an index and their files.
pub struct Asked {
    segments: Vec<Segment>,
    shards: Vec<Vec<Shard>>,
    pub script: Script,
}

impl Asked {
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
        Self {
            segments,
            shards: made,
            script,
        }
    }

    /// Rank and entry of all that is found, and the files it took.
    pub fn ask(&self, typed: &str) -> Answer {
        let question = Question::new(typed, &self.script);
        let mut files = Files::default();
        let mut fetched = Vec::new();
        loop {
            if let Some(found) = found(&question, &self.segments, &mut files) {
                let found = found
                    .iter()
                    .map(|found| (rank(*found) as u8, entry(*found)));
                return (found.collect(), fetched);
            }
            assert!(!files.wanted.is_empty(), "it waits for nothing");
            for key in std::mem::take(&mut files.wanted) {
                let shard = &self.shards[key.0][key.2 as usize];
                let bytes = match key.1 {
                    Kind::Lists => &shard.lists,
                    Kind::Positions => &shard.positions,
                };
                files.put(key, bytes.clone());
                fetched.push(key);
            }
        }
    }

    /// The files, for counting their bytes.
    #[allow(dead_code)]
    pub fn shard(&self, (segment, kind, number): FileKey) -> &[u8] {
        let shard = &self.shards[segment][number as usize];
        match kind {
            Kind::Lists => &shard.lists,
            Kind::Positions => &shard.positions,
        }
    }
}
