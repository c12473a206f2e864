//! A text in lines of a width, broken where Unicode allows it: no line begins
//! with a comma.

use unicode_linebreak::linebreaks;

use super::font::width;

/// The mark of what was left out.
const MORE: &str = "…";

/// Breaks a text; when it takes more than `most` lines the last ends in `…`.
pub fn lines(text: &str, size: f32, wide: f32, most: usize) -> Vec<String> {
    let mut lines = whole(text, size, wide);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(last, size) + width(MORE, size) > wide {
                last.pop();
            }
            let kept = last.trim_end_matches(|end: char| !end.is_alphanumeric());
            *last = [kept, MORE].concat();
        }
    }
    lines
}

/// Breaks a text into as many lines as it takes.
pub fn whole(text: &str, size: f32, wide: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut from = 0;
    for (to, _) in linebreaks(text) {
        let piece = text.get(from..to).unwrap_or_default();
        from = to;
        for piece in fitting(piece, size, wide) {
            match lines.last_mut() {
                Some(line) if width(&[line, piece.trim_end()].concat(), size) <= wide => {
                    line.push_str(piece);
                }
                _ => lines.push(piece.to_owned()),
            }
        }
    }
    (lines.iter())
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// A piece; or its characters, when it alone is wider than a line.
fn fitting(piece: &str, size: f32, wide: f32) -> Vec<&str> {
    if width(piece.trim_end(), size) <= wide {
        return vec![piece];
    }
    piece
        .split_inclusive(|_: char| true)
        .filter(|piece| !piece.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_where_a_reader_would() {
        let text = "广元前三季度铝产业产值，同比增长百分之十一";
        let lines = whole(text, 10.0, 115.0);
        assert_eq!(lines, ["广元前三季度铝产业产", "值，同比增长百分之十一"]);
        assert_eq!(
            whole("Primary aluminium", 10.0, 60.0),
            ["Primary", "aluminium"]
        );
    }

    #[test]
    fn says_that_there_is_more() {
        assert_eq!(lines("铝产业产业产业", 10.0, 40.0, 1), ["铝产业…"]);
        assert_eq!(lines("铝产业", 10.0, 40.0, 1), ["铝产业"]);
    }

    #[test]
    fn breaks_a_word_wider_than_a_line() {
        let lines = whole("aaaaaaaaaaaaaaaaaaaa", 10.0, 40.0);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat().len(), 20);
    }
}
