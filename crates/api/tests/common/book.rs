//! A spreadsheet, as somebody changes it in another program.
#![allow(dead_code, reason = "each test uses its part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::Workbook;

/// The name of the column that says which row is which.
pub const KEY: &str = "编号（请勿改动）";

/// Cells by row and column.
pub type Cells = BTreeMap<(u32, u32), Data>;

/// What is in it, sheet by sheet.
#[derive(Clone, Debug)]
pub struct Book(pub Vec<(String, Cells)>);

impl Book {
    /// As it was taken out.
    pub fn open(bytes: &[u8]) -> Self {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
        let names = book.sheet_names();
        let sheets = names.into_iter().map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            let cells = range.used_cells();
            let (top, left) = range.start().unwrap_or_default();
            let cells = cells.map(|(row, column, value)| {
                let at = (top + row as u32, left + column as u32);
                (at, value.clone())
            });
            (name, cells.collect())
        });
        Self(sheets.collect())
    }

    pub fn sheet(&mut self, name: &str) -> &mut Cells {
        let sheets = &mut self.0;
        let found = sheets.iter_mut().find(|(known, _)| known == name);
        &mut found.unwrap_or_else(|| panic!("no sheet {name}")).1
    }

    /// The column below a heading.
    pub fn column(&mut self, sheet: &str, head: &str) -> u32 {
        let cells = self.sheet(sheet);
        let found = cells
            .iter()
            .find(|((row, _), value)| *row == 0 && *value == head);
        found
            .unwrap_or_else(|| panic!("{sheet} has no column {head}"))
            .0
            .1
    }

    /// The row of a record, or of an entry of it, as `linfeng@` or `output@…#2`.
    pub fn row(&mut self, sheet: &str, is: impl Fn(&str) -> bool) -> u32 {
        let key = self.column(sheet, KEY);
        let cells = self.sheet(sheet);
        let mut found = cells
            .iter()
            .filter(|((row, column), _)| *row > 0 && *column == key);
        found.find(|(_, value)| is(&value.to_string())).unwrap().0.0
    }

    pub fn last_row(&mut self, sheet: &str) -> u32 {
        self.sheet(sheet).keys().map(|(row, _)| *row).max().unwrap()
    }

    /// Writes a cell, and says what it is called.
    pub fn put(&mut self, sheet: &str, row: u32, head: &str, value: impl Into<Data>) -> String {
        let column = self.column(sheet, head);
        self.sheet(sheet).insert((row, column), value.into());
        let letter = char::from(b'A' + column as u8);
        format!("{letter}{}", row + 1)
    }

    pub fn get(&mut self, sheet: &str, row: u32, head: &str) -> Data {
        let column = self.column(sheet, head);
        let cells = self.sheet(sheet);
        cells.get(&(row, column)).cloned().unwrap_or(Data::Empty)
    }

    /// As a program saves it.
    pub fn saved(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, cells) in &self.0 {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            for ((row, column), value) in cells {
                let column = *column as u16;
                match value {
                    Data::Int(number) => sheet.write_number(*row, column, *number as f64),
                    Data::Float(number) => sheet.write_number(*row, column, *number),
                    Data::Bool(yes) => sheet.write_boolean(*row, column, *yes),
                    Data::Empty => continue,
                    other => sheet.write_string(*row, column, other.to_string()),
                }
                .unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    }
}
