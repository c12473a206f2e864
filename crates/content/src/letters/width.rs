//! Digits and letters as wide as Chinese characters, and what a Chinese keyboard types
//! into numbers.

use super::found::Odd;
use super::kind::Letter;

/// The digits of Chinese years and numbers, without the zero.
const DIGITS: &str = "一二三四五六七八九〇";

/// Adds those of a text.
pub(super) fn odd(text: &str, found: &mut Vec<Odd>) {
    let mut before = None;
    // Whether a circle that stood before was a zero.
    let mut zero = false;
    let mut rest = text.char_indices();
    while let Some((at, char)) = rest.next() {
        let range = at..at + char.len_utf8();
        let after = || rest.clone().map(|(_, char)| char);
        let next = after().next();
        let between = |is: fn(char) -> bool| before.is_some_and(is) && next.is_some_and(is);
        let narrow = || char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char);
        let was_zero = std::mem::take(&mut zero);
        let odd = match char {
            _ if is_wide(char) => Some(narrow()),
            '．' if between(is_digit) => Some('.'),
            '％' if before.is_some_and(is_digit) => Some('%'),
            '－' | '／' | '：' if between(is_wide_digit) => Some(narrow()),
            _ => None,
        };
        if let Some(mended) = odd {
            found.push(Odd::certain(range, Letter::FullWidth, mended.to_string()));
        } else if char == '。' && between(is_digit) && !ends_sentence(&text[..at], after()) {
            found.push(Odd::likely(range, Letter::Stop, Some('.'.to_string())));
        } else if matches!(char, '○' | '◯')
            && (was_zero || before.is_some_and(|digit| DIGITS.contains(digit)))
        {
            zero = true;
            found.push(Odd::certain(range, Letter::Circle, '〇'.to_string()));
        }
        before = Some(char);
    }
}

const fn is_wide(char: char) -> bool {
    is_wide_digit(char) || matches!(char, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

const fn is_wide_digit(char: char) -> bool {
    matches!(char, '０'..='９')
}

const fn is_digit(char: char) -> bool {
    char.is_ascii_digit() || is_wide_digit(char)
}

/// Dates, and what there is only a whole number of.
const COUNTED: &str = "年月日号时家个人名位条座台项次场批艘辆册届户";

/// The most digits that follow a decimal point here; more are a year.
const DECIMALS: usize = 3;

/// Whether a sentence ends between two numbers: one is a year, or what follows is
/// counted in whole ones.
fn ends_sentence(before: &str, after: impl Iterator<Item = char>) -> bool {
    let whole: Vec<char> = (before.chars().rev())
        .take_while(|char| is_digit(*char))
        .collect();
    let is_year = matches!(
        whole[..],
        [_, _, '9' | '９', '1' | '１'] | [_, _, '0' | '０', '2' | '２']
    );
    let mut after = after.peekable();
    let mut decimals = 0;
    while after.next_if(|char| is_digit(*char)).is_some() {
        decimals += 1;
    }
    is_year || decimals > DECIMALS || after.next().is_some_and(|char| COUNTED.contains(char))
}
