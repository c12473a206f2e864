//! What kind a file is by what is in it, whatever its name says.

use memchr::memmem::find;

use super::{Active, Flaw, Foreign, PaperFormat, container, pdf};

/// The kind of a file, if nothing keeps it from readers.
pub(super) fn of(bytes: &[u8]) -> Result<PaperFormat, Flaw> {
    match bytes {
        [] => Err(Flaw::Empty),
        [b'%', b'P', b'D', b'F', b'-', ..] => pdf::look_at(bytes).map(|()| PaperFormat::Pdf),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => container::look_at(bytes),
        // Compound files, of Office before 2007, and of Office ever since for what is
        // locked by a password.
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(match is_locked(bytes) {
            true => Flaw::Encrypted,
            false => Flaw::Foreign(Foreign::OldOffice),
        }),
        [b'M', b'Z', ..]
        | [0x7f, b'E', b'L', b'F', ..]
        | [0xcf, 0xfa, 0xed, 0xfe, ..]
        | [0xca, 0xfe, 0xba, 0xbe, ..]
        | [b'#', b'!', ..] => Err(Flaw::Active(Active::Program)),
        [b'{', b'\\', b'r', b't', b'f', ..] => Err(Flaw::Foreign(Foreign::Rtf)),
        [0xff, 0xd8, 0xff, ..] | [0x89, b'P', b'N', b'G', ..] => {
            Err(Flaw::Foreign(Foreign::Picture))
        }
        _ => Err(
            match String::from_utf8_lossy(&bytes[..bytes.len().min(64)]) {
                text if text.trim_start().starts_with('<') => Flaw::Foreign(Foreign::Page),
                _ => Flaw::NoPaper,
            },
        ),
    }
}

/// Whether a compound file holds a locked one: names in it are in UTF-16.
fn is_locked(bytes: &[u8]) -> bool {
    let name = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
    find(bytes, &name.collect::<Vec<u8>>()).is_some()
}
