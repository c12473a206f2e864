//! A file's bytes as text: UTF-8, or UTF-16 as some editors of Windows save it.
//! Anything else is refused, with what it looks like.

use std::fs;
use std::io;
use std::ops::RangeInclusive;
use std::path::Path;

use encoding_rs::{BIG5, Encoding, GB18030, UTF_16BE, UTF_16LE};

/// Not a text that is read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not UTF-8")]
pub struct NotUnicode {
    /// What comes before it.
    pub before: String,
    /// What the text looks like, by the name that editors know it by.
    pub looks_like: Option<&'static str>,
    /// The line where it begins, read as what it looks like.
    pub line: Option<String>,
}

/// Reads a file as text.
///
/// # Errors
/// When it cannot be read, or is in another encoding.
pub fn read_text(path: &Path) -> io::Result<String> {
    let text = text(fs::read(path)?);
    text.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// Reads bytes as text; a byte order mark of UTF-8 stays.
///
/// # Errors
/// When they are in another encoding.
pub fn text(bytes: Vec<u8>) -> Result<String, NotUnicode> {
    if let Some(encoding) = utf_16(&bytes) {
        let (text, _, broken) = encoding.decode(&bytes);
        if !broken {
            return Ok(text.into_owned());
        }
        return Err(NotUnicode {
            before: String::new(),
            looks_like: Some("UTF-16"),
            line: None,
        });
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let start = bytes[..at].iter().rposition(|byte| *byte == b'\n');
        let line = bytes[start.map_or(0, |newline| newline + 1)..].split(|byte| *byte == b'\n');
        let looks_like = looks_like(bytes);
        NotUnicode {
            before: String::from_utf8_lossy(&bytes[..at]).into_owned(),
            line: looks_like.and_then(|chinese| {
                let line = line.into_iter().next()?;
                Some(chinese.encoding.decode(line).0.trim_end().to_owned())
            }),
            looks_like: looks_like.map(|chinese| chinese.name),
        }
    })
}

/// A name in the encoding of Chinese Windows, if it can be one.
pub fn name(bytes: &[u8]) -> Option<String> {
    looks_like(bytes).map(|chinese| chinese.encoding.decode(bytes).0.into_owned())
}

/// UTF-16 by its mark; without one by the zeros beside every character of JSON.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    match *bytes {
        // This would be the mark of UTF-32.
        [0xff, 0xfe, 0, 0, ..] => None,
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        [first, 0, second, ..] if first != 0 && second != 0 => Some(UTF_16LE),
        [0, first, 0, second, ..] if first != 0 && second != 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// A text as bytes in the encoding of those that a file began with: what Notepad saves
/// as UTF-16 stays so when it is mended.
pub fn bytes_like(before: &[u8], text: &str) -> Vec<u8> {
    let units = |bytes: fn(u16) -> [u8; 2]| {
        let mark = matches!(before, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]).then_some('\u{feff}');
        let mark = mark
            .filter(|mark| !text.starts_with(*mark))
            .map(|mark| mark as u16);
        let units = mark.into_iter().chain(text.encode_utf16());
        units.flat_map(bytes).collect()
    };
    match utf_16(before) {
        Some(encoding) if encoding == UTF_16LE => units(u16::to_le_bytes),
        Some(_) => units(u16::to_be_bytes),
        None => text.as_bytes().to_vec(),
    }
}

/// How many of a text's characters must be frequent ones in an encoding: text in
/// another, read as this, is full of rare ones.
const FREQUENT: f64 = 0.6;

/// An encoding of Chinese in two bytes a character.
struct Chinese {
    encoding: &'static Encoding,
    name: &'static str,
    /// The first bytes of signs, which say nothing.
    signs: RangeInclusive<u8>,
    /// The first bytes of the frequent characters.
    frequent: RangeInclusive<u8>,
    /// The least second byte of a frequent character.
    second: u8,
}

const CHINESE: [Chinese; 2] = [
    Chinese {
        encoding: GB18030,
        name: "GBK/GB18030",
        signs: 0xa1..=0xa9,
        frequent: 0xb0..=0xd7,
        second: 0xa1,
    },
    Chinese {
        encoding: BIG5,
        name: "Big5",
        signs: 0xa1..=0xa3,
        frequent: 0xa4..=0xc6,
        second: 0x40,
    },
];

impl Chinese {
    /// Which share of the characters are frequent; nothing if it is no such text.
    fn share(&self, text: &[u8]) -> f64 {
        let read = self.encoding;
        if (read.decode_without_bom_handling_and_without_replacement(text)).is_none() {
            return 0.0;
        }
        let (mut all, mut frequent) = (0_u32, 0_u32);
        let mut rest = text.iter();
        while let Some(first) = rest.next() {
            if first.is_ascii() {
                continue;
            }
            let second = rest.next().copied().unwrap_or_default();
            if self.signs.contains(first) && second >= self.second {
                continue;
            }
            all += 1;
            frequent += u32::from(self.frequent.contains(first) && second >= self.second);
        }
        f64::from(frequent) / f64::from(all.max(1))
    }
}

/// In which encoding the lines that are not UTF-8 read as Chinese.
fn looks_like(bytes: &[u8]) -> Option<&'static Chinese> {
    let lines = bytes.split(|byte| *byte == b'\n');
    let foreign: Vec<u8> = (lines.filter(|line| str::from_utf8(line).is_err()))
        .flat_map(|line| line.iter().copied().chain([b'\n']))
        .collect();
    let shares = CHINESE
        .iter()
        .map(|chinese| (chinese.share(&foreign), chinese));
    (shares.filter(|(share, _)| *share >= FREQUENT))
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, chinese)| chinese)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"title\": \"广元铝业，产值三百四十四亿元\"\n}\n";

    fn little_endian(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn reads_what_notepad_saves() {
        let big_endian: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            [&[0xff, 0xfe], &*little_endian(TEXT)].concat(),
            [&[0xfe, 0xff], &*big_endian].concat(),
            little_endian(TEXT),
            big_endian,
        ] {
            assert_eq!(text(bytes.clone()).as_deref(), Ok(TEXT));
            assert_eq!(bytes_like(&bytes[..4], TEXT), bytes);
        }
    }

    #[test]
    fn names_what_a_text_looks_like_and_shows_its_line() {
        let line = "  \"title\": \"广元铝业，产值三百四十四亿元\"";
        let (gbk, ..) = encoding_rs::GBK.encode(TEXT);
        let error = text(gbk.into_owned()).expect_err("GBK is not read");
        assert_eq!(error.looks_like, Some("GBK/GB18030"));
        assert_eq!(error.line.as_deref(), Some(line));
        assert_eq!(error.before.lines().count(), 2);

        let traditional = "{\n  \"title\": \"廣元鋁業，產值三百四十四億元\"\n}\n";
        let (big5, ..) = BIG5.encode(traditional);
        let error = text(big5.into_owned()).expect_err("Big5 is not read");
        assert_eq!(error.looks_like, Some("Big5"));
    }

    #[test]
    fn names_a_single_line_that_was_pasted_in_another_encoding() {
        let (line, ..) = encoding_rs::GBK.encode("  \"note\": \"按不变价格计算\",\n");
        let mixed = [TEXT.as_bytes(), &line].concat();
        let error = text(mixed).expect_err("one line is not read");
        assert_eq!(error.looks_like, Some("GBK/GB18030"));
        assert_eq!(error.before.lines().count(), 4);
    }

    #[test]
    fn claims_nothing_of_what_it_does_not_know() {
        let (western, ..) = encoding_rs::WINDOWS_1252.encode("{ \"title\": \"café, déjà vu\" }");
        let error = text(western.into_owned()).expect_err("it is not read");
        assert_eq!((error.looks_like, error.line), (None, None));
        for bytes in [
            &b"\xff\xfe\0\0{\0\0\0"[..],
            b"{\xff\xff\xff}",
            b"\x89PNG\r\n\x1a\n\0",
        ] {
            assert!(text(bytes.to_vec()).is_err_and(|error| error.looks_like.is_none()));
        }
        let broken = [&[0xff, 0xfe][..], &little_endian("{}"), &[0x00, 0xd8]].concat();
        assert_eq!(
            text(broken).expect_err("it ends amid a letter").looks_like,
            Some("UTF-16")
        );
    }
}
