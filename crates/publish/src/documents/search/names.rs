//! What one can type for a Chinese name: in pinyin, whole or from any
//! character on, in syllables, and by their first letters; a character that is read in
//! several ways by each of them. What is marked of a name that matches so is marked with
//! the help of its characters' pinyin.

mod readings;

use rustc_hash::FxHashSet;

use readings::readings;

/// How many syllables are written together at most: who types more has chosen.
const SYLLABLES: usize = 6;
/// How many first letters.
const INITIALS: usize = 8;
/// In how many ways the characters from one on are written at most: beyond, a character
/// that is read in several ways counts as its first.
const WAYS: usize = 256;
/// In how many ways a name is written in syllables that stand apart: each of them is
/// found in any case, only less exactly.
const APART: usize = 16;

/// The ways of typing a name; none for one without Chinese characters.
pub fn typed(name: &str) -> Vec<String> {
    let mut ways = Vec::new();
    let mut syllables: Vec<Vec<String>> = Vec::new();
    for char in name.chars().chain([' ']) {
        match spellings(char) {
            spellings if spellings.is_empty() => {
                add(&syllables, &mut ways);
                syllables.clear();
            }
            spellings => syllables.push(spellings),
        }
    }
    ways
}

/// The characters of names, each once with its readings after it, `v` for ü.
pub fn spelled(names: &str) -> String {
    let mut spelled = String::new();
    for char in names.chars() {
        let readings = readings(char);
        if !readings.is_empty() && !spelled.contains(char) {
            spelled.push(char);
            spelled.push_str(&readings.join(","));
        }
    }
    spelled
}

/// How a character is typed: ü has no key, some type v for it, some u.
fn spellings(char: char) -> Vec<String> {
    let mut spellings: Vec<String> = Vec::new();
    for reading in readings(char) {
        let other = reading.replace('v', "u");
        add_new(&mut spellings, reading);
        add_new(&mut spellings, other);
    }
    spellings
}

fn add(syllables: &[Vec<String>], ways: &mut Vec<String>) {
    if syllables.is_empty() {
        return;
    }
    let initials: Vec<Vec<String>> = syllables
        .iter()
        .map(|spellings| firsts(spellings))
        .collect();
    let mut known = FxHashSet::default();
    let mut words = String::new();
    for from in 0..syllables.len() {
        let whole = written(first(&syllables[from..], SYLLABLES), "", WAYS);
        let short = written(first(&initials[from..], INITIALS), "", WAYS);
        for word in whole.into_iter().chain(short) {
            if !known.contains(&word) {
                words.push_str(&word);
                words.push(' ');
                known.insert(word);
            }
        }
    }
    words.pop();
    for way in written(syllables, " ", APART).into_iter().chain([words]) {
        add_new(ways, way);
    }
}

/// The first letters of spellings.
fn firsts(spellings: &[String]) -> Vec<String> {
    let mut firsts = Vec::new();
    for letter in spellings.iter().filter_map(|spelling| spelling.get(..1)) {
        add_new(&mut firsts, letter.to_owned());
    }
    firsts
}

fn first(syllables: &[Vec<String>], most: usize) -> &[Vec<String>] {
    &syllables[..syllables.len().min(most)]
}

/// Syllables in a row, in every way that they are spelled.
fn written(syllables: &[Vec<String>], between: &str, most: usize) -> Vec<String> {
    let mut ways = vec![String::new()];
    for (index, spellings) in syllables.iter().enumerate() {
        let all = ways.len() * spellings.len() <= most;
        let spellings = if all { &spellings[..] } else { &spellings[..1] };
        let between = if index > 0 { between } else { "" };
        let longer = ways.iter().flat_map(|way| {
            let longer = move |spelling: &String| format!("{way}{between}{spelling}");
            spellings.iter().map(longer)
        });
        ways = longer.collect();
    }
    ways
}

fn add_new(all: &mut Vec<String>, one: String) {
    if !all.contains(&one) {
        all.push(one);
    }
}

#[cfg(test)]
mod tests {
    use super::{WAYS, spelled, typed};

    #[test]
    fn every_character_is_spelled_once() {
        assert_eq!(spelled("中孚铝业，中孚 2"), "中zhong孚fu铝lv业ye");
        assert_eq!(spelled("重庆"), "重zhong,chong庆qing");
        assert_eq!(spelled("銀行"), "銀yin行xing,hang,heng");
    }

    #[test]
    fn a_name_is_typed_whole_in_syllables_or_by_first_letters() {
        assert_eq!(typed("中孚"), ["zhong fu", "zhongfu zf fu f"]);
        assert_eq!(typed("铝业"), ["lv ye", "lu ye", "lvye luye ly ye y"]);
        assert!(typed("Linfeng 6063").is_empty());
    }

    #[test]
    fn a_character_of_several_readings_is_typed_by_each() {
        assert_eq!(
            typed("重庆"),
            [
                "zhong qing",
                "chong qing",
                "zhongqing chongqing zq cq qing q"
            ]
        );
        assert_eq!(
            typed("长乐"),
            [
                "zhang le",
                "zhang yue",
                "chang le",
                "chang yue",
                "zhangle zhangyue changle changyue zl zy cl cy le yue l y"
            ]
        );
    }

    #[test]
    fn a_name_of_many_readings_is_written_in_so_many_ways_and_no_more() {
        let ways = typed(&"重行长乐都朝厦单".repeat(3));
        let words: Vec<&str> = ways.last().unwrap().split(' ').collect();
        assert!(words.len() <= 24 * 2 * WAYS, "{}", words.len());
        // Of the first ones all are there, whatever follows.
        for begins in [
            "chonghengchangyue",
            "zhongxingzhangle",
            "leduzhaoxia",
            "chcyd",
            "zxzl",
        ] {
            assert!(
                words.iter().any(|word| word.starts_with(begins)),
                "{begins}"
            );
        }
    }
}
