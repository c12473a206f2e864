//! The kinds of files that readers are given.

use super::Flaw;

/// A kind of file that readers can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperFormat {
    /// To be read and printed.
    Pdf,
    /// To be filled in, by Word and others.
    Docx,
    /// Tables, by Excel and others.
    Xlsx,
}

impl PaperFormat {
    /// How its files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Xlsx => "XLSX",
        }
    }

    /// Whether a file of this name would be of this kind.
    pub(super) fn fits(self, name: &str) -> Result<(), Flaw> {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending.eq_ignore_ascii_case(self.ending()) {
            true => Ok(()),
            false => Err(Flaw::Ending {
                expected: self.ending(),
            }),
        }
    }
}
