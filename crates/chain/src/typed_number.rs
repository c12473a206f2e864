//! A number as people type it, with whatever keyboard: `６１。５`, `615,000`, `61.5 万吨`.

use super::decimal;
use model::routes::narrow;

/// What stands in a field is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a number")]
pub struct NotANumber;

/// How many zeros a word stands for.
const POWERS: [(&str, usize); 6] = [
    ("万亿", 12),
    ("萬億", 12),
    ("亿", 8),
    ("億", 8),
    ("万", 4),
    ("萬", 4),
];

/// What a tonne is called.
const TONNES: [&str; 3] = ["t", "吨", "噸"];

/// Reads what stands in a field for numbers of a unit; `None` where nothing stands.
///
/// Full-width signs are read as narrow ones and `。` as a point. `，`, `、` and spaces
/// may stand where they group digits by three; the unit, or 万 and 亿, after them.
///
/// # Errors
/// When it is something else: nobody guesses what was meant.
pub fn read(text: &str, unit: &str) -> Result<Option<f64>, NotANumber> {
    let text: String = text.chars().filter_map(plain).collect();
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => ("-", text.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let number = |sign: char| sign.is_ascii_digit() || ".,' ".contains(sign);
    let end = text.find(|sign| !number(sign)).unwrap_or(text.len());
    let (digits, after) = text.split_at(end);
    if !digits.contains(|sign: char| sign.is_ascii_digit()) {
        return Err(NotANumber);
    }
    let power = power_of(after, unit).ok_or(NotANumber)?;
    let mut written = sign.to_owned();
    written.push_str(&shifted(&ungrouped(digits.trim())?, power));
    decimal::read(&written).map(Some).ok_or(NotANumber)
}

/// A sign as it is read; none for what nobody sees.
fn plain(sign: char) -> Option<char> {
    Some(match sign {
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return None,
        '。' | '｡' => '.',
        '、' | '､' => ',',
        '−' | '–' | '—' | '‐' | '‑' | '﹣' => '-',
        '﹢' => '+',
        '﹪' => '%',
        sign if sign.is_whitespace() => ' ',
        sign => narrow(sign),
    })
}

/// How many zeros the words behind the digits stand for; `None` if they say anything
/// else than that and the unit.
fn power_of(after: &str, unit: &str) -> Option<usize> {
    let (rest, power) = POWERS
        .iter()
        .find_map(|(word, power)| Some((after.strip_prefix(word)?, *power)))
        .unwrap_or((after, 0));
    let rest = rest.trim();
    let tonnes = TONNES.contains(&unit) && TONNES.contains(&rest);
    (rest.is_empty() || tonnes || rest.eq_ignore_ascii_case(unit)).then_some(power)
}

/// The digits without the signs that group them, if they do so by three.
fn ungrouped(digits: &str) -> Result<String, NotANumber> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let Some(between) = whole.chars().find(|sign| !sign.is_ascii_digit()) else {
        return Ok(digits.to_owned());
    };
    let mut groups = whole.split(between);
    let first = groups.next().unwrap_or_default();
    let by_three = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if !by_three {
        return Err(NotANumber);
    }
    let mut plain = whole.replace(between, "");
    if !fraction.is_empty() {
        plain.push('.');
        plain.push_str(fraction);
    }
    Ok(plain)
}

/// A number in digits times a power of ten.
fn shifted(digits: &str, power: usize) -> String {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut shifted = whole.to_owned();
    let (moved, left) = fraction.split_at_checked(power).unwrap_or((fraction, ""));
    shifted.push_str(moved);
    for _ in moved.len()..power {
        shifted.push('0');
    }
    if !left.is_empty() {
        shifted.push('.');
        shifted.push_str(left);
    }
    shifted
}
