//! What the results are made of: records and articles, fetched as needed.

use std::sync::Arc;

use super::outcome::SearchHit;
use super::search_state::{FileContent, SearchState};
use crate::library::browser::cached;
use model::document::{Document, Record};
use model::routes::{Address, Route};
use search::{ARTICLES_PER_FILE, Match, Question, RECORDS_PER_FILE, entry, excerpt, fold, rank};

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

    /// Gives the search the texts of an article; requests them if they are missing.
    pub(super) fn read(&mut self, entry: u32) -> Option<()> {
        let (_, document) = self.article(entry)?;
        let Document::Article(article) = &*document else {
            return None;
        };
        let texts = [&article.headline.title.text, &article.searched()];
        let folded = texts.map(|text| fold(text, &self.script).text);
        self.files.terms.put_texts(entry, folded);
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

    /// The result for an entry whose file has come.
    pub(super) fn hit(
        &mut self,
        kind: usize,
        found: Match,
        question: &Question,
    ) -> Option<SearchHit> {
        let entry = entry(found);
        let mut about = self.lang.words().search.kinds[kind].to_owned();
        let (mut title_lang, mut text_lang) = (None, None);
        let record = if kind > 0 {
            self.record(kind, entry)?
        } else {
            let (path, document) = self.article(entry)?;
            let Document::Article(article) = &*document else {
                return None;
            };
            about = article.headline.date.text.clone();
            title_lang = article.headline.title.lang;
            // Who searches in this language finds its words in the translation.
            text_lang = (article.body_lang).filter(|_| article.translation.is_empty());
            Record {
                path,
                title: Some(article.headline.title.text.clone()),
                text: Some(article.searched()),
                pinyin: None,
            }
        };
        let pinyin = record.pinyin.unwrap_or_default();
        let pieces = |text: Option<String>| {
            let text = text.unwrap_or_default();
            let whole = rank(found) < 2;
            excerpt(&text, question, whole, &self.script, &pinyin, EXCERPT)
        };
        Some(SearchHit {
            href: record.path,
            about,
            title_lang,
            title: pieces(record.title),
            text_lang,
            text: pieces(record.text),
        })
    }
}
