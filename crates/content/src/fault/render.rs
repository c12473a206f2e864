//! Faults as text for a terminal.

use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

use super::paint::{Paint, painted};
use super::visible::visible;
use super::{Excerpt, Fault, Faults};
use model::Lang;

impl Fault {
    /// File, position and message in one line.
    pub fn headline(&self, lang: Lang) -> String {
        self.painted_headline(lang, &Paint::PLAIN)
    }

    fn painted_headline(&self, lang: Lang, paint: &Paint) -> String {
        let mut place = visible(&self.file);
        if let Some(position) = self.position {
            let _ = write!(place, ":{position}");
        }
        let warning = match (self.is_warning(), lang) {
            (false, _) => String::new(),
            (true, Lang::En) => painted(paint.warning, "warning: "),
            (true, _) => painted(paint.warning, "提醒｜"),
        };
        let message = visible(&self.kind.message(lang));
        let code = format!("[{}]", self.kind.code());
        let (place, code) = (painted(paint.place, &place), painted(paint.aside, &code));
        format!("{place}  {warning}{message} {code}")
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
        self.painted(lang, &Paint::PLAIN)
    }

    fn painted(&self, lang: Lang, paint: &Paint) -> String {
        let mut text = self.painted_headline(lang, paint);
        if !self.trail.is_empty() {
            let _ = write!(text, "\n    › {}", visible(&self.place(lang)));
        }
        if let (Some(position), Some(excerpt)) = (self.position, &self.excerpt) {
            let number = position.line.to_string();
            let gap = " ".repeat(number.len());
            let number = painted(paint.aside, &format!("{number} │"));
            let gap = painted(paint.aside, &format!("{gap} │"));
            let own = match self.is_warning() {
                true => paint.warning,
                false => paint.fault,
            };
            let _ = write!(text, "\n    {number} {}", visible(&excerpt.line));
            let _ = write!(text, "\n    {gap} {}", painted(own, &marks(excerpt)));
        }
        if let Some(example) = self.example() {
            let word = match lang {
                Lang::En => "for example",
                _ => "例如",
            };
            let example = painted(paint.example, &visible(&example));
            let _ = write!(text, "\n    {word}  {example}");
        }
        text
    }
}

impl Faults {
    /// Every fault, those of a file together, and a closing line that counts them.
    pub fn render(&self, lang: Lang) -> String {
        self.painted(lang, &Paint::PLAIN)
    }

    /// As [`render`](Self::render), in colours.
    pub fn painted(&self, lang: Lang, paint: &Paint) -> String {
        let listing = listing(self, lang, paint);
        format!("{listing}{}", painted(paint.fault, &self.closing(lang)))
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

/// Faults, those of a file together.
pub fn listing<'a>(
    faults: impl IntoIterator<Item = &'a Fault>,
    lang: Lang,
    paint: &Paint,
) -> String {
    let faults: Vec<&Fault> = faults.into_iter().collect();
    let mut text = String::new();
    for file in faults.chunk_by(|a, b| a.file == b.file) {
        for fault in file {
            text.push_str(&fault.painted(lang, paint));
            text.push('\n');
        }
        text.push('\n');
    }
    text
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
