//! Why a file is not JSON.

use jsonc_parser::ParseStringErrorKind;
use jsonc_parser::errors::ParseErrorKind;

/// What the reader of JSON stumbled over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Nothing in the file.
    Empty,
    /// A comment.
    Comment,
    /// A comma after the last entry.
    TrailingComma,
    /// No comma between two entries.
    MissingComma,
    /// No colon after a field's name.
    MissingColon,
    /// No value where one belongs.
    MissingValue,
    /// A field's name without quotes.
    UnquotedKey,
    /// Single quotes.
    SingleQuotes,
    /// Full-width punctuation or space between the values.
    FullWidth(char),
    /// A text without its closing quotes.
    UnclosedText,
    /// Quotes inside a text that are not escaped.
    QuoteInText,
    /// A line break, tab or other control character inside a text.
    ControlInText,
    /// `\` before a character that it cannot stand before.
    BadEscape,
    /// An escape that is half of a character: `\ud83d`.
    HalfCharacter,
    /// A list without its `]`.
    UnclosedList,
    /// An object without its `}`.
    UnclosedObject,
    /// A number that JSON does not know: `+1`, `.5`, `0x1F`, `007`, `NaN`.
    BadNumber,
    /// More after the end.
    Trailing,
    /// A word that is no value.
    Word,
    /// Anything else.
    Unexpected,
}

impl Syntax {
    /// From the parser's error, and the characters before it and at it.
    pub(crate) fn from_parser(
        kind: &ParseErrorKind,
        before: Option<char>,
        at: Option<char>,
    ) -> Self {
        match (before, at) {
            (_, Some(char)) if full_width(char) => return Self::FullWidth(char),
            (Some('0'), Some('0'..='9')) => return Self::BadNumber,
            // Only a sign of JSON or a space can follow a text's end.
            (Some('"'), Some(char)) if !char.is_whitespace() && !",:]}\"/".contains(char) => {
                return Self::QuoteInText;
            }
            _ => {}
        }
        use ParseErrorKind as E;
        match kind {
            E::CommentsNotAllowed | E::UnterminatedCommentBlock => Self::Comment,
            E::TrailingCommasNotAllowed => Self::TrailingComma,
            E::ExpectedComma => Self::MissingComma,
            E::ExpectedColonAfterObjectKey => Self::MissingColon,
            E::ExpectedObjectValue
            | E::UnexpectedCloseBrace
            | E::UnexpectedCloseBracket
            | E::UnexpectedComma => Self::MissingValue,
            E::ExpectedStringObjectProperty => Self::UnquotedKey,
            E::SingleQuotedStringsNotAllowed => Self::SingleQuotes,
            E::String(ParseStringErrorKind::UnterminatedStringLiteral) => Self::UnclosedText,
            // The parser's words are all that tells one from the other.
            E::String(ParseStringErrorKind::InvalidUnicodeEscapeSequence(message))
                if message.contains("surrogate") =>
            {
                Self::HalfCharacter
            }
            E::String(_) => Self::BadEscape,
            E::UnterminatedArray => Self::UnclosedList,
            E::UnterminatedObject => Self::UnclosedObject,
            E::BareDecimalPointNumbersNotAllowed
            | E::ExpectedDigit
            | E::ExpectedDigitFollowingNegativeSign
            | E::ExpectedPlusMinusOrDigitInNumberLiteral
            | E::HexadecimalNumbersNotAllowed
            | E::NonFiniteNumbersNotAllowed
            | E::UnaryPlusNumbersNotAllowed => Self::BadNumber,
            E::MultipleRootJsonValues => Self::Trailing,
            E::UnexpectedWord => Self::Word,
            _ => Self::Unexpected,
        }
    }

    /// From the character at which a stricter reader stops.
    pub(crate) fn from_character(at: Option<char>) -> Self {
        match at {
            Some(char) if char.is_control() => Self::ControlInText,
            Some(char) if full_width(char) => Self::FullWidth(char),
            Some('\\') => Self::BadEscape,
            Some('0'..='9') => Self::BadNumber,
            _ => Self::Unexpected,
        }
    }
}

/// What a Chinese keyboard types in place of JSON's own signs.
fn full_width(char: char) -> bool {
    matches!(char, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}' | '“' | '”' | '‘' | '’' | '\u{a0}')
}
