//! The colours of a report on a terminal. Who prints it takes them out again where
//! nobody would see them.

use anstyle::{AnsiColor, Style};

/// How each part of a report looks.
#[derive(Clone, Copy, Debug)]
pub struct Paint {
    /// The file, with line and column.
    pub place: Style,
    /// What keeps a bundle from being published: the carets, and the count.
    pub fault: Style,
    /// The same of what is only worth a look.
    pub warning: Style,
    /// What would pass.
    pub example: Style,
    /// What is there to be looked up: the code, the number of the line.
    pub aside: Style,
}

impl Paint {
    /// None at all.
    pub const PLAIN: Self = Self {
        place: Style::new(),
        fault: Style::new(),
        warning: Style::new(),
        example: Style::new(),
        aside: Style::new(),
    };
    /// For a terminal: colours of its own palette, so that they suit a dark one and a
    /// light one.
    pub const COLOURS: Self = Self {
        place: Style::new().bold(),
        fault: AnsiColor::Red.on_default().bold(),
        warning: AnsiColor::Yellow.on_default(),
        example: AnsiColor::Green.on_default(),
        aside: Style::new().dimmed(),
    };
}

/// A text in a style.
pub fn painted(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
