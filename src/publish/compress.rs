//! `.br` and `.gz` beside every file that shrinks, so that a host compresses
//! nothing and readers get the smallest form there is.

use std::io::{self, Write};

/// Smaller files fit into a packet as they are.
const SMALLEST: usize = 256;
/// The best that brotli has.
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 22;

/// A file in both compressed forms.
#[derive(Clone, Debug)]
pub struct Compressed {
    /// For `.br`.
    pub brotli: Vec<u8>,
    /// For `.gz`.
    pub gzip: Vec<u8>,
}

/// Whether a file is compressed: text and wasm, not tiny.
pub fn worthwhile(path: &str, length: usize) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    length >= SMALLEST
        && matches!(
            ending,
            "html" | "json" | "js" | "css" | "wasm" | "svg" | "xml" | "txt" | "webmanifest" | "ico"
        )
}

/// Both forms of some bytes: the same bytes give the same forms.
///
/// # Errors
/// None is known: the writers write to memory.
pub fn compress(bytes: &[u8]) -> io::Result<Compressed> {
    Ok(Compressed {
        brotli: brotli(bytes)?,
        gzip: gzip(bytes)?,
    })
}

/// The brotli form.
///
/// # Errors
/// As [`compress`].
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::with_capacity(bytes.len() / 4);
    let mut writer =
        brotli::CompressorWriter::new(&mut compressed, 4096, BROTLI_QUALITY, BROTLI_WINDOW);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // flate2 writes no time and no name into the header.
    let level = flate2::Compression::best();
    let mut writer = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 3), level);
    writer.write_all(bytes)?;
    writer.finish()
}
