//! Bold type beside signs that CommonMark wants a space at: `**重点:**2025年`,
//! `A**“铝都”**B`.

use std::borrow::Cow;

/// Stands for a letter beside such signs, and is never shown: no text has it, which is
/// refused as what is no character.
pub const LETTER: char = '\u{fdd0}';

/// A line whose marks of bold type come in pairs, with a letter between each mark and a
/// sign that would keep it from being read as one.
pub fn read(line: Cow<'_, str>) -> Cow<'_, str> {
    const MARK: &str = "**";
    if !line.contains(MARK) || line.contains("***") || line.contains(['`', '\\']) {
        return line;
    }
    let parts: Vec<&str> = line.split(MARK).collect();
    let is_pair = |words: &&str| {
        let edges = [words.chars().next(), words.chars().next_back()];
        edges
            .iter()
            .all(|edge| edge.is_some_and(|sign| !sign.is_whitespace()))
    };
    let within = || parts.iter().skip(1).step_by(2);
    if parts.len().is_multiple_of(2) || !within().all(is_pair) {
        return line;
    }
    let touches = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let mut read = String::with_capacity(line.len() + 8);
    for (index, part) in parts.iter().enumerate() {
        if index % 2 == 0 {
            read.push_str(part);
            continue;
        }
        let letter = |needed: bool| if needed { Some(LETTER) } else { None };
        let opens = touches(parts[index - 1].chars().next_back()) && !touches(part.chars().next());
        let closes = touches(parts[index + 1].chars().next()) && !touches(part.chars().next_back());
        read.push_str(MARK);
        read.extend(letter(opens));
        read.push_str(part);
        read.extend(letter(closes));
        read.push_str(MARK);
    }
    match read == line {
        true => line,
        false => Cow::Owned(read),
    }
}
