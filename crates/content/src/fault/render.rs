//! Faults as text for a terminal.

use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

use super::visible::visible;
use super::{Excerpt, Fault, Faults};
use model::Lang;

impl Fault {
    /// File, position and message in one line.
    pub fn headline(&self, lang: Lang) -> String {
        let mut text = self.file.clone();
        if let Some(position) = self.position {
            let _ = write!(text, ":{position}");
        }
        text.push_str("  ");
        if self.is_warning() {
            text.push_str(match lang {
                Lang::En => "warning: ",
                _ => "提醒｜",
            });
        }
        text.push_str(&self.kind.message(lang));
        let _ = write!(text, " [{}]", self.kind.code());
        visible(&text)
    }

    /// File and way to the value, in the words editors know.
    pub fn place(&self, lang: Lang) -> String {
        let mut text = self.file.clone();
        for (index, crumb) in self.trail.iter().enumerate() {
            let last = index + 1 == self.trail.len();
            let _ = write!(text, " › {}", crumb.words(lang, last));
        }
        text
    }

    /// The message, then the way to the value, the line with the place marked,
    /// and what would pass.
    pub fn render(&self, lang: Lang) -> String {
        let mut text = self.headline(lang);
        if !self.trail.is_empty() {
            let _ = write!(text, "\n    › {}", visible(&self.place(lang)));
        }
        if let (Some(position), Some(excerpt)) = (self.position, &self.excerpt) {
            let number = position.line.to_string();
            let gap = " ".repeat(number.len());
            let _ = write!(text, "\n    {number} │ {}", visible(&excerpt.line));
            let _ = write!(text, "\n    {gap} │ {}", marks(excerpt));
        }
        if let Some(example) = self.example() {
            let word = match lang {
                Lang::En => "for example",
                _ => "例如",
            };
            let _ = write!(text, "\n    {word}  {}", visible(&example));
        }
        text
    }
}

impl Faults {
    /// Every fault, those of a file together, and a closing line that counts them.
    pub fn render(&self, lang: Lang) -> String {
        let mut text = self.listing(lang);
        text.push_str(&self.closing(lang));
        text
    }

    /// Every fault, those of a file together.
    pub fn listing(&self, lang: Lang) -> String {
        let mut text = String::new();
        for file in self.0.chunk_by(|a, b| a.file == b.file) {
            for fault in file {
                text.push_str(&fault.render(lang));
                text.push('\n');
            }
            text.push('\n');
        }
        text
    }

    fn closing(&self, lang: Lang) -> String {
        let (count, files) = (self.count(), self.files());
        match lang {
            Lang::ZhHans | Lang::ZhHant => format!("共 {count} 处问题，涉及 {files} 个文件。"),
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

/// Carets under the fault: as wide as what is above them on a terminal.
fn marks(excerpt: &Excerpt) -> String {
    // Of the signs that stand for what nobody sees.
    let line = visible(&excerpt.line);
    let mut chars = line.chars();
    let mut text: String = chars
        .by_ref()
        .take(excerpt.before)
        .map(|char| match (char, width(char)) {
            ('\t', _) => "\t",
            // An ideographic space keeps its place in fonts that are not quite
            // twice as wide.
            (_, 2) => "\u{3000}",
            (_, 0) => "",
            _ => " ",
        })
        .collect();
    let covered: usize = chars.take(excerpt.covers).map(width).sum();
    text.push_str(&"^".repeat(covered.max(1)));
    text
}

/// Columns of a terminal: two for most Chinese signs, none for an accent.
fn width(char: char) -> usize {
    char.width().unwrap_or(1)
}
