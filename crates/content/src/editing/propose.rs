//! Ids, proposed from names.

use pinyin::ToPinyin;

/// Words that every company here has.
const COMMON: [&str; 12] = [
    "co",
    "ltd",
    "limited",
    "company",
    "guangyuan",
    "sichuan",
    "the",
    "a",
    "an",
    "of",
    "and",
    "in",
];

/// At most so many words of a name.
const WORDS: usize = 4;

/// The most characters of an id: a name of a file has 255 bytes at most, and
/// publishing puts more behind it.
pub const LONGEST: usize = 200;

/// At most so many characters are proposed: what is read in an address.
const SHORT: usize = 60;

/// An id from a name: of its English, or else of its Chinese in pinyin.
pub fn id(chinese: &str, english: Option<&str>) -> String {
    let words = match english {
        Some(english) => of_english(english),
        None => of_chinese(chinese),
    };
    shortened(&words.join("-")).to_owned()
}

/// Whole words, as many as are short together; of a single long one, a part.
fn shortened(id: &str) -> &str {
    let Some(head) = id.get(..SHORT).filter(|_| id.len() > SHORT) else {
        return id;
    };
    let ends = id[SHORT..].starts_with('-');
    let words = head.rsplit_once('-').filter(|_| !ends);
    words.map_or(head, |(words, _)| words)
}

/// The id, or the next that is free with a number behind it.
pub fn free(id: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned())
        .chain(numbered)
        .find(|id| !taken(id))
        .unwrap_or_else(|| id.to_owned())
}

fn of_english(name: &str) -> Vec<String> {
    let words: Vec<String> = name
        .split(|char: char| !char.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let telling: Vec<String> = words
        .iter()
        .filter(|word| !COMMON.contains(&word.as_str()))
        .take(WORDS)
        .cloned()
        .collect();
    if telling.is_empty() { words } else { telling }
}

/// A syllable a sign; what is no Chinese stays together.
fn of_chinese(name: &str) -> Vec<String> {
    let name = [
        "四川",
        "广元市",
        "广元",
        "有限责任公司",
        "股份有限公司",
        "有限公司",
    ]
    .iter()
    .fold(name.to_owned(), |name, common| name.replace(common, ""));
    let (mut words, mut latin) = (Vec::new(), String::new());
    for char in name.chars() {
        if char.is_ascii_alphanumeric() {
            latin.push(char.to_ascii_lowercase());
            continue;
        }
        if !latin.is_empty() {
            words.push(std::mem::take(&mut latin));
        }
        if let Some(syllable) = char.to_pinyin() {
            words.push(syllable.plain().replace('ü', "v"));
        }
    }
    if !latin.is_empty() {
        words.push(latin);
    }
    words.truncate(2 * WORDS);
    words
}
