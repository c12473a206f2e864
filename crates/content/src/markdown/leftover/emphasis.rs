//! Marks of emphasis, and of what the site does not draw.

use super::{Line, Mend, begins_words};

/// A line with marks of emphasis that are read as text, or with marks of
/// something that there is not.
pub fn mend(source: &str, line: &Line) -> Option<Mend> {
    let text = &line.text;
    let has = |mark: &str| text.contains(mark) && unescaped(source, mark);
    let mark = ["**", "＊＊", "__", "~~", "```", "[^"]
        .into_iter()
        .find(|mark| has(mark))
        .or_else(|| highlighted(text).then_some("=="));
    let Some(mark) = mark else {
        return underscored(source, text);
    };
    let mended = match mark {
        "**" | "＊＊" => paired(&source.replace("＊＊", "**"), "**").map(|mended| {
            if mended == source {
                inwards(source)
            } else {
                mended
            }
        }),
        "==" => paired(source, "=="),
        "__" if !source.contains('`') => paired(source, "__"),
        _ => None,
    };
    let mended = mended.filter(|mended| mended != source);
    Some(Mend {
        found: mark.to_owned(),
        certain: mended.is_some() && matches!(mark, "**" | "＊＊") && !moved(source, &mended),
        line: mended,
    })
}

fn unescaped(source: &str, mark: &str) -> bool {
    source
        .match_indices(mark)
        .any(|(at, _)| !source[..at].ends_with('\\'))
}

/// The line with what is between each pair of marks in bold, without the spaces
/// that keep it from being read so.
fn paired(source: &str, mark: &str) -> Option<String> {
    let parts: Vec<&str> = source.split(mark).collect();
    if parts.len() < 3 || parts.len().is_multiple_of(2) || source.contains('\\') {
        return None;
    }
    let mut mended = String::with_capacity(source.len());
    for (index, part) in parts.iter().enumerate() {
        let words = part.trim();
        match index % 2 {
            0 => mended.push_str(part),
            _ if words.is_empty() || words.starts_with('*') => return None,
            _ => mended.push_str(&format!("**{words}**")),
        }
    }
    Some(mended)
}

/// The line with punctuation that keeps a pair of marks from being read moved out
/// of it: `A**“铝”**B` as `A“**铝**”B`.
fn inwards(source: &str) -> String {
    let is_mark = |sign: char| !sign.is_alphanumeric() && !sign.is_whitespace();
    let mut mended = String::with_capacity(source.len());
    for (index, part) in source.split("**").enumerate() {
        if index % 2 == 0 {
            mended.push_str(part);
            continue;
        }
        let words = part.trim_matches(is_mark);
        let start = part.len() - part.trim_start_matches(is_mark).len();
        if words.is_empty() {
            mended.push_str(part);
            continue;
        }
        let (before, after) = (&part[..start], &part[start + words.len()..]);
        mended.push_str(&format!("{before}**{words}**{after}"));
    }
    mended
}

/// Whether signs stand elsewhere than they did, which an editor should see first.
fn moved(source: &str, mended: &Option<String>) -> bool {
    let signs = |text: &str| text.replace('＊', "*").replace([' ', '\u{3000}'], "");
    mended
        .as_deref()
        .is_some_and(|mended| signs(mended) != signs(source))
}

/// Whether a text has words between `==`, which some programs draw on a ground of
/// their own.
fn highlighted(text: &str) -> bool {
    let parts: Vec<&str> = text.split("==").collect();
    parts.len() == 3 && !parts[1].trim().is_empty() && !parts[1].starts_with('=')
}

/// A line with Chinese words between underscores, which are no marks amid words.
fn underscored(source: &str, text: &str) -> Option<Mend> {
    let (start, _) = text
        .match_indices('_')
        .find(|(at, _)| begins_words(&text[at + 1..]) && !text[at + 1..].starts_with('['))?;
    let (words, _) = text[start + 1..].split_once('_')?;
    let found = format!("_{words}_");
    let before = text[..start].chars().next_back();
    let named = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
    let after = &text[start + found.len()..];
    let rest = after.find(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '.' | '_'));
    let in_name = after[..rest.unwrap_or(after.len())].contains('.');
    // 铝_锭_产.pdf is the name of a file.
    if words.contains(char::is_whitespace)
        || before.is_some_and(named)
        || after.starts_with(named)
        || in_name
    {
        return None;
    }
    Some(Mend {
        line: (source.contains(&found)).then(|| source.replacen(&found, &format!("*{words}*"), 1)),
        found,
        certain: false,
    })
}
