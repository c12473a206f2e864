//! What one can type for a Chinese name: in pinyin, whole or from any
//! character on, in syllables, and by their first letters. What is marked of a
//! name that matches so is marked with the help of its characters' pinyin.

use pinyin::ToPinyin;

/// How many syllables are written together at most: who types more has chosen.
const SYLLABLES: usize = 6;
/// How many first letters.
const INITIALS: usize = 8;

/// The ways of typing a name; none for one without Chinese characters.
pub fn typed(name: &str) -> Vec<String> {
    let mut ways = Vec::new();
    let mut syllables = Vec::new();
    for char in name.chars().chain([' ']) {
        match char.to_pinyin() {
            Some(syllable) => syllables.push(syllable.plain()),
            None => {
                add(&syllables, &mut ways);
                syllables.clear();
            }
        }
    }
    ways.dedup();
    ways
}

/// The characters of names, each once with its pinyin after it, `v` for ü.
pub fn spelled(names: &str) -> String {
    let mut spelled = String::new();
    for char in names.chars() {
        if let Some(syllable) = char.to_pinyin()
            && !spelled.contains(char)
        {
            spelled.push(char);
            spelled.push_str(&syllable.plain().replace('ü', "v"));
        }
    }
    spelled
}

fn add(syllables: &[&str], ways: &mut Vec<String>) {
    if syllables.is_empty() {
        return;
    }
    // ü has no key: some type v for it, some u.
    for letter in ["v", "u"] {
        let written: Vec<String> = (syllables.iter())
            .map(|syllable| syllable.replace('ü', letter))
            .collect();
        let mut words = Vec::new();
        for from in 0..written.len() {
            let rest = &written[from..];
            words.push(rest[..rest.len().min(SYLLABLES)].concat());
            let initials = rest.iter().take(INITIALS);
            words.push(
                initials
                    .filter_map(|syllable| syllable.chars().next())
                    .collect(),
            );
        }
        for way in [written.join(" "), words.join(" ")] {
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{spelled, typed};

    #[test]
    fn every_character_is_spelled_once() {
        assert_eq!(spelled("中孚铝业，中孚 2"), "中zhong孚fu铝lv业ye");
    }

    #[test]
    fn a_name_is_typed_whole_in_syllables_or_by_first_letters() {
        assert_eq!(typed("中孚"), ["zhong fu", "zhongfu zf fu f"]);
        assert_eq!(
            typed("铝业"),
            ["lv ye", "lvye ly ye y", "lu ye", "luye ly ye y"]
        );
        assert!(typed("Linfeng 6063").is_empty());
    }
}
