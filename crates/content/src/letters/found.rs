//! What is found in a text, and the text without it.

use std::ops::Range;

use super::kind::Letter;

/// A letter that looks right and is another, or letters in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    /// Which bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub letter: Letter,
    /// What belongs there; none if only the editor knows.
    pub mended: Option<String>,
    /// Whether nothing else can be meant.
    pub certain: bool,
}

impl Odd {
    /// What can be nothing else.
    pub(super) const fn certain(range: Range<usize>, letter: Letter, mended: String) -> Self {
        let mended = Some(mended);
        Self {
            range,
            letter,
            mended,
            certain: true,
        }
    }

    /// What most likely is this.
    pub(super) const fn likely(
        range: Range<usize>,
        letter: Letter,
        mended: Option<String>,
    ) -> Self {
        Self {
            range,
            letter,
            mended,
            certain: false,
        }
    }
}

/// The text with what belongs in place of what is odd.
pub fn mended(text: &str, odd: &[Odd]) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut from = 0;
    for Odd {
        range, mended: by, ..
    } in odd
    {
        if let Some(by) = by {
            mended.push_str(&text[from..range.start]);
            mended.push_str(by);
            from = range.end;
        }
    }
    mended.push_str(&text[from..]);
    mended
}
