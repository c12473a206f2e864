//! Against a plain scan of all texts.

use std::collections::BTreeMap;

use proptest::prelude::*;
use publish::documents::search::Entry;
use search::{BEGINNING, Kind, Script, fold, is_letter, symbols};

use super::index_in_memory::IndexInMemory;

/// As a reader would look: in which part of a folded text a phrase stands.
fn holds(text: &str, phrase: &str, title: bool) -> bool {
    let letters = |word: &str| word.chars().count();
    let last_word: String = phrase
        .chars()
        .rev()
        .take_while(|char| is_letter(*char))
        .collect();
    let begins = letters(&last_word) >= BEGINNING;
    let all = symbols(phrase);
    if all.len() == 1 && !all[0].word && !title {
        return false;
    }
    let short_title = all.len() == 1 && all[0].word && letters(phrase) == BEGINNING - 1 && title;
    text.match_indices(phrase).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + phrase.len()..]);
        let starts = !(phrase.starts_with(is_letter) && before.ends_with(is_letter));
        let ends =
            begins || short_title || !(phrase.ends_with(is_letter) && after.starts_with(is_letter));
        starts && ends
    })
}

/// An entry's texts as they are compared.
fn folded(entry: &Entry, script: &Script) -> Entry {
    let all = |texts: &[String]| texts.iter().map(|text| fold(text, script).text).collect();
    Entry {
        title: all(&entry.title),
        text: all(&entry.text),
    }
}

/// What is found in folded entries.
fn scan(entries: &[Entry], typed: &str, script: &Script) -> BTreeMap<u32, u8> {
    let whole = fold(typed, script).text;
    let words: Vec<&str> = match whole.contains(' ') {
        true => whole.split(' ').collect(),
        false => Vec::new(),
    };
    if whole.is_empty() {
        return BTreeMap::new();
    }
    // Where a blank was typed.
    let pieces: Vec<String> = (typed.split_whitespace())
        .map(|piece| fold(piece, script).text)
        .filter(|piece| !piece.is_empty())
        .collect();
    let together = (pieces.windows(2))
        .all(|pair| pair[0].ends_with(is_letter) && pair[1].starts_with(is_letter));
    let rank = |entry: &Entry, phrase: bool, apart: bool| -> Option<u8> {
        let any = |texts: &[String], phrase: &str, title: bool| {
            (texts.iter()).any(|text| holds(text, phrase, title))
        };
        let titled = |phrase: &str| any(&entry.title, phrase, true);
        let in_text = |phrase: &str| any(&entry.text, phrase, false);
        if phrase && titled(&whole) {
            Some(0)
        } else if phrase && in_text(&whole) {
            Some(1)
        } else if apart && !words.is_empty() && words.iter().all(|word| titled(word)) {
            Some(2)
        } else if apart
            && !words.is_empty()
            && words.iter().all(|word| titled(word) || in_text(word))
        {
            Some(3)
        } else {
            None
        }
    };
    let ranked = |phrase: bool, apart: bool| -> BTreeMap<u32, u8> {
        (0..)
            .zip(entries)
            .filter_map(|(number, entry)| Some((number, rank(entry, phrase, apart)?)))
            .collect()
    };
    if pieces.len() == 1 {
        let found = ranked(true, false);
        return match found.is_empty() {
            true => ranked(false, true),
            false => found,
        };
    }
    ranked(together, true)
}

/// Texts of few different characters, so that phrases come often; some letters,
/// blanks and stops.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[铝棒电价水再生金]{1,6}",
        2 => "[鋁電價水再]{1,4}",
        2 => "[ab]{1,4}",
        1 => Just("再生铝电价水".to_owned()),
        1 => Just("green Aluminium".to_owned()),
        1 => "[ ，。-]",
        1 => "[12]{1,2}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn entry() -> impl Strategy<Value = Entry> {
    let texts = |most| prop::collection::vec(text(), 0..most);
    (texts(3), texts(3)).prop_map(|(title, text)| Entry { title, text })
}

/// Something cut out of a text, or just anything.
fn typed(entries: &[Entry], from: usize, start: usize, length: usize) -> String {
    let entry = &entries[from % entries.len()];
    let texts: Vec<&String> = entry.title.iter().chain(&entry.text).collect();
    let Some(text) = texts.get(start % texts.len().max(1)) else {
        return String::new();
    };
    let chars: Vec<char> = text.chars().collect();
    let start = start % chars.len().max(1);
    chars.iter().skip(start).take(length).collect()
}

/// Sorted, as an index has them.
const SCRIPT: [(char, char); 3] = [('價', '价'), ('鋁', '铝'), ('電', '电')];

/// Enough for each build; more with `PROPTEST_CASES`.
fn cases() -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(100),
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn is_what_reading_all_texts_gives(
        base in prop::collection::vec(entry(), 1..16),
        repeat in 10..60_usize,
        cuts in prop::collection::vec((0..1000_usize, 0..1000_usize, 1..14_usize), 30),
        others in prop::collection::vec(text(), 10),
        files in prop::option::of(1..9_u32),
        articles in prop::option::of(0..=100_u32),
    ) {
        // Often enough that terms are written on.
        let entries: Vec<Entry> = (0..repeat).flat_map(|_| base.clone()).collect();
        let mut index = IndexInMemory::new(&entries, entries.len() / 3, files, Script::from_pairs(&SCRIPT));
        // Every entry, none, or the first ones are articles.
        let share = articles.unwrap_or_default() as usize;
        index.articles = (entries.len() * share / 100) as u32;
        let plain: Vec<Entry> = base.iter().map(|entry| folded(entry, &index.script)).collect();
        let cut = cuts.iter().map(|(from, start, length)| typed(&entries, *from, *start, *length));
        for typed in cut.chain(others.iter().cloned()) {
            let (found, _) = index.ask(&typed);
            let once = scan(&plain, &typed, &index.script);
            let expected: BTreeMap<u32, u8> = (0..repeat)
                .flat_map(|time| once.iter().map(move |(entry, rank)| (time, *entry, *rank)))
                .map(|(time, entry, rank)| ((time * base.len()) as u32 + entry, rank))
                .collect();
            let as_map: BTreeMap<u32, u8> = found.iter().map(|(rank, entry)| (*entry, *rank)).collect();
            prop_assert_eq!(as_map.len(), found.len(), "one twice for {:?}", &typed);
            prop_assert_eq!(&as_map, &expected, "for {:?}", &typed);
            let mut sorted = found.clone();
            sorted.sort_by_key(|(rank, entry)| (*rank, std::cmp::Reverse(*entry)));
            prop_assert_eq!(sorted, found, "the order for {:?}", &typed);
        }
    }
}

#[test]
fn nothing_stands_in_for_a_blank() {
    let entry = |text: &str| Entry {
        title: vec![],
        text: vec![text.to_owned()],
    };
    let entries = ["水 金电", "水电金电", "ab cd", "ab铝cd"].map(entry);
    let index = IndexInMemory::new(&entries, 0, None, Script::default());
    let found = |typed: &str| -> Vec<u32> {
        let (found, _) = index.ask(typed);
        let whole = found.into_iter().filter(|(rank, _)| *rank < 2);
        whole.map(|(_, entry)| entry).collect()
    };
    assert_eq!(found("水，金电"), [0]);
    assert_eq!(found("ab cd"), [2]);
}

/// An entry of one title and one text.
fn titled(title: &str, text: &str) -> Entry {
    Entry {
        title: vec![title.to_owned()],
        text: vec![text.to_owned()],
    }
}

/// What is found where every entry is an article, whose text can be read.
fn found_in_articles(entries: &[Entry], typed: &str) -> Vec<(u8, u32)> {
    let mut index = IndexInMemory::new(entries, 0, None, Script::default());
    index.articles = entries.len() as u32;
    index.ask(typed).0
}

#[test]
fn finds_a_phrase_whose_single_character_is_in_no_title() {
    // Alone, a Chinese character is looked for in titles only; in a phrase, anywhere.
    let entries = [titled("", "水-电-green Aluminium价")];
    assert_eq!(found_in_articles(&entries, "电-green Alumi"), [(1, 0)]);
    // The only title that has the character does not have the phrase.
    let entries = [
        titled("电 aluminium", "green"),
        titled("", "电 green aluminium"),
    ];
    assert_eq!(
        found_in_articles(&entries, "电-green Alumi"),
        [(1, 1), (3, 0)]
    );
}

#[test]
fn finds_by_pinyin_what_is_no_article_however_few_are_left() {
    // Its pinyin is in the index alone: no record has it to be read.
    let named = |name: &str, way: &str| Entry {
        title: vec![name.to_owned(), way.to_owned()],
        text: vec!["四省市 铝产业链".to_owned()],
    };
    let entries = [
        named("协同发展", "xie tong fa zhan"),
        named("铝锭", "lv ding"),
    ];
    let index = IndexInMemory::new(&entries, 0, None, Script::default());
    assert_eq!(index.ask("xie tong fa zhan").0, [(0, 0)]);
    assert_eq!(index.ask("四省市铝产业链").0, []);
    assert_eq!(index.ask("四省市 铝产业链").0, [(3, 1), (3, 0)]);
    // A sentence of few entries is read, and nothing more is asked of the index.
    let (found, files) = index.ask("协同发展 四省市 铝产业链");
    assert_eq!(found, [(3, 0)]);
    assert!(
        files.iter().all(|(_, kind, _)| *kind == Kind::Lists),
        "{files:?}"
    );
}

#[test]
fn looks_for_a_short_word_the_same_way_after_four_others() {
    // The shortest words come last, when few articles are left.
    let long = "alumina anode carbon furnace";
    let typed = |short: &str| format!("furnace carbon {short} anode alumina");
    // Two letters begin a title's word.
    let entries = [titled("abc", long)];
    assert_eq!(found_in_articles(&entries, &typed("ab")), [(3, 0)]);
    // A text's single character is not looked for.
    let entries = [titled("", &format!("水电 {long}"))];
    assert_eq!(found_in_articles(&entries, &typed("电")), []);
}
