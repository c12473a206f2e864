//! Whether a PDF is whole, open to everybody and does nothing by itself.

use memchr::memmem::find_iter;

use super::{Active, Flaw};

/// The mark of the end stands here at the latest; programs put a little behind it.
const NEAR: usize = 2048;

/// Judges the bytes of a PDF by what stands in it unpacked: the trailer always does.
pub(super) fn look_at(bytes: &[u8]) -> Result<(), Flaw> {
    let end = &bytes[bytes.len().saturating_sub(NEAR)..];
    if find_iter(end, b"%%EOF").next().is_none() {
        return Err(Flaw::Broken);
    }
    if has_name(bytes, b"/Encrypt") {
        return Err(Flaw::Encrypted);
    }
    if has_name(bytes, b"/JavaScript") || has_name(bytes, b"/JS") {
        return Err(Flaw::Active(Active::Script));
    }
    if has_name(bytes, b"/Launch") {
        return Err(Flaw::Active(Active::Program));
    }
    if has_name(bytes, b"/EmbeddedFile") {
        return Err(Flaw::Active(Active::Enclosed));
    }
    Ok(())
}

/// Whether a name stands there, and not only the beginning of a longer one.
fn has_name(bytes: &[u8], name: &[u8]) -> bool {
    find_iter(bytes, name).any(|at| {
        let next = bytes.get(at + name.len());
        next.is_none_or(|byte| b" \t\r\n\0\x0c/<>[]()%".contains(byte))
    })
}
