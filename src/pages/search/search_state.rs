//! The state of a search: the query, the files that have come, and the outcome
//! that follows from both.

use super::outcome::{SearchOutcome, SearchProgress};
use super::query::SearchQuery;
use crate::library::browser::{FetchedFile, SearchFiles, cache, document, records};
use model::Lang;
use model::document::SearchIndex;
use search::{FileKey, Match, Question, Script, entry, find_matches};

/// How many results are shown at a time.
const STEP: usize = 10;

/// The state of a search.
pub struct SearchState {
    /// The query.
    pub query: SearchQuery,
    /// What is shown.
    pub outcome: SearchOutcome,
    /// Files that are still to be fetched.
    pub unsent: Vec<String>,
    pub(super) index: SearchIndex,
    pub(super) lang: Lang,
    pub(super) script: Script,
    pub(super) files: SearchFiles,
    /// How many results to show.
    limit: usize,
    /// The matches of the last text.
    matches: Option<(String, Vec<Match>)>,
    /// Files that are on the way.
    pending: Vec<PendingFile>,
}

struct PendingFile {
    path: String,
    content: FileContent,
}

/// What a file holds.
pub(super) enum FileContent {
    /// Terms of the index.
    Terms(FileKey),
    /// Records of entries.
    Records,
    /// The document of the article at this address.
    Article(String),
}

impl SearchState {
    pub fn new(index: SearchIndex, lang: Lang) -> Self {
        Self {
            query: SearchQuery::default(),
            limit: STEP,
            lang,
            script: Script::new(&index.traditional, &index.simplified),
            files: SearchFiles::of(&index),
            index,
            matches: None,
            pending: Vec::new(),
            unsent: Vec::new(),
            outcome: SearchOutcome::default(),
        }
    }

    pub(super) fn request(&mut self, path: String, content: FileContent) {
        if self.pending.iter().all(|pending| pending.path != path) {
            self.unsent.push(path.clone());
            self.pending.push(PendingFile { path, content });
        }
    }

    /// Begins anew with another query.
    pub fn ask(&mut self, query: SearchQuery) {
        self.query = query;
        self.limit = STEP;
        self.step();
    }

    /// Shows more results.
    pub fn more(&mut self) {
        self.limit += STEP;
        self.step();
    }

    /// Leaves the files to the next session.
    pub fn cache_files(&mut self) {
        std::mem::take(&mut self.files).keep();
    }

    /// Goes on with a file that has come.
    pub fn arrived(&mut self, path: String, file: FetchedFile) {
        let place = self.pending.iter().position(|pending| pending.path == path);
        let Some(place) = place else {
            return;
        };
        let PendingFile { content, .. } = self.pending.swap_remove(place);
        let Ok(bytes) = file else {
            self.outcome.progress = SearchProgress::Failed;
            return;
        };
        match content {
            FileContent::Terms(key) => self.files.terms.put(key, bytes),
            FileContent::Records => self.files.records.push((path, records(bytes))),
            FileContent::Article(page) => cache(&page, document(bytes)),
        }
        self.step();
    }

    /// Works out the outcome, or requests the files that are missing for it.
    fn step(&mut self) {
        let question = Question::new(&self.query.text, &self.script);
        let mut outcome = SearchOutcome {
            query: self.query.clone(),
            ..SearchOutcome::default()
        };
        if question.whole.is_empty() {
            self.outcome = outcome;
            return;
        }
        self.outcome.progress = SearchProgress::Searching;
        let Some(matches) = self.matches(&question) else {
            return;
        };
        let chosen = self.count(&matches, &mut outcome);
        for &(kind, found) in &chosen {
            self.load(kind, entry(found));
        }
        if self.pending.is_empty() {
            // What is called just so comes before what is called so and more.
            let mut first = 0;
            for (kind, found) in chosen {
                if let Some((hit, is_title)) = self.hit(kind, found, &question) {
                    let end = outcome.hits.len();
                    let at = if is_title { first } else { end };
                    outcome.hits.insert(at, hit);
                    first += usize::from(is_title);
                }
            }
            outcome.progress = SearchProgress::Done;
            self.outcome = outcome;
        }
        self.matches = Some((self.query.text.clone(), matches));
    }

    /// The matches of the text; requests the files that are missing for them.
    fn matches(&mut self, question: &Question) -> Option<Vec<Match>> {
        let before = (self.matches.take()).filter(|before| before.0 == self.query.text);
        if let Some((_, matches)) = before {
            return Some(matches);
        }
        loop {
            let matches = find_matches(question, &self.index.segments, &mut self.files.terms);
            if matches.is_some() {
                return matches;
            }
            for key in std::mem::take(&mut self.files.terms.wanted) {
                let segment = &self.index.segments[key.0].name;
                let path = [segment, "/", key.1.letter(), &key.2.to_string(), ".bin"].concat();
                self.request(path, FileContent::Terms(key));
            }
            let mut goes_on = false;
            for entry in std::mem::take(&mut self.files.terms.wanted_texts) {
                goes_on |= self.read(entry).is_some();
            }
            if !goes_on {
                return None;
            }
        }
    }

    /// Counts the matches by kind and year; those to be shown, each with its kind.
    fn count(&self, matches: &[Match], outcome: &mut SearchOutcome) -> Vec<(usize, Match)> {
        let mut chosen = Vec::new();
        for &found in matches {
            let (kind, year) = self.index.kind_and_year(entry(found));
            let of_kind = [0, kind + 1].contains(&self.query.kind);
            let of_year = [0, year].contains(&self.query.year);
            outcome.kinds[kind] += u32::from(of_year);
            if of_kind && year > 0 {
                let years = &mut outcome.years;
                // The newest first.
                let at = years.iter().take_while(|other| other.0 > year).count();
                match years.get_mut(at) {
                    Some(other) if other.0 == year => other.1 += 1,
                    _ => years.insert(at, (year, 1)),
                }
            }
            if of_kind && of_year {
                outcome.total += 1;
                if chosen.len() < self.limit {
                    chosen.push((kind, found));
                }
            }
        }
        chosen
    }
}
