//! A spreadsheet's file, as somebody sends it: looked at before anything believes it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use zip::ZipArchive;

use super::SheetError;
use super::cell::Cell;

/// A file that is sent has no more bytes.
pub const LARGEST: usize = 4 * 1024 * 1024;
/// Unpacked it has no more.
const UNPACKED: u64 = 48 * 1024 * 1024;
/// Nor more files in it.
const PARTS: usize = 512;
/// No sheet is longer, or wider.
const ROWS: u32 = 20_000;
const COLUMNS: u32 = 256;
/// All cells together have no more text: one text may stand in every cell.
const TEXT: usize = 16 * 1024 * 1024;

/// The cells of a sheet that have something in them, by row and column from 0 on.
pub type Cells = BTreeMap<u32, BTreeMap<u32, Cell>>;

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// What stands in it.
    pub cells: Cells,
}

/// Where something stands in a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellLocation {
    /// The sheet.
    pub sheet: String,
    /// The cell, as `B7`.
    pub cell: String,
}

/// The name of a cell, as `B7`.
pub fn named(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    format!("{}{}", String::from_iter(letters), row + 1)
}

/// Reads a file.
///
/// # Errors
/// When it is no spreadsheet, or unpacks to more than any of ours.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    is_small(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::NoSheet)?;
    let mut text = 0;
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let cells = cells(&mut book, &name, &mut text)?;
            Ok(Sheet { name, cells })
        })
        .collect()
}

/// Unpacks everything once, into nothing: what a file says of its size may be a lie.
fn is_small(bytes: &[u8]) -> Result<(), SheetError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::NoSheet)?;
    if archive.len() > PARTS {
        return Err(SheetError::TooLarge);
    }
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| SheetError::NoSheet)?;
        let mut part = part.take(left + 1);
        let copied = std::io::copy(&mut part, &mut std::io::sink());
        let copied = copied.map_err(|_| SheetError::NoSheet)?;
        left = left.checked_sub(copied).ok_or(SheetError::TooLarge)?;
    }
    Ok(())
}

fn cells(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    text: &mut usize,
) -> Result<Cells, SheetError> {
    // A page with a drawing alone is no table, and nothing of ours.
    let Ok(mut reader) = book.worksheet_cells_reader(name) else {
        return Ok(Cells::new());
    };
    let mut cells = Cells::new();
    loop {
        let next = reader.next_cell_with_style_id();
        let Some((cell, style)) = next.map_err(|_| SheetError::NoSheet)? else {
            return Ok(cells);
        };
        let (row, column) = cell.get_position();
        let value = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Int(number) => Cell::Number(*number as f64),
            DataRef::Float(number) => {
                let style = reader.styles().get(style);
                let format = style.and_then(|style| style.number_format.as_ref());
                match format.is_some_and(|format| format.format_code.contains('%')) {
                    true => Cell::Percent(*number),
                    false => Cell::Number(*number),
                }
            }
            DataRef::String(text) => Cell::Text(text.clone()),
            DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
            DataRef::Bool(yes) => Cell::Flag(*yes),
            DataRef::DateTime(at) => {
                let (year, month, day, ..) = at.to_ymd_hms_milli();
                Cell::Day(format!("{year:04}-{month:02}-{day:02}"))
            }
            DataRef::DateTimeIso(at) | DataRef::DurationIso(at) => {
                Cell::Day(at.chars().take(10).collect())
            }
            DataRef::Error(error) => Cell::Broken(error.to_string()),
        };
        if row >= ROWS || column >= COLUMNS {
            return Err(SheetError::TooLarge);
        }
        if let Cell::Text(words) = &value {
            *text += words.len();
            if *text > TEXT {
                return Err(SheetError::TooLarge);
            }
        }
        if !value.is_empty() {
            cells.entry(row).or_default().insert(column, value);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use std::io::Write;

    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    #[test]
    fn name_cells_as_spreadsheets_do() {
        assert_eq!(named(6, 1), "B7");
        assert_eq!(named(0, 0), "A1");
        assert_eq!(named(11, 25), "Z12");
        assert_eq!(named(0, 26), "AA1");
        assert_eq!(named(0, 701), "ZZ1");
    }

    #[test]
    fn read_what_other_programs_write() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let day = Format::new().set_num_format("yyyy/m/d");
        let percent = Format::new().set_num_format("0%");
        let at = ExcelDateTime::parse_from_str("2024-06-03").unwrap();
        sheet.write_string(1, 1, "=1+1").unwrap();
        sheet.write_number(1, 2, 344.07).unwrap();
        sheet.write_datetime_with_format(2, 0, at, &day).unwrap();
        sheet.write_number_with_format(2, 1, 0.3, &percent).unwrap();
        sheet.write_boolean(2, 2, true).unwrap();
        let read = read(&book.save_to_buffer().unwrap()).unwrap();
        let cells = &read[0].cells;
        assert_eq!(cells[&1][&1], Cell::Text("=1+1".into()));
        assert_eq!(cells[&1][&2], Cell::Number(344.07));
        assert_eq!(cells[&2][&0], Cell::Day("2024-06-03".into()));
        assert_eq!(cells[&2][&1], Cell::Percent(0.3));
        assert_eq!(cells[&2][&2], Cell::Flag(true));
    }

    #[test]
    fn refuse_what_is_no_spreadsheet_and_what_unpacks_without_end() {
        for bytes in [&b""[..], b"PK\x03\x04", b"plain text", &[0; 4096]] {
            assert!(matches!(read(bytes), Err(SheetError::NoSheet)), "{bytes:?}");
        }
        let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        bomb.start_file("xl/worksheets/sheet1.xml", options)
            .unwrap();
        let zeros = vec![b' '; 1 << 20];
        for _ in 0..64 {
            bomb.write_all(&zeros).unwrap();
        }
        let bomb = bomb.finish().unwrap().into_inner();
        assert!(bomb.len() < LARGEST, "{} bytes", bomb.len());
        assert!(matches!(read(&bomb), Err(SheetError::TooLarge)));
        // Two cells may span more than any memory holds.
        let mut wide = Workbook::new();
        wide.add_worksheet()
            .write_number(1_048_575, 16_383, 1)
            .unwrap();
        let wide = wide.save_to_buffer().unwrap();
        assert!(matches!(read(&wide), Err(SheetError::TooLarge)));
    }
}
