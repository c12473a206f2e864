//! `.br` and `.gz` beside every file that shrinks, so that a host compresses
//! nothing and readers get the smallest form there is.

use std::io::{self, Write};

use compression_codecs::brotli::params::EncoderParams;
use compression_codecs::core::Level;
use compression_codecs::core::util::{PartialBuffer, WriteBuffer};
use compression_codecs::{BrotliEncoder, EncodeV2};

/// What the names of a file's compressed forms end with: brotli's, then gzip's.
pub const ENDINGS: [&str; 2] = [".br", ".gz"];
/// Smaller files fit into a packet as they are.
const SMALLEST: usize = 256;
/// As a power of two; what every browser has room for.
const BROTLI_WINDOW: i32 = 22;
/// How many bytes come out of the compressor at a time.
const PIECE: usize = 16 * 1024;

/// A file in both compressed forms.
#[derive(Clone, Debug)]
pub struct Compressed {
    /// For `.br`.
    pub brotli: Vec<u8>,
    /// For `.gz`.
    pub gzip: Vec<u8>,
}

/// How hard to try. The last tenth of the bytes takes nearly all of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// As small as can be.
    Best,
    /// A tenth larger, in a thirtieth of the time.
    Quick,
    /// For very many files of a kilobyte or two: setting a better compressor up
    /// would take longer than its work.
    Small,
}

/// A site of more pages is compressed quickly, or a publish takes half an hour.
const MANY: usize = 2000;

impl Effort {
    /// For a file of a site of so many pages. What every reader fetches is
    /// always as small as can be.
    pub fn of(path: &str, pages: usize) -> Self {
        let ending = path.rsplit('.').next().unwrap_or_default();
        match ending {
            "js" | "wasm" | "css" | "svg" | "ico" => Self::Best,
            _ if pages <= MANY => Self::Best,
            "bin" => Self::Small,
            _ => Self::Quick,
        }
    }

    fn level(self) -> Level {
        match self {
            Self::Best => Level::Best,
            Self::Quick => Level::Precise(7),
            Self::Small => Level::Precise(5),
        }
    }
}

/// Whether a file is compressed: text and wasm, not tiny.
pub fn worthwhile(path: &str, length: usize) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    length >= SMALLEST
        && matches!(
            ending,
            "html"
                | "json"
                | "js"
                | "css"
                | "wasm"
                | "svg"
                | "xml"
                | "atom"
                | "rss"
                | "csv"
                | "txt"
                | "webmanifest"
                | "ico"
                | "bin"
        )
}

/// Both forms of some bytes: the same bytes give the same forms.
///
/// # Errors
/// None is known: the writers write to memory.
pub fn compress(bytes: &[u8], effort: Effort) -> io::Result<Compressed> {
    Ok(Compressed {
        brotli: brotli(bytes, effort)?,
        gzip: gzip(bytes)?,
    })
}

/// The brotli form.
///
/// By way of `compression_codecs`, which compiles the compressor once and for
/// all: see the profiles in `Cargo.toml`.
///
/// # Errors
/// As [`compress`].
pub fn brotli(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    let params = EncoderParams::default()
        .quality(effort.level())
        .window_size(BROTLI_WINDOW)
        .size_hint(bytes.len());
    let mut encoder = BrotliEncoder::new(params);
    let mut input = PartialBuffer::new(bytes);
    let mut compressed = Vec::with_capacity(bytes.len() / 4);
    let mut piece = [0; PIECE];
    loop {
        let mut output = WriteBuffer::new_initialized(&mut piece);
        let done = if input.unwritten().is_empty() {
            encoder.finish(&mut output)?
        } else {
            encoder.encode(&mut input, &mut output)?;
            false
        };
        compressed.extend_from_slice(output.written());
        if done {
            return Ok(compressed);
        }
    }
}

/// The gzip form.
///
/// # Errors
/// As [`compress`].
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // flate2 writes no time and no name into the header.
    let level = flate2::Compression::best();
    let mut writer = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 3), level);
    writer.write_all(bytes)?;
    writer.finish()
}
