//! How wide a text is, and where its lines break, without asking a browser.
//!
//! The site uses the reader's own fonts, so widths are estimates on the safe
//! side: a Chinese character is one em, a Latin one a bit more than half.
//! Lengths are in tenths of a pixel, as everywhere in the drawing.

/// The estimated width of a text at a font size.
pub fn width(text: &str, size: i32) -> i32 {
    text.chars().map(|letter| advance(letter, size)).sum()
}

fn advance(letter: char, size: i32) -> i32 {
    if is_wide(letter) {
        size
    } else {
        size * 11 / 20
    }
}

/// Chinese characters and their punctuation.
fn is_wide(letter: char) -> bool {
    letter >= '\u{2e80}'
}

/// Breaks a text into lines no wider than `most`: at spaces, and between
/// Chinese characters where no punctuation follows. A word that is wider
/// still stays whole.
pub fn wrap(text: &str, size: i32, most: i32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut filled = 0;
    for piece in pieces(text) {
        let piece_width = width(piece.trim_end(), size);
        if filled > 0 && filled + piece_width > most {
            lines.push(line.trim_end().to_owned());
            line.clear();
            filled = 0;
        }
        line.push_str(piece);
        filled += width(piece, size);
    }
    if !line.trim_end().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The parts of a text between which a line may break.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (index, letter) in text.char_indices() {
        let breaks = before.is_some_and(|before| {
            let after_space = before == ' ' && letter != ' ';
            let after_wide = is_wide(before) && !before.is_ascii() && letter != ' ';
            let before_wide = is_wide(letter);
            after_space
                || ((after_wide || before_wide)
                    && before != ' '
                    && !clings(letter)
                    && !opens(before))
        });
        if breaks {
            pieces.push(&text[start..index]);
            start = index;
        }
        before = Some(letter);
    }
    pieces.push(&text[start..]);
    pieces
}

/// Whether a letter must not begin a line.
fn clings(letter: char) -> bool {
    matches!(
        letter,
        '，' | '。' | '、' | '；' | '：' | '）' | '》' | '”' | '%' | '/' | ',' | '.'
    )
}

/// Whether a letter must not end a line.
fn opens(letter: char) -> bool {
    matches!(letter, '（' | '《' | '“' | '/' | '(')
}
