//! What publishing writes for the search.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use alliance::content::Lang;
use alliance::content::load::load;
use alliance::content::traditional::traditional;
use alliance::library::document::{Document, EntryKind, SearchIndex};
use alliance::publish::compress::{Effort, brotli};
use alliance::publish::documents::{Publication, publication};
use alliance::routes::{Address, Route};
use alliance::search::{
    ARTICLES_PER_FILE, Files, Kind, Question, RECORDS_PER_FILE, Script, entry as number_of, found,
};
use alliance::synthetic::{Size, generate};

fn real() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/content")
}

/// What a reader's browser does with a published site, and the bytes it takes.
struct Reader<'a> {
    publication: &'a Publication,
    lang: Lang,
    index: &'a SearchIndex,
    files: BTreeMap<&'a str, &'a alliance::publish::search::IndexFile>,
}

impl<'a> Reader<'a> {
    fn new(publication: &'a Publication, lang: Lang) -> Self {
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
            files: (publication.search.iter())
                .map(|file| (file.path.as_str(), file))
                .collect(),
        }
    }

    fn file(&self, path: &str) -> Vec<u8> {
        let file = self.files.get(path);
        file.unwrap_or_else(|| panic!("no {path}")).bytes()
    }

    /// The addresses of what is found, and every file that was fetched for the
    /// first ten.
    fn look_for(&self, typed: &str) -> (Vec<String>, Vec<(String, usize)>) {
        let index = self.index;
        let editions = self.publication.editions.iter();
        let pages = editions.map(|edition| edition.pages.len()).sum();
        let mut fetched: BTreeMap<String, usize> = BTreeMap::new();
        let mut fetch = |path: String| {
            let bytes = self.file(&path);
            let packed = brotli(&bytes, Effort::of(&path, pages)).unwrap();
            fetched.insert(path, packed.len());
            bytes
        };
        let script = Script::new(&index.traditional, &index.simplified);
        let question = Question::new(typed, &script);
        let mut files = Files::default();
        let all = loop {
            if let Some(all) = found(&question, &index.segments, &mut files) {
                break all;
            }
            for key in std::mem::take(&mut files.wanted) {
                let letter = if key.1 == Kind::Lists { 'l' } else { 'p' };
                let path = format!("{}/{letter}{}.bin", index.segments[key.0].name, key.2);
                files.put(key, fetch(path));
            }
        };
        let mut addresses = Vec::new();
        let mut articles = Vec::new();
        for entry in all.iter().map(|found| number_of(*found)).take(10) {
            let (kind, _) = index.kind_and_year(entry);
            let (folder, number, together) = match kind {
                0 => {
                    let segment = index.segments.iter().rfind(|it| it.first <= entry).unwrap();
                    (&segment.name, entry - segment.first, ARTICLES_PER_FILE)
                }
                _ => (&index.records, entry - index.kinds[0], RECORDS_PER_FILE),
            };
            let json = fetch(format!("{folder}/r{}.json", number / together));
            let records: Vec<alliance::library::document::Record> =
                serde_json::from_slice(&json).unwrap();
            let record = &records[(number % together) as usize];
            if kind == 0 {
                let address = Address::new(self.lang, Route::Article(record.path.clone()));
                addresses.push(address.path());
                articles.push(address);
            } else {
                addresses.push(record.path.clone());
            }
        }
        let edition = (self.publication.editions.iter()).find(|it| it.lang == self.lang);
        for page in &edition.unwrap().pages {
            if articles.contains(&page.address) {
                let json = serde_json::to_vec(&page.document).unwrap();
                let path = page.address.document();
                let packed = brotli(&json, Effort::of(&path, pages)).unwrap();
                fetched.insert(path, packed.len());
            }
        }
        (addresses, fetched.into_iter().collect())
    }

    fn first(&self, typed: &str) -> String {
        let (addresses, _) = self.look_for(typed);
        addresses.first().cloned().unwrap_or_default()
    }
}

#[test]
fn companies_are_found_by_name_alias_and_pinyin() {
    let bundle = load(&real()).unwrap();
    let (publication, _) = publication(&bundle).unwrap();
    for lang in Lang::ALL {
        let reader = Reader::new(&publication, lang);
        let company = |id: &str| Address::new(lang, Route::Member(id.to_owned())).path();
        for company in &bundle.companies.companies {
            for name in company.aliases.iter().chain(company.name.by_lang.values()) {
                let (addresses, _) = reader.look_for(name);
                let path = Address::new(lang, Route::Member(company.id.clone())).path();
                assert!(addresses.contains(&path), "{path} by {name}: {addresses:?}");
            }
        }
        for typed in ["zhongfu", "zhong fu", "zf", "ＺＨＯＮＧＦＵ", "zhongf"] {
            let (addresses, _) = reader.look_for(typed);
            let found = addresses.iter().any(|path| path.contains("zhongfu"));
            assert!(found, "by {typed}: {addresses:?}");
        }
        let _ = company;
    }
}

#[test]
fn everything_is_found_by_its_title() {
    let bundle = load(&real()).unwrap();
    let (publication, _) = publication(&bundle).unwrap();
    for lang in Lang::ALL {
        let reader = Reader::new(&publication, lang);
        for article in &bundle.news {
            let title = article.title.get(lang).text;
            let path = Address::new(lang, Route::Article(article.id.clone())).path();
            assert_eq!(reader.first(title), path, "{title}");
        }
        for link in &bundle.chain.links {
            let path = Address::new(lang, Route::Chain(Some(link.id))).path();
            let (addresses, _) = reader.look_for(link.name.get(lang).text);
            assert!(addresses.contains(&path), "{path}: {addresses:?}");
        }
        let counts: u32 = reader.index.kinds.iter().sum();
        assert_eq!(reader.index.kinds.len(), EntryKind::ALL.len());
        let years: u32 = reader.index.years.chunks(2).map(|run| run[1]).sum();
        assert_eq!(years as usize, bundle.news.len());
        let (kind, _) = reader.index.kind_and_year(counts - 1);
        assert_eq!(EntryKind::ALL[kind], EntryKind::Link);
    }
}

#[test]
fn both_scripts_find_each_other() {
    let bundle = load(&real()).unwrap();
    let (publication, _) = publication(&bundle).unwrap();
    for lang in [Lang::ZhHans, Lang::ZhHant] {
        let reader = Reader::new(&publication, lang);
        for article in &bundle.news {
            let title = article.title.get(Lang::ZhHans).text;
            let path = Address::new(lang, Route::Article(article.id.clone())).path();
            for typed in [title, &*traditional(title)] {
                assert_eq!(reader.first(typed), path, "{typed}");
            }
        }
        for company in &bundle.companies.companies {
            let name = company.name.get(Lang::ZhHans).text;
            let path = Address::new(lang, Route::Member(company.id.clone())).path();
            for typed in [name, &*traditional(name)] {
                assert!(reader.look_for(typed).0.contains(&path), "{typed}");
            }
        }
    }
}

#[test]
fn the_index_is_the_same_each_time_and_another_when_a_text_changes() {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("made");
    let size = Size {
        articles: 700,
        companies: 20,
        seed: 5,
    };
    generate(&real(), &made, size).unwrap();
    let paths = |made: &Path| -> Vec<String> {
        let (publication, _) = publication(&load(made).unwrap()).unwrap();
        let paths = publication.search.iter().map(|file| file.path.clone());
        paths.collect()
    };
    let before = paths(&made);
    assert_eq!(before, paths(&made));

    // The newest article: what is sealed stays.
    let newest = made.join("news/2025-10-31-output.json");
    let text = fs::read_to_string(&newest).unwrap();
    let changed = text.replace("2025年1—9月", "改：2025年1—9月");
    assert_ne!(text, changed);
    fs::write(&newest, changed).unwrap();
    let after = paths(&made);
    let stays = before.iter().filter(|path| after.contains(path)).count();
    assert!(stays > before.len() / 4, "{stays} of {}", before.len());
    assert!(stays < before.len());
}
