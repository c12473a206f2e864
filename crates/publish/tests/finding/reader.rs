//! What a reader's browser does with a published site.

use std::collections::BTreeMap;

use model::Lang;
use model::document::{Document, Record, SearchIndex};
use model::routes::{Address, Route};
use publish::documents::search::IndexFile;
use publish::output::compress::{Effort, brotli};
use search::{
    APART, ARTICLES_PER_FILE, Files, Piece, Question, RECORDS_PER_FILE, Script, entry as number_of,
    excerpt, find_matches, fold, is_title, rank,
};

use super::publication::Publication;

/// What a reader's browser does, and the bytes it takes.
pub struct Reader<'a> {
    publication: &'a Publication,
    lang: Lang,
    pub index: &'a SearchIndex,
    /// Whether what is fetched is packed, to know how much it is.
    weighs: bool,
    files: BTreeMap<&'a str, &'a IndexFile>,
}

/// What came of a question.
struct SearchRun {
    addresses: Vec<String>,
    fetched: Vec<(String, usize)>,
    shown: Vec<(String, String)>,
}

/// A text with what is marked in brackets.
pub fn bracketed(pieces: &[Piece]) -> String {
    (pieces.iter())
        .map(|piece| match piece.marked {
            true => format!("[{}]", piece.text),
            false => piece.text.clone(),
        })
        .collect()
}

impl<'a> Reader<'a> {
    /// Opens the page of the search in a language.
    pub fn new(publication: &'a Publication, lang: Lang) -> Self {
        let index = (publication.editions.iter())
            .filter(|edition| edition.lang == lang)
            .flat_map(|edition| &edition.pages)
            .find_map(|page| match &page.document {
                Document::Search(index) => Some(&**index),
                _ => None,
            });
        Self {
            publication,
            lang,
            index: index.expect("every language has the page"),
            weighs: true,
            files: (publication.search.iter())
                .map(|file| (file.path.as_str(), file))
                .collect(),
        }
    }

    /// The same for one who asks thousands of questions, and not what they weigh.
    pub fn unweighed(publication: &'a Publication, lang: Lang) -> Self {
        Self {
            weighs: false,
            ..Self::new(publication, lang)
        }
    }

    fn file(&self, path: &str) -> Vec<u8> {
        let file = self.files.get(path);
        file.unwrap_or_else(|| panic!("no {path}")).bytes().to_vec()
    }

    /// The addresses of what is found, and every file that was fetched for the
    /// first ten.
    pub fn look_for(&self, typed: &str) -> (Vec<String>, Vec<(String, usize)>) {
        let SearchRun {
            addresses, fetched, ..
        } = self.look(typed);
        (addresses, fetched)
    }

    /// What is no article among the first ten: its address, and its title and
    /// text with what is marked in brackets.
    pub fn shown(&self, typed: &str) -> Vec<(String, String)> {
        self.look(typed).shown
    }

    fn look(&self, typed: &str) -> SearchRun {
        let index = self.index;
        let editions = self.publication.editions.iter();
        let pages = editions.map(|edition| edition.pages.len()).sum();
        let mut fetched: BTreeMap<String, usize> = BTreeMap::new();
        let mut fetch = |path: String| {
            let bytes = self.file(&path);
            fetched.insert(path.clone(), self.weight(&path, pages, &bytes));
            bytes
        };
        let script = Script::new(&index.traditional, &index.simplified);
        let question = Question::new(typed, &script);
        let mut files = Files::default();
        files.articles = index.kinds[0];
        let mut articles = Vec::new();
        let all = loop {
            if let Some(all) = find_matches(&question, &index.segments, &mut files) {
                break all;
            }
            for key in std::mem::take(&mut files.wanted) {
                let letter = key.1.letter();
                let path = format!("{}/{letter}{}.bin", index.segments[key.0].name, key.2);
                files.put(key, fetch(path));
            }
            for entry in std::mem::take(&mut files.wanted_texts) {
                let (kind, record) = self.record(entry, &mut fetch);
                let text = |text: &str| fold(text, &script).text;
                if kind > 0 {
                    let names = record.title.iter().chain(&record.names);
                    let names: Vec<String> = names.map(|name| text(name)).collect();
                    files.put_texts(entry, [names.join(APART), text(record.searched())]);
                    continue;
                }
                let address = Address::new(self.lang, Route::Article(record.path));
                let (title, searched) = self.article(&address);
                files.put_texts(entry, [text(&title), text(&searched)]);
                articles.push(address);
            }
        };
        let (mut addresses, mut shown) = (Vec::new(), Vec::new());
        let mut exact = 0;
        for found in all.iter().take(10) {
            let (kind, record) = self.record(number_of(*found), &mut fetch);
            let (path, title);
            if kind == 0 {
                let address = Address::new(self.lang, Route::Article(record.path));
                (path, title) = (address.path(), self.article(&address).0);
                articles.push(address);
            } else {
                let pinyin = record.pinyin.unwrap_or_default();
                title = record.title.clone().expect("what is no article has both");
                let texts = [record.title, record.text].map(|text| {
                    bracketed(&excerpt(
                        &text.expect("what is no article has both"),
                        &question,
                        rank(*found) < 2,
                        &script,
                        &pinyin,
                        300,
                    ))
                });
                shown.push((record.path.clone(), texts.join("\n")));
                path = record.path;
            }
            // As the page does.
            match is_title(&title, &question, &script) {
                true => {
                    addresses.insert(exact, path);
                    exact += 1;
                }
                false => addresses.push(path),
            }
        }
        for address in articles {
            let json = serde_json::to_vec(&self.document(&address)).unwrap();
            let path = address.document();
            fetched.insert(path.clone(), self.weight(&path, pages, &json));
        }
        SearchRun {
            addresses,
            fetched: fetched.into_iter().collect(),
            shown,
        }
    }

    /// The title of an article, and its text as it is searched.
    fn article(&self, address: &Address) -> (String, String) {
        let Some(Document::Article(article)) = self.document(address) else {
            panic!("no article at {address:?}");
        };
        (article.headline.title.text.clone(), article.searched())
    }

    /// How much it is when it is fetched; nothing if nobody wants to know.
    fn weight(&self, path: &str, pages: usize, bytes: &[u8]) -> usize {
        if !self.weighs {
            return 0;
        }
        brotli(bytes, Effort::of(path, pages)).unwrap().len()
    }

    /// The kind of an entry, and its record.
    fn record(&self, entry: u32, fetch: &mut dyn FnMut(String) -> Vec<u8>) -> (usize, Record) {
        let index = self.index;
        let (kind, _) = index.kind_and_year(entry);
        let (folder, number, together) = match kind {
            0 => {
                let segment = (index.segments.iter()).rfind(|it| it.first <= entry);
                let segment = segment.expect("the first segment begins with the first entry");
                (&segment.name, entry - segment.first, ARTICLES_PER_FILE)
            }
            _ => (&index.records, entry - index.kinds[0], RECORDS_PER_FILE),
        };
        let json = fetch(format!("{folder}/r{}.json", number / together));
        let mut records: Vec<Record> = serde_json::from_slice(&json).unwrap();
        (kind, records.swap_remove((number % together) as usize))
    }

    fn document(&self, address: &Address) -> Option<&Document> {
        let edition = (self.publication.editions.iter()).find(|it| it.lang == self.lang)?;
        let page = (edition.pages.iter()).find(|page| page.address == *address)?;
        Some(&page.document)
    }

    /// The address of the best that is found.
    pub fn first(&self, typed: &str) -> String {
        let (addresses, _) = self.look_for(typed);
        addresses.first().cloned().unwrap_or_default()
    }
}
