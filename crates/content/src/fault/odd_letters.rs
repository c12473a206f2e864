//! What is said of letters that look right and are others.

use crate::letters::{Letter, code_point};
use model::Lang;

/// So many are named; the rest are counted.
const NAMED: usize = 4;

/// Each letter with its number and what it is: “⼴”（U+2F34 康熙部首）.
pub fn named(found: &[(String, Letter)], lang: Lang) -> String {
    let zh = lang != Lang::En;
    let named = found.iter().take(NAMED).map(|(text, letter)| {
        let code = text.chars().next().map_or(0, u32::from);
        let code = code_point(code, Some(*letter), lang);
        match zh {
            true => format!("“{text}”（{code}）"),
            false => format!("`{text}` ({code})"),
        }
    });
    let mut named: Vec<String> = named.collect();
    let between = if zh { "、" } else { ", " };
    match found.len().saturating_sub(NAMED) {
        0 => named.join(between),
        more if zh => format!("{}等，另有 {more} 处", named.join(between)),
        more => {
            named.push(format!("and {more} more"));
            named.join(between)
        }
    }
}
