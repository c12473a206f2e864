//! Faults as text for a terminal.

use std::fmt::Write;

use super::{Excerpt, Fault, Faults};
use crate::content::Lang;

impl Fault {
    /// File, position and message in one line.
    pub fn headline(&self, lang: Lang) -> String {
        let mut text = self.file.clone();
        if let Some(position) = self.position {
            let _ = write!(text, ":{position}");
        }
        text.push_str("  ");
        text.push_str(&self.kind.message(lang));
        text
    }

    /// The message, then the path to the value and the line with the place marked.
    pub fn render(&self, lang: Lang) -> String {
        let mut text = self.headline(lang);
        if !self.path.is_empty() {
            let _ = write!(text, "\n    › {}", self.path);
        }
        if let (Some(position), Some(excerpt)) = (self.position, &self.excerpt) {
            let number = position.line.to_string();
            let gap = " ".repeat(number.len());
            let _ = write!(text, "\n    {number} │ {}", excerpt.line);
            let _ = write!(text, "\n    {gap} │ {}", marks(excerpt));
        }
        text
    }
}

impl Faults {
    /// Every fault, those of a file together, and a closing line that counts them.
    pub fn render(&self, lang: Lang) -> String {
        let mut text = String::new();
        for file in self.0.chunk_by(|a, b| a.file == b.file) {
            for fault in file {
                text.push_str(&fault.render(lang));
                text.push('\n');
            }
            text.push('\n');
        }
        text.push_str(&self.closing(lang));
        text
    }

    fn closing(&self, lang: Lang) -> String {
        let (count, files) = (self.count(), self.files());
        match lang {
            Lang::ZhHans => format!("共 {count} 处问题，涉及 {files} 个文件。"),
            Lang::En => format!(
                "{count} fault{} in {files} file{}.",
                plural(count),
                plural(files)
            ),
        }
    }
}

pub(super) const fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// Carets under the fault. A wide character is as wide as an ideographic
/// space, and two carets.
fn marks(excerpt: &Excerpt) -> String {
    let mut chars = excerpt.line.chars();
    let mut text: String = chars
        .by_ref()
        .take(excerpt.before)
        .map(|char| match char {
            '\t' => '\t',
            char if wide(char) => '\u{3000}',
            _ => ' ',
        })
        .collect();
    let covered: usize = chars
        .take(excerpt.covers)
        .map(|char| 1 + usize::from(wide(char)))
        .sum();
    text.push_str(&"^".repeat(covered.max(1)));
    text
}

/// East Asian wide characters, as far as Chinese text has them.
fn wide(char: char) -> bool {
    matches!(char, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}
