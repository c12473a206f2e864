//! What other programs draw of Markdown, and this site does not: lists to tick off, a
//! table of contents, boxes, formulas, raised and lowered digits.

use super::{Line, Mend};

/// A line with something of that.
pub fn mend(source: &str, line: &Line) -> Option<Mend> {
    let text = line.text.trim();
    alone(text, line)
        .or_else(|| of_heading(source, text))
        .or_else(|| ticked(source, text, line))
        .or_else(|| formula(text))
        .or_else(|| raised(source, text))
}

fn found(signs: &str, line: Option<String>) -> Option<Mend> {
    Some(Mend {
        found: signs.to_owned(),
        line,
        certain: false,
    })
}

/// What stands for itself on a line.
fn alone(text: &str, line: &Line) -> Option<Mend> {
    if !line.begins {
        return None;
    }
    let drawn = |sign: char| matches!(sign, '\u{2500}'..='\u{257f}');
    let ruled = text.starts_with("+-") && text.bytes().all(|byte| b"+-=".contains(&byte));
    if ruled || (text.starts_with(drawn) && text.chars().any(|sign| "│║┬╦┼╬┴╩".contains(sign)))
    {
        return found(&text.chars().take(12).collect::<String>(), None);
    }
    let lower = text.to_ascii_lowercase();
    if ["[toc]", "[[toc]]", "[[_toc_]]"].contains(&lower.as_str()) || text.starts_with(":::") {
        return found(text, None);
    }
    if text.starts_with("[[") && text.ends_with("]]") {
        return found(text, None);
    }
    let kind = text.strip_prefix("[!")?.split_once(']')?.0;
    let is_box = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_box.then(|| found(&format!("[!{kind}]"), None)).flatten()
}

/// `## 附表 {#cap}`, and `## 附表##`, which is closed without a space.
fn of_heading(source: &str, text: &str) -> Option<Mend> {
    if !source.trim_start().starts_with("##") {
        return None;
    }
    let named = text.rfind("{#").filter(|_| text.ends_with('}'));
    let words = match named {
        Some(at) => &text[..at],
        None => text.trim_end_matches('#'),
    };
    // C# is a word.
    let closed =
        words.len() < text.len() && !words.ends_with(|sign: char| sign.is_ascii_alphanumeric());
    let signs = &text[words.len()..];
    let mended = source.trim_end().strip_suffix(signs)?.trim_end().to_owned();
    (named.is_some() || closed)
        .then(|| found(signs, Some(mended)))
        .flatten()
}

/// `- [ ] 待办`
fn ticked(source: &str, text: &str, line: &Line) -> Option<Mend> {
    let boxes = [("[ ] ", "☐ "), ("[x] ", "☑ "), ("[X] ", "☑ ")];
    let (signs, drawn) = boxes
        .into_iter()
        .find(|(signs, _)| text.starts_with(signs))?;
    let mended = line.begins.then(|| source.replacen(signs, drawn, 1));
    found(signs.trim_end(), mended)
}

/// `$E=mc^2$`; not what costs `$500`.
fn formula(text: &str) -> Option<Mend> {
    let (_, rest) = text.split_once('$')?;
    let rest = rest.strip_prefix('$').unwrap_or(rest);
    let (inside, _) = rest.split_once('$')?;
    let is_formula = inside.contains(['\\', '^', '_', '{']) && inside.is_ascii();
    is_formula
        .then(|| found(&format!("${inside}$"), None))
        .flatten()
}

/// `H~2~O`, `m^3^`, `10^4^`: digits between two signs, in a word.
fn raised(source: &str, text: &str) -> Option<Mend> {
    [('^', RAISED), ('~', LOWERED)]
        .into_iter()
        .find_map(|(mark, drawn)| {
            let (start, _) = text.match_indices(mark).find(|(at, _)| {
                let word =
                    text[..*at].ends_with(|sign: char| sign.is_ascii_alphanumeric() || sign == ')');
                // 5~10~20 is two ranges.
                word && (mark == '^' || !text[..*at].ends_with(|sign: char| sign.is_ascii_digit()))
            })?;
            let (inside, _) = text[start + 1..].split_once(mark)?;
            let short = (1..=3).contains(&inside.len());
            let drawn: Option<String> = (inside.chars())
                .map(|sign| {
                    "0123456789+-"
                        .find(sign)
                        .and_then(|place| drawn.chars().nth(place))
                })
                .collect();
            let drawn = drawn.filter(|_| short)?;
            let signs = format!("{mark}{inside}{mark}");
            let mended = source.replacen(&signs, &drawn, 1);
            found(&signs, (mended != source).then_some(mended))
        })
}

/// Digits and signs above the line and below it, in the order of the plain ones.
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋";
