//! What the reader has kept to look at side by side: scenarios under names. They stand
//! in the address beside the view, so that a link takes them along.
//!
//! An address has only what differs from a preset: whatever the editors publish anew of
//! the rest, a kept scenario follows.

use super::view::{Menu, Note, Wrong, note, push, push_inputs, read_input};
use super::{Balance, Inputs};
use model::Input;
use model::routes::plain_pairs;

/// How many can be kept.
pub const MOST: usize = 4;
/// How many characters a name may have.
pub const LONGEST: usize = 40;

/// A scenario that the reader has kept.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptScenario {
    /// What the reader calls it: tidy, and never empty.
    pub name: String,
    /// The preset that it comes from: its place in the page's list.
    pub preset: usize,
    /// The inputs.
    pub inputs: Inputs,
}

/// A name as it is shown: on one line, without signs that nobody sees or that turn the
/// line around, no longer than may be.
pub fn tidy(name: &str) -> String {
    let seen: String = (name.chars())
        .filter(|sign| !is_unseen(*sign))
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect();
    let mut tidy = String::new();
    let mut room = LONGEST;
    for word in seen.split_whitespace() {
        let space = (!tidy.is_empty()).then_some(' ');
        for sign in space.into_iter().chain(word.chars()).take(room) {
            tidy.push(sign);
            room -= 1;
        }
    }
    // The last that there was room for may be a space.
    tidy.truncate(tidy.trim_end().len());
    tidy
}

/// Whether a sign takes no place, or turns around what follows it.
const fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Adds what is kept to the query of an address.
pub fn write(query: &mut String, kept: &[KeptScenario], menu: &Menu) {
    for (place, scenario) in kept.iter().enumerate() {
        let mut prefix = prefix(place);
        push(query, &prefix, "", &packed(&scenario.name));
        prefix.push('-');
        if scenario.preset != 0 {
            push(query, &prefix, "preset", menu.id(scenario.preset));
        }
        let base = menu.inputs(scenario.preset);
        push_inputs(query, &prefix, &scenario.inputs, &base);
    }
}

/// What a query says was kept, and what of it could not be followed. A name that cannot
/// be read, or numbers without a balance, keep nothing.
pub fn read(query: &str, menu: &Menu) -> (Vec<KeptScenario>, Vec<Note>) {
    let pairs = plain_pairs(query);
    let mut notes = Vec::new();
    let mut kept = Vec::new();
    for place in 0..MOST {
        let prefix = prefix(place);
        let pairs = || {
            let pairs = pairs.iter();
            pairs.filter_map(|(name, value)| Some((name.strip_prefix(&*prefix)?, &**value)))
        };
        let mut note = |name: &str, value: &str, why| {
            notes.push(note(&[&*prefix, name].concat(), value, why));
        };
        let mut found = None;
        let mut preset = 0;
        for (name, value) in pairs() {
            let known = match name {
                "" => {
                    found = unpacked(value);
                    found.is_some()
                }
                "-preset" => {
                    let place = menu.find(value);
                    preset = place.unwrap_or(preset);
                    place.is_some()
                }
                _ => true,
            };
            if !known {
                note(name, value, Wrong::UnknownWord);
            }
        }
        let Some(name) = found else {
            continue;
        };
        let mut inputs = menu.inputs(preset);
        for (name, value) in pairs() {
            let input = name.strip_prefix('-').and_then(Input::from_key);
            let read = input.map(|input| read_input(input, value, &mut inputs));
            if let Some(Err(why)) = read {
                note(name, value, why);
            }
        }
        match Balance::new(&inputs) {
            Ok(_) => kept.push(KeptScenario {
                name,
                preset,
                inputs,
            }),
            Err(_) => note("", &packed(&name), Wrong::Impossible),
        }
    }
    (kept, notes)
}

/// What a place's names in an address begin with: `kept1`.
fn prefix(place: usize) -> String {
    let mut prefix = String::from("kept");
    prefix.push(char::from(b'1' + place as u8));
    prefix
}

/// A name as one plain word, which whoever passes the address on leaves as it is: letters
/// and digits of ASCII, `-` for a space, and `_60c5` for every other unit of UTF-16.
fn packed(name: &str) -> String {
    let mut word = String::new();
    for unit in name.encode_utf16() {
        match char::from_u32(u32::from(unit)) {
            Some(' ') => word.push('-'),
            Some(sign) if sign.is_ascii_alphanumeric() => word.push(sign),
            _ => {
                word.push('_');
                for shift in [12, 8, 4, 0] {
                    let digit = char::from_digit((u32::from(unit) >> shift) & 15, 16);
                    word.extend(digit);
                }
            }
        }
    }
    word
}

/// The name that a word stands for, if it does.
fn unpacked(word: &str) -> Option<String> {
    let mut units = Vec::new();
    let mut signs = word.chars();
    while let Some(sign) = signs.next() {
        units.push(match sign {
            '-' => u16::from(b' '),
            '_' => {
                let mut unit = 0;
                for _ in 0..4 {
                    unit = (unit << 4) | signs.next()?.to_digit(16)? as u16;
                }
                unit
            }
            sign if sign.is_ascii_alphanumeric() => sign as u16,
            _ => return None,
        });
    }
    let name = tidy(&String::from_utf16(&units).ok()?);
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_becomes_a_plain_word_and_back() {
        for (name, word) in [
            ("One tonne", "One-tonne"),
            ("情景 2", "_60c5_666f-2"),
            ("=1+1&a=b", "_003d1_002b1_0026a_003db"),
            ("a-b_c", "a_002db_005fc"),
            ("铝🥫", "_94dd_d83e_dd6b"),
        ] {
            assert_eq!(packed(name), word);
            assert_eq!(unpacked(word).as_deref(), Some(name));
        }
    }

    #[test]
    fn what_is_no_such_word_is_no_name() {
        for word in [
            "", "-", "_", "_60c", "_60cx", "_d83e", "_202e", "%41", "情景", "a b", "_000a",
        ] {
            assert_eq!(unpacked(word), None, "{word}");
        }
    }

    #[test]
    fn a_name_is_on_one_line_and_not_too_long() {
        assert_eq!(tidy("  一\n二\t 三 "), "一 二 三");
        assert_eq!(tidy("a\u{202e}b\u{200b}c"), "abc");
        assert_eq!(tidy(&"长".repeat(60)), "长".repeat(LONGEST));
        assert_eq!(
            tidy(&["a".repeat(LONGEST - 1), "b".into()].join(" ")),
            "a".repeat(LONGEST - 1)
        );
        assert_eq!(tidy(" \u{3000}\u{feff}"), "");
    }
}
