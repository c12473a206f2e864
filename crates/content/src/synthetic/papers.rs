//! Papers of one line each, drawn for measuring and for tests: a PDF, a text, a table.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What comes first in every part of an Office file.
const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A PDF of one page with a line in Latin letters.
pub fn pdf(line: &str) -> Vec<u8> {
    let line: String = (line.chars())
        .filter(|char| char.is_ascii_graphic() || *char == ' ')
        .filter(|char| !matches!(char, '(' | ')' | '\\'))
        .collect();
    let text = format!("BT /F1 24 Tf 72 720 Td ({line}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut pdf = String::from("%PDF-1.4\n");
    let mut places = String::new();
    for (number, object) in objects.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = writeln!(places, "{:010} 00000 n ", pdf.len());
        let _ = write!(pdf, "{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let (count, start) = (objects.len() + 1, pdf.len());
    let _ = write!(
        pdf,
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    pdf.into_bytes()
}

/// A text of one line, for Word.
///
/// # Errors
/// When the parts cannot be put together.
pub fn docx(line: &str) -> Result<Vec<u8>, ZipError> {
    const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let line = escaped(line);
    let document = format!(
        r#"{XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{line}</w:t></w:r></w:p></w:body></w:document>"#
    );
    archive(&[
        ("[Content_Types].xml", types("/word/document.xml", MAIN, "")),
        (
            "_rels/.rels",
            relations("officeDocument", "word/document.xml"),
        ),
        ("word/document.xml", document),
    ])
}

/// A table of one cell, for Excel.
///
/// # Errors
/// When the parts cannot be put together.
pub fn xlsx(line: &str) -> Result<Vec<u8>, ZipError> {
    const MAIN: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const SPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let line = escaped(line);
    let workbook = format!(
        r#"{XML}<workbook xmlns="{SPACE}" xmlns:r="{OFFICE}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let sheet = format!(
        r#"{XML}<worksheet xmlns="{SPACE}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{line}</t></is></c></row></sheetData></worksheet>"#
    );
    let worksheet = r#"<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#;
    archive(&[
        (
            "[Content_Types].xml",
            types("/xl/workbook.xml", MAIN, worksheet),
        ),
        (
            "_rels/.rels",
            relations("officeDocument", "xl/workbook.xml"),
        ),
        ("xl/workbook.xml", workbook),
        (
            "xl/_rels/workbook.xml.rels",
            relations("worksheet", "worksheets/sheet1.xml"),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// The list of what the parts are.
fn types(main: &str, kind: &str, others: &str) -> String {
    format!(
        r#"{XML}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="{main}" ContentType="{kind}.main+xml"/>{others}</Types>"#
    )
}

/// The way from one part to another.
fn relations(kind: &str, target: &str) -> String {
    format!(
        r#"{XML}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>"#
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The same parts give the same bytes.
pub fn archive(parts: &[(&str, String)]) -> Result<Vec<u8>, ZipError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        writer.start_file(*name, options)?;
        writer.write_all(text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}
