//! What publishing writes for the search.

use std::fs;
use std::path::{Path, PathBuf};

use content::bundle::Article;
use content::load::load;
use content::synthetic::{Size, generate};
use model::Lang;
use model::document::EntryKind;
use model::routes::{Address, Route};
use model::traditional::SIMPLIFIED;
use search::{Script, fold};

use super::publication::publication;
use super::reader::Reader;

pub fn real() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content")
}

#[test]
fn companies_are_found_by_name_alias_and_pinyin() {
    let bundle = load(&real()).unwrap();
    let publication = publication(&bundle);
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
    let publication = publication(&bundle);
    for lang in Lang::ALL {
        let reader = Reader::new(&publication, lang);
        for article in &bundle.news {
            let title = article.title.get(lang).text;
            let path = Address::new(lang, Route::Article(article.id.clone())).path();
            assert_eq!(reader.first(title), path, "{title}");
        }
        for stage in &bundle.chain.stages {
            let path = Address::new(lang, Route::Chain(Some(stage.id))).path();
            let (addresses, _) = reader.look_for(stage.name.get(lang).text);
            assert!(addresses.contains(&path), "{path}: {addresses:?}");
        }
        let counts: u32 = reader.index.kinds.iter().sum();
        assert_eq!(reader.index.kinds.len(), EntryKind::ALL.len());
        let years: u32 = reader.index.years.chunks(2).map(|run| run[1]).sum();
        assert_eq!(years as usize, bundle.news.len());
        let (kind, _) = reader.index.kind_and_year(counts - 1);
        assert_eq!(EntryKind::ALL[kind], EntryKind::Paper);
    }
}

#[test]
fn what_is_called_just_so_comes_before_what_is_called_so_and_more() {
    let mut bundle = load(&real()).unwrap();
    let article = bundle.news[0].clone();
    let event = &mut bundle.events.events[0];
    event.title.by_lang.clone_from(&article.title.by_lang);
    for text in event.title.by_lang.values_mut() {
        text.push_str(" 2025");
    }
    let event = event.id.clone();
    let publication = publication(&bundle);
    for lang in Lang::ALL {
        let reader = Reader::new(&publication, lang);
        let (found, _) = reader.look_for(article.title.get(lang).text);
        let path = |route| Address::new(lang, route).path();
        let expected = [
            path(Route::Article(article.id.clone())),
            path(Route::Event(event.clone())),
        ];
        assert_eq!(found[..2], expected, "{found:?}");
    }
}

#[test]
fn both_scripts_find_each_other() {
    let bundle = load(&real()).unwrap();
    let publication = publication(&bundle);
    let written = bundle.traditional();
    for lang in [Lang::ZhHans, Lang::ZhHant] {
        let reader = Reader::new(&publication, lang);
        for article in &bundle.news {
            let title = article.title.get(Lang::ZhHans).text;
            let path = Address::new(lang, Route::Article(article.id.clone())).path();
            for typed in [title, &*written.convert(title)] {
                assert_eq!(reader.first(typed), path, "{typed}");
            }
        }
        for company in &bundle.companies.companies {
            let name = company.name.get(Lang::ZhHans).text;
            let path = Address::new(lang, Route::Member(company.id.clone())).path();
            for typed in [name, &*written.convert(name)] {
                assert!(reader.look_for(typed).0.contains(&path), "{typed}");
            }
        }
    }
}

#[test]
fn letters_that_only_look_alike_find_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("made");
    let size = Size {
        articles: 20,
        companies: 4,
        pictures: 0,
        events: 3,
        offers: 2,
        seed: 7,
    };
    generate(&real(), &made, size).unwrap();
    let newest = made.join("news/2025-10-31-output.json");
    let text = fs::read_to_string(&newest).unwrap();
    // As a document gave it: a radical, and a character that stands twice.
    let pasted = text.replace("2025年1—9月", "⼴元⾦属产\u{f98e}⻓，2025年1—9月");
    assert_ne!(text, pasted);
    fs::write(&newest, pasted).unwrap();
    let publication = publication(&load(&made).unwrap());
    for lang in [Lang::ZhHans, Lang::ZhHant] {
        let reader = Reader::new(&publication, lang);
        let route = Route::Article("2025-10-31-output".to_owned());
        let path = Address::new(lang, route).path();
        for typed in [
            "广元金属产年长",
            "⼴元⾦属产\u{f98e}⻓",
            "廣元金屬產年長",
            "广元\u{200b}金属产年\u{fe00}长",
        ] {
            assert_eq!(reader.first(typed), path, "{typed}");
        }
    }
}

#[test]
fn every_text_is_the_same_in_both_scripts_when_it_is_looked_for() {
    let bundle = load(&real()).unwrap();
    let script = Script::from_pairs(&SIMPLIFIED);
    let texts = |article: &Article| {
        let [title, summary] =
            [&article.title, &article.summary].map(|text| text.get(Lang::ZhHans).text.to_owned());
        [
            title,
            summary,
            article.body.get(Lang::ZhHans).text.to_owned(),
        ]
    };
    let others = ["着力打造", "了解", "瞭望", "著名", "皇后与后来"].map(str::to_owned);
    for text in bundle.news.iter().flat_map(texts).chain(others) {
        let [simplified, written] =
            [&*text, &*bundle.traditional().convert(&text)].map(|text| fold(text, &script).text);
        assert_eq!(simplified, written);
    }
}

#[test]
fn figures_companies_and_terms_are_found_by_what_their_pages_say() {
    let bundle = load(&real()).unwrap();
    let publication = publication(&bundle);
    let reader = Reader::new(&publication, Lang::ZhHans);
    let found = |typed: &str, begins: &str| {
        let (addresses, _) = reader.look_for(typed);
        let found = addresses.iter().any(|path| path.starts_with(begins));
        assert!(found, "{begins} by {typed}: {addresses:?}");
    };
    found("344.07", "/figures/#");
    found("外购", "/chain/alumina/");
    for term in &bundle.glossary.terms {
        let name = term.term.get(Lang::ZhHans).text;
        found(name, &format!("/chain/#term-{}", term.id));
    }
    let company = bundle.companies.companies.iter();
    for company in company.filter_map(|company| Some((company, company.note.as_ref()?))) {
        let note = company.1.get(Lang::ZhHans).text;
        found(note, &format!("/members/{}/", company.0.id));
    }
}

#[test]
fn the_index_is_the_same_each_time_and_another_when_a_text_changes() {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("made");
    let size = Size {
        articles: 700,
        companies: 20,
        pictures: 0,
        events: 3,
        offers: 2,
        seed: 5,
    };
    generate(&real(), &made, size).unwrap();
    let paths = |made: &Path| -> Vec<String> {
        let publication = publication(&load(made).unwrap());
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
