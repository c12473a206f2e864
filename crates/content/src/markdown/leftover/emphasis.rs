//! Marks of emphasis, and of what the site does not draw.

use super::{Line, Mend};

/// A line with marks of emphasis that are read as text, or with marks of
/// something that there is not.
pub fn mend(source: &str, line: &Line) -> Option<Mend> {
    let text = &line.text;
    let has = |mark: &str| text.contains(mark) && unescaped(source, mark);
    let mark = ["**", "＊＊", "__", "~~", "```", "[^"]
        .into_iter()
        .find(|mark| has(mark))?;
    let mended = match mark {
        "**" | "＊＊" => paired(&source.replace("＊＊", "**"), "**"),
        "__" if !source.contains('`') => paired(source, "__"),
        _ => None,
    };
    let mended = mended.filter(|mended| mended != source);
    Some(Mend {
        found: mark.to_owned(),
        certain: mended.is_some() && mark != "__",
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
