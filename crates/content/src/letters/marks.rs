//! Accents and choosers of forms that stand on nothing, and accents that stand apart
//! from their letter.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{
    GeneralCategory, GeneralCategoryGroup, UnicodeEmoji, UnicodeGeneralCategory,
};

use super::found::Odd;
use super::kind::{Letter, hidden};

/// Adds those of a text.
pub(super) fn odd(text: &str, found: &mut Vec<Odd>) {
    // The letter before, and where it begins.
    let mut before: Option<(usize, char)> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let range = at..at + char.len_utf8();
        let base = before.map(|(_, base)| base);
        if is_selector(char) {
            if !chooses(base, char) {
                found.push(Odd::certain(range, Letter::Selector, String::new()));
            }
            continue;
        }
        if !is_accent(char) {
            before = Some((at, char));
            continue;
        }
        let mut end = range.end;
        while let Some((at, next)) = chars.next_if(|(_, next)| is_accent(*next)) {
            end = at + next.len_utf8();
        }
        match before {
            Some((start, base)) if carries(base, char) => {
                let composed: String = text[start..end].nfc().collect();
                if composed != text[start..end] {
                    found.push(Odd::certain(start..end, Letter::Apart, composed));
                }
            }
            _ => found.push(Odd::likely(at..end, Letter::Accent, Some(String::new()))),
        }
    }
}

const fn is_selector(char: char) -> bool {
    matches!(char, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Accents begin behind the letters of Europe; nothing of Chinese is one.
fn is_accent(char: char) -> bool {
    char >= '\u{300}'
        && !matches!(char, '\u{3400}'..='\u{9fff}')
        && !is_selector(char)
        && char.general_category() == GeneralCategory::NonspacingMark
        && hidden(char).is_none()
}

/// Whether a character has forms that the selector chooses from.
fn chooses(base: Option<char>, selector: char) -> bool {
    let Some(base) = base else {
        return false;
    };
    match selector {
        '\u{e0100}'.. => is_han(base),
        '\u{fe0e}' | '\u{fe0f}' => base.is_emoji_char(),
        _ => !base.is_ascii() && !base.is_whitespace(),
    }
}

/// Whether an accent can stand on a character: on a Chinese one only the marks of tones.
fn carries(base: char, accent: char) -> bool {
    match base {
        _ if is_han(base) => matches!(accent, '\u{302a}'..='\u{302d}'),
        _ if base.is_whitespace() || base.is_control() => false,
        _ => base.general_category_group() != GeneralCategoryGroup::Punctuation,
    }
}

pub(super) const fn is_han(char: char) -> bool {
    matches!(char, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
