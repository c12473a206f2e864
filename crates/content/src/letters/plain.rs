//! What a letter is in every case.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_security::confusable_detection::skeleton;

use super::addresses::addresses;
use super::kind::Letter;

/// Radicals that Unicode equates with a character (`Equivalent_Unified_Ideograph`), and
/// that neither its compatibility forms nor its confusable ones name.
const RADICALS: [(char, char); 10] = [
    ('⺄', '乙'),
    ('⺈', '刀'),
    ('⺌', '小'),
    ('⺍', '小'),
    ('⺜', '日'),
    ('⺧', '牛'),
    ('⺼', '肉'),
    ('⻑', '長'),
    ('⻗', '雨'),
    // The confusable one is a name of its own.
    ('⺗', '心'),
];

/// The text with every letter that is another one in every case as that letter, its
/// accents composed; addresses as they are. Most texts have none: they come back as they
/// are.
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let addresses = addresses(text);
    if addresses.is_empty() {
        return letters(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut from = 0;
    for address in addresses {
        plain.push_str(&letters(&text[from..address.start]));
        plain.push_str(&text[address.clone()]);
        from = address.end;
    }
    plain.push_str(&letters(&text[from..]));
    Cow::Owned(plain)
}

/// The same of a text without addresses.
fn letters(text: &str) -> Cow<'_, str> {
    let mut changed = false;
    let mut letters = String::with_capacity(text.len());
    for char in text.chars() {
        match of(char) {
            Some((_, letter)) => {
                changed = true;
                letters.push_str(&letter);
            }
            None => letters.push(char),
        }
    }
    match is_nfc_quick(letters.chars()) {
        IsNormalized::Yes if changed => Cow::Owned(letters),
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(letters.nfc().collect()),
    }
}

/// Whether a character is plain whatever stands beside it: all that most texts have.
const fn is_plain(char: char) -> bool {
    matches!(char, '\0'..='\u{2ff}' | '\u{2010}'..='\u{20cf}' | '\u{3000}'..='\u{3029}'
        | '\u{3400}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}')
}

/// What a letter by itself is in every case, and of which kind it is; none if it is
/// itself. Accents that stand apart are none of one letter's.
pub(super) fn of(char: char) -> Option<(Letter, String)> {
    let composed = |kind: Letter| {
        let one: String = char.nfc().collect();
        (!one.chars().eq([char])).then_some((kind, one))
    };
    let compatible = |kind: Letter| {
        let other: String = char.nfkc().collect();
        (!other.chars().eq([char])).then_some((kind, other))
    };
    match char {
        '\u{2e80}'..='\u{2eff}' => Some((Letter::Radical, radical(char)?.to_string())),
        '\u{2f00}'..='\u{2fdf}' => compatible(Letter::Kangxi),
        // Twelve of them are characters like any other.
        '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}' => composed(Letter::Compatibility),
        '\u{ff61}'..='\u{ffee}' => compatible(Letter::HalfWidth),
        '\u{fb00}'..='\u{fb06}' | '\u{1d400}'..='\u{1d7ff}' => compatible(Letter::Styled),
        _ if is_plain(char) => None,
        _ => composed(Letter::Apart),
    }
}

/// The character that a radical beyond Kangxi's looks like.
fn radical(char: char) -> Option<char> {
    let written = RADICALS.iter().find(|(radical, _)| *radical == char);
    if let Some((_, letter)) = written {
        return Some(*letter);
    }
    let mut buffer = [0; 4];
    let mut looks = skeleton(char.encode_utf8(&mut buffer));
    let letter = looks.next().filter(|letter| *letter != char)?;
    looks.next().is_none().then_some(letter)
}

/// Every character that is another one in every case, and that one: what a reader may
/// type or paste who looks for it. Sorted.
pub fn pairs() -> impl Iterator<Item = (char, char)> {
    let blocks = [
        '\u{2e80}'..='\u{2fdf}',
        '\u{f900}'..='\u{faff}',
        '\u{2f800}'..='\u{2fa1f}',
    ];
    blocks.into_iter().flatten().filter_map(|char| {
        let (_, letters) = of(char)?;
        let mut letters = letters.chars();
        let letter = letters.next()?;
        letters.next().is_none().then_some((char, letter))
    })
}
