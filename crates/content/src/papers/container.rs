//! What is in an Office file, by the list at its end: nothing is unpacked.

use std::io::Cursor;

use zip::ZipArchive;

use super::{Active, Flaw, Foreign, PaperFormat};

/// Judges the bytes of a zip file.
pub(super) fn look_at(bytes: &[u8]) -> Result<PaperFormat, Flaw> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Flaw::Broken)?;
    let mut format = None;
    let mut is_office = false;
    for name in archive.file_names() {
        let name = name.map_err(|_| Flaw::Broken)?.to_ascii_lowercase();
        is_office |= name == "[content_types].xml";
        match name.as_str() {
            "word/document.xml" => format = Some(PaperFormat::Docx),
            "xl/workbook.xml" => format = Some(PaperFormat::Xlsx),
            name if name.ends_with("vbaproject.bin") || name.starts_with("xl/macrosheets/") => {
                return Err(Flaw::Active(Active::Macro));
            }
            name if name.contains("/activex/") => return Err(Flaw::Active(Active::Macro)),
            // Other files, which a click opens.
            name if name.contains("/embeddings/") && name.ends_with(".bin") => {
                return Err(Flaw::Active(Active::Enclosed));
            }
            _ => {}
        }
    }
    match format {
        Some(format) if is_office => Ok(format),
        _ => Err(Flaw::Foreign(match is_office {
            true => Foreign::OtherOffice,
            false => Foreign::Zip,
        })),
    }
}
