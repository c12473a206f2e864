//! The markers of a JPEG file, up to its size; and whether it ends.

use std::io::SeekFrom;

use super::{Flaw, Stream, fill};

/// The end of a picture, which nothing inside one looks like.
const END: [u8; 2] = [0xff, 0xd9];
/// Where the end stands as a rule; phones put more behind it.
const NEAR: u64 = 64 * 1024;

/// The size, if there is one.
pub(super) fn size(file: &mut impl Stream, length: u64) -> Result<Option<(u32, u32)>, Flaw> {
    let Some((size, components, data)) = frame(file) else {
        return Ok(None);
    };
    if components == 4 {
        return Err(Flaw::Cmyk);
    }
    // Near the end of the file, or else anywhere in what is drawn.
    let near = length.saturating_sub(NEAR).max(data);
    let ends = has_end(file, near) || (near > data && has_end(file, data));
    Ok(ends.then_some(size))
}

/// The size, the number of components, and where what follows begins.
fn frame(file: &mut impl Stream) -> Option<((u32, u32), u8, u64)> {
    file.seek(SeekFrom::Start(2)).ok()?;
    loop {
        let mut marker = [0; 4];
        file.read_exact(&mut marker[..2]).ok()?;
        // Any number of these may stand before a marker.
        while marker[1] == 0xff {
            file.read_exact(&mut marker[1..2]).ok()?;
        }
        if marker[0] != 0xff {
            return None;
        }
        file.read_exact(&mut marker[2..]).ok()?;
        let length = i64::from(u16::from_be_bytes([marker[2], marker[3]])) - 2;
        match marker[1] {
            // A frame; the three between are tables.
            0xc0..=0xcf if ![0xc4, 0xc8, 0xcc].contains(&marker[1]) => {
                let mut frame = [0; 6];
                if fill(file, &mut frame).ok()? < frame.len() {
                    return None;
                }
                let number = |at: usize| u32::from(u16::from_be_bytes([frame[at], frame[at + 1]]));
                let data = file.stream_position().ok()?;
                return Some(((number(3), number(1)), frame[5], data));
            }
            // What is drawn, or the end, before any frame.
            0xd8..=0xda => return None,
            _ => drop(file.seek(SeekFrom::Current(length.max(0))).ok()?),
        }
    }
}

/// Whether the picture's end stands somewhere from here on.
fn has_end(file: &mut impl Stream, from: u64) -> bool {
    let mut rest = Vec::new();
    let read = file
        .seek(SeekFrom::Start(from))
        .and_then(|_| file.read_to_end(&mut rest));
    read.is_ok() && rest.windows(END.len()).any(|part| part == END)
}
