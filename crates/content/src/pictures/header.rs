//! What the first bytes of a picture say: its kind, its size, which way is up.

use std::io::{BufRead, Read, Seek, SeekFrom};

use super::{Flaw, Foreign, LONGEST, MEGAPIXELS, Stream, fill, jpeg};

/// A kind of picture that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Photographs.
    Jpeg,
    /// Screenshots and drawings.
    Png,
    /// Of the web.
    WebP,
    /// Of chats; of a moving one the first picture.
    Gif,
}

impl Format {
    /// The endings of its files, the usual one first.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jfif"],
            Self::Png => &["png"],
            Self::WebP => &["webp"],
            Self::Gif => &["gif"],
        }
    }

    /// Whether a file of this name would be of this kind.
    pub(super) fn fits(self, name: &str) -> Result<(), Flaw> {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let fits = (self.endings().iter()).any(|own| own.eq_ignore_ascii_case(ending));
        match fits {
            true => Ok(()),
            false => Err(Flaw::Ending {
                expected: self.endings()[0],
            }),
        }
    }
}

/// What a header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The kind.
    pub format: Format,
    /// In pixels, once it stands upright.
    pub width: u32,
    /// In pixels, once it stands upright.
    pub height: u32,
    /// How it must be turned to stand upright, as Exif counts: 1 is as it is.
    pub orientation: u8,
}

/// Reads the header of a file of so many bytes.
pub(super) fn read<F: BufRead + Seek>(file: &mut F, length: u64) -> Result<Header, Flaw> {
    let unreadable = |error: std::io::Error| Flaw::Unreadable(error.kind());
    let mut first = [0; 64];
    let read = fill(file, &mut first).map_err(unreadable)?;
    if read == 0 {
        return Err(Flaw::Empty);
    }
    let first = &first[..read];
    let format = format(first)?;
    file.rewind().map_err(unreadable)?;
    let size = match format {
        Format::Jpeg => jpeg::size(file, length)?,
        Format::Png => ends_with(file, b"IEND").and(png(first)),
        Format::WebP => (riff_length(first) <= length)
            .then(|| webp(first))
            .flatten(),
        Format::Gif => gif(first),
    };
    let (width, height) = size.ok_or(Flaw::Broken)?;
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(Flaw::Broken);
    }
    if width.max(height) > LONGEST || pixels > MEGAPIXELS * 1_000_000 {
        return Err(Flaw::Dimensions { width, height });
    }
    file.rewind().map_err(unreadable)?;
    let orientation = orientation(file);
    // From 5 on it lies on its side.
    let (width, height) = match orientation {
        5..=8 => (height, width),
        _ => (width, height),
    };
    Ok(Header {
        format,
        width,
        height,
        orientation,
    })
}

fn format(first: &[u8]) -> Result<Format, Flaw> {
    Ok(match first {
        [0xff, 0xd8, 0xff, ..] => Format::Jpeg,
        [0x89, b'P', b'N', b'G', ..] => Format::Png,
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Format::WebP,
        [b'G', b'I', b'F', b'8', ..] => Format::Gif,
        _ => return Err(foreign(first).map_or(Flaw::NoPicture, Flaw::Foreign)),
    })
}

fn foreign(first: &[u8]) -> Option<Foreign> {
    match first {
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.get(..4)? {
            b"avif" | b"avis" => Some(Foreign::Avif),
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => {
                Some(Foreign::Heic)
            }
            _ => None,
        },
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => Some(Foreign::Tiff),
        [b'B', b'M', ..] => Some(Foreign::Bmp),
        [b'%', b'P', b'D', b'F', ..] => Some(Foreign::Pdf),
        _ => {
            let text = String::from_utf8_lossy(first);
            let text = text.trim_start_matches('\u{feff}').trim_start();
            (text.starts_with("<svg") || text.starts_with("<?xml")).then_some(Foreign::Svg)
        }
    }
}

fn png(first: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(first.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

fn gif(first: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from(u16_le(first, at)?));
    Some((number(6)?, number(8)?))
}

fn webp(first: &[u8]) -> Option<(u32, u32)> {
    // Twenty-four bits, and fourteen.
    let long =
        |at: usize| Some(u32::from(u16_le(first, at)?) | u32::from(*first.get(at + 2)?) << 16);
    match first.get(12..16)? {
        b"VP8X" => Some((long(24)? + 1, long(27)? + 1)),
        b"VP8 " => {
            let short = |at: usize| Some(u32::from(u16_le(first, at)?) & 0x3fff);
            Some((short(26)?, short(28)?))
        }
        b"VP8L" => {
            let bits = u32::from_le_bytes(first.get(21..25)?.try_into().ok()?);
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        _ => None,
    }
}

/// How long a file of this kind says that it is.
fn riff_length(first: &[u8]) -> u64 {
    let length = first.get(4..8).and_then(|bytes| bytes.try_into().ok());
    length.map_or(u64::MAX, |bytes| u64::from(u32::from_le_bytes(bytes)) + 8)
}

fn u16_le(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// Whether a mark stands near the end of a file.
fn ends_with(file: &mut impl Stream, mark: &[u8]) -> Option<()> {
    const NEAR: i64 = 4096;
    file.seek(SeekFrom::End(-NEAR))
        .or_else(|_| file.rewind().map(|()| 0))
        .ok()?;
    let mut end = Vec::new();
    file.take(NEAR.unsigned_abs()).read_to_end(&mut end).ok()?;
    end.windows(mark.len())
        .any(|part| part == mark)
        .then_some(())
}

/// Which way is up; as it is where nothing says.
fn orientation<F: BufRead + Seek>(file: &mut F) -> u8 {
    let read = exif::Reader::new().read_from_container(file).ok();
    read.as_ref()
        .and_then(|exif| exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY))
        .and_then(|field| field.value.get_uint(0))
        .and_then(|turn| u8::try_from(turn).ok())
        .filter(|turn| (1..=8).contains(turn))
        .unwrap_or(1)
}
