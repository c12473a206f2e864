//! What the results are made of: records and articles, fetched as needed.

use std::sync::Arc;

use super::outcome::SearchHit;
use super::search_state::{FileContent, SearchState};
use crate::library::browser::cached;
use model::document::{Document, Record};
use model::routes::{Address, Route};
use search::{
    APART, ARTICLES_PER_FILE, Match, Question, RECORDS_PER_FILE, entry, excerpt, fold, is_title,
    rank,
};

/// How long an excerpt is, in bytes.
const EXCERPT: usize = 300;

impl SearchState {
    /// Requests the file that an entry is shown from, if it is missing.
    pub(super) fn load(&mut self, kind: usize, entry: u32) {
        match kind {
            0 => drop(self.article(entry)),
            _ => drop(self.record(kind, entry)),
        }
    }

    /// Gives the search the texts of an entry; requests them if they are missing.
    pub(super) fn read(&mut self, entry: u32) -> Option<()> {
        let (kind, _) = self.index.kind_and_year(entry);
        let (record, _) = self.found(kind, entry)?;
        let mut titles = fold(record.title.as_deref().unwrap_or_default(), &self.script).text;
        for name in &record.names {
            titles.push_str(APART);
            titles.push_str(&fold(name, &self.script).text);
        }
        let text = fold(record.searched(), &self.script).text;
        self.files.terms.put_texts(entry, [titles, text]);
        Some(())
    }

    /// The record of an entry; requests it if it is missing.
    fn record(&mut self, kind: usize, entry: u32) -> Option<Record> {
        let index = &self.index;
        let (folder, number, together) = match kind {
            0 => {
                let segments = &index.segments;
                let segment = segments.iter().rfind(|segment| segment.first <= entry)?;
                (&segment.name, entry - segment.first, ARTICLES_PER_FILE)
            }
            _ => (&index.records, entry - index.kinds[0], RECORDS_PER_FILE),
        };
        let path = [folder, "/r", &(number / together).to_string(), ".json"].concat();
        match self.files.records.iter().find(|file| file.0 == path) {
            Some((_, records)) => records.get((number % together) as usize).cloned(),
            None => {
                self.request(path, FileContent::Records);
                None
            }
        }
    }

    /// The address and the document of an article; requests it if it is missing.
    fn article(&mut self, entry: u32) -> Option<(String, Arc<Document>)> {
        let record = self.record(0, entry)?;
        let address = Address::new(self.lang, Route::Article(record.path));
        let path = address.path();
        match cached(&path) {
            Some(document) => Some((path, document)),
            None => {
                self.request(address.document(), FileContent::Article(path));
                None
            }
        }
    }

    /// What an entry is shown by; of an article also its document. Requests it if it
    /// is missing.
    fn found(&mut self, kind: usize, entry: u32) -> Option<(Record, Option<Arc<Document>>)> {
        if kind > 0 {
            return Some((self.record(kind, entry)?, None));
        }
        let (path, document) = self.article(entry)?;
        let Document::Article(article) = &*document else {
            return None;
        };
        let record = Record {
            path,
            title: Some(article.headline.title.text.clone()),
            text: Some(article.searched()),
            names: Vec::new(),
            pinyin: None,
        };
        Some((record, Some(document)))
    }

    /// The result for an entry whose file has come, and whether the question is its
    /// whole title.
    pub(super) fn hit(
        &mut self,
        kind: usize,
        found: Match,
        question: &Question,
    ) -> Option<(SearchHit, bool)> {
        let (record, document) = self.found(kind, entry(found))?;
        let mut about = self.lang.words().search.kinds[kind].to_owned();
        let (mut title_lang, mut text_lang) = (None, None);
        if let Some(Document::Article(article)) = document.as_deref() {
            about = article.headline.date.text.clone();
            title_lang = article.headline.title.lang;
            // Who searches in this language finds its words in the translation.
            text_lang = (article.body_lang).filter(|_| article.translation.is_empty());
        }
        let pinyin = record.pinyin.unwrap_or_default();
        let title = record.title.unwrap_or_default();
        let whole = rank(found) < 2;
        let pieces = |text: &str| excerpt(text, question, whole, &self.script, &pinyin, EXCERPT);
        let hit = SearchHit {
            href: record.path,
            about,
            title_lang,
            title: pieces(&title),
            text_lang,
            text: pieces(record.text.as_deref().unwrap_or_default()),
        };
        Some((hit, is_title(&title, question, &self.script)))
    }
}
