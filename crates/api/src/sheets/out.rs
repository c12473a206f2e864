//! Records as a spreadsheet: texts are texts, whatever they begin with.

use model::Lang;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, Format, FormatAlign,
    FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};
use serde_json::Value;

use super::ExportedRecord;
use super::cell::{Cell, Names, word};
use super::columns::{CellType, KEY, REMOVE, Table};

/// Names to choose from are offered below so many rows too.
const ROWS_AHEAD: u32 = 500;
/// The sheet with what there is to choose.
const CHOICES: (&str, &str) = ("可选的名称", "Names");
/// The sheet that says how to go about it.
const HELP: (&str, &str) = ("说明", "Help");

/// The formats of cells.
struct Formats {
    head: Format,
    must: Format,
    words: Format,
    number: Format,
    key: Format,
}

impl Formats {
    fn new() -> Self {
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0x00E6_ECEF))
            .set_border_bottom(FormatBorder::Medium);
        let words = Format::new()
            .set_num_format("@")
            .set_text_wrap()
            .set_align(FormatAlign::Top);
        Self {
            must: head.clone().set_font_color(Color::RGB(0x00B4_3E0B)),
            head,
            number: Format::new().set_align(FormatAlign::Top),
            key: words.clone().set_font_color(Color::RGB(0x0088_8888)),
            words,
        }
    }
}

/// What a name is in a language.
fn of(name: (&'static str, &'static str), lang: Lang) -> &'static str {
    match lang {
        Lang::En => name.1,
        _ => name.0,
    }
}

/// Whether a sheet is one that only helps.
pub fn is_help_sheet(name: &str) -> bool {
    [CHOICES, HELP]
        .iter()
        .any(|(zh, en)| name == *zh || name == *en)
}

/// Writes records.
///
/// # Errors
/// When a text is longer than a cell holds.
pub fn write(
    kind: &str,
    tables: &[Table],
    records: &[ExportedRecord],
    names: &Names,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(tables[0].name.of(lang)));
    let formats = Formats::new();
    let choices = Choices::new(tables, kind, names, lang);
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(table.name.of(lang))?;
        let mut writer = SheetWriter {
            sheet: &mut *sheet,
            formats: &formats,
            lang,
        };
        writer.heads(table)?;
        let mut row = 0;
        for record in records {
            for (index, value) in entries(table, record) {
                row += 1;
                writer.row(table, row, record, index, value, names)?;
            }
        }
        writer.choices(table, row + ROWS_AHEAD, &choices)?;
        let last = u16::try_from(columns_of(table)).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, row.max(1), last)?;
    }
    choices.write(book.add_worksheet(), &formats, lang)?;
    help(book.add_worksheet(), &formats, lang)?;
    book.save_to_buffer()
}

/// The rows of a record in a table.
fn entries<'a>(table: &Table, record: &'a ExportedRecord) -> Vec<(Option<usize>, &'a Value)> {
    match &table.list {
        None => vec![(None, &record.value)],
        Some(key) => {
            let list = record.value[key].as_array().into_iter().flatten();
            list.enumerate()
                .map(|(index, value)| (Some(index), value))
                .collect()
        }
    }
}

/// The column of the numbers: the last.
fn columns_of(table: &Table) -> usize {
    match table.list {
        None => table.columns.len(),
        // Before the columns the record's name, behind them what takes a row away.
        Some(_) => table.columns.len() + 2,
    }
}

struct SheetWriter<'a> {
    sheet: &'a mut Worksheet,
    formats: &'a Formats,
    lang: Lang,
}

impl SheetWriter<'_> {
    fn heads(&mut self, table: &Table) -> Result<(), XlsxError> {
        let first = u16::from(table.list.is_some());
        let formats = self.formats;
        if table.list.is_some() {
            self.head(0, table.of.of(self.lang), 26, &formats.must, &formats.words)?;
        }
        let mut at = first;
        for column in &table.columns {
            let head = match column.required {
                true => &formats.must,
                false => &formats.head,
            };
            let (width, body) = match column.cell_type {
                CellType::Words(_) => (36, &formats.words),
                CellType::Several(_) => (26, &formats.words),
                CellType::Record(_) => (26, &formats.words),
                CellType::Number => (11, &formats.number),
                CellType::Flag => (9, &formats.words),
                CellType::Line(_) | CellType::Choice(_) => (14, &formats.words),
            };
            self.head(at, column.head.of(self.lang), width, head, body)?;
            at += 1;
        }
        if table.list.is_some() {
            self.head(at, REMOVE.of(self.lang), 12, &formats.head, &formats.words)?;
            at += 1;
        }
        self.head(at, KEY.of(self.lang), 30, &formats.head, &formats.key)?;
        self.sheet.set_freeze_panes(1, 1)?;
        Ok(())
    }

    fn head(
        &mut self,
        at: u16,
        words: &str,
        width: u16,
        head: &Format,
        body: &Format,
    ) -> Result<(), XlsxError> {
        self.sheet.set_column_width(at, width)?;
        self.sheet.set_column_format(at, body)?;
        self.sheet.write_string_with_format(0, at, words, head)?;
        Ok(())
    }

    fn row(
        &mut self,
        table: &Table,
        row: u32,
        record: &ExportedRecord,
        index: Option<usize>,
        value: &Value,
        names: &Names,
    ) -> Result<(), XlsxError> {
        let mut at = 0;
        if table.list.is_some() {
            let name = names.shown(&record.kind, &record.id).to_owned();
            self.text(row, at, &name, false)?;
            at += 1;
        }
        for column in &table.columns {
            match column.shown(value, names, self.lang) {
                Cell::Empty => {}
                Cell::Number(number) => {
                    self.sheet
                        .write_number_with_format(row, at, number, &self.formats.number)?;
                }
                cell => self.text(row, at, &cell.text(), false)?,
            }
            at += 1;
        }
        if table.list.is_some() {
            at += 1;
        }
        self.text(row, at, &record.key(index), true)
    }

    fn text(&mut self, row: u32, at: u16, text: &str, key: bool) -> Result<(), XlsxError> {
        let formats = match key {
            true => &self.formats.key,
            false => &self.formats.words,
        };
        self.sheet
            .write_string_with_format(row, at, text, formats)?;
        Ok(())
    }

    /// Lists to choose from, in the cells that take one of several.
    fn choices(&mut self, table: &Table, last: u32, choices: &Choices) -> Result<(), XlsxError> {
        let first = u16::from(table.list.is_some());
        let owner = table
            .list
            .is_some()
            .then_some((0, choices.owners.as_slice()));
        let columns = (first..).zip(&table.columns);
        let columns = columns.filter_map(|(at, column)| match &column.cell_type {
            cell_type @ (CellType::Choice(_) | CellType::Record(_)) => {
                Some((at, choices.of(cell_type)?))
            }
            // Several are written by hand.
            _ => None,
        });
        for (at, list) in owner.into_iter().chain(columns) {
            let Some(place) = choices.place(list, self.lang) else {
                continue;
            };
            let list = DataValidation::new()
                .allow_list_formula(Formula::new(place))
                .set_error_style(DataValidationErrorStyle::Warning);
            self.sheet.add_data_validation(1, at, last, at, &list)?;
        }
        Ok(())
    }
}

/// What there is to choose: a column for each list.
struct Choices {
    lists: Vec<(String, CellType, Vec<String>)>,
    owners: Vec<String>,
}

impl Choices {
    fn new(tables: &[Table], kind: &str, names: &Names, lang: Lang) -> Self {
        let mut all = Self {
            lists: Vec::new(),
            owners: listed(&CellType::Record(kind.to_owned()), names, lang),
        };
        if tables.len() > 1 {
            all.add(
                tables[0].of.of(lang),
                &CellType::Record(kind.to_owned()),
                names,
                lang,
            );
        }
        for column in tables.iter().flat_map(|table| &table.columns) {
            let cell_type = match &column.cell_type {
                CellType::Several(of) => of,
                cell_type => cell_type,
            };
            match cell_type {
                CellType::Choice(_) => all.add(column.head.of(lang), cell_type, names, lang),
                CellType::Record(kind) => all.add(&called(kind, lang), cell_type, names, lang),
                _ => {}
            }
        }
        all
    }

    fn add(&mut self, head: &str, cell_type: &CellType, names: &Names, lang: Lang) {
        let list = listed(cell_type, names, lang);
        if self.of(cell_type).is_none() && !list.is_empty() {
            self.lists.push((head.to_owned(), cell_type.clone(), list));
        }
    }

    fn of(&self, cell_type: &CellType) -> Option<&[String]> {
        let found = self.lists.iter().find(|(_, of, _)| of == cell_type);
        found.map(|(.., list)| list.as_slice())
    }

    /// Where a list stands.
    fn place(&self, list: &[String], lang: Lang) -> Option<String> {
        let at = self.lists.iter().position(|(.., known)| known == list)?;
        let cell = super::file::named(0, u32::try_from(at).ok()?);
        let column = cell.trim_end_matches(|char: char| char.is_ascii_digit());
        let (sheet, last) = (of(CHOICES, lang), list.len() + 1);
        Some(format!("='{sheet}'!${column}$2:${column}${last}"))
    }

    fn write(&self, sheet: &mut Worksheet, formats: &Formats, lang: Lang) -> Result<(), XlsxError> {
        sheet.set_name(of(CHOICES, lang))?;
        for (at, (head, _, list)) in (0_u16..).zip(&self.lists) {
            sheet.set_column_width(at, 30)?;
            sheet.write_string_with_format(0, at, head, &formats.head)?;
            for (row, name) in (1_u32..).zip(list) {
                sheet.write_string_with_format(row, at, name, &formats.words)?;
            }
        }
        Ok(())
    }
}

/// What can be chosen in a cell.
fn listed(cell_type: &CellType, names: &Names, lang: Lang) -> Vec<String> {
    match cell_type {
        CellType::Choice(options) => {
            let words = options.iter().map(|option| word(option, lang).to_owned());
            words.collect()
        }
        CellType::Record(kind) => names.all(kind).into_iter().map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// What a kind of record is called.
fn called(kind: &str, lang: Lang) -> String {
    let forms = content::forms::forms();
    let form = forms.kinds.into_iter().find(|form| form.kind == kind);
    form.map_or_else(
        || kind.to_owned(),
        |form| match lang {
            Lang::En => form.en,
            _ => form.zh,
        },
    )
}

fn help(sheet: &mut Worksheet, formats: &Formats, lang: Lang) -> Result<(), XlsxError> {
    sheet.set_name(of(HELP, lang))?;
    let lines: &[&str] = match lang {
        Lang::En => &[
            "Change the cells that are to change, save, and bring the file in at the desk: it shows every change before anything is written.",
            "Red headings must not be empty. A cell that you empty loses what stood in it.",
            "Several in one cell are parted by ； or stand on lines of their own.",
            "For something new write a new row and leave its last column empty.",
            "Rows that you delete here stay as they are. To take a row of a list away, write yes under Remove.",
            "The sheet of names lists what can be chosen.",
        ],
        _ => &[
            "改要改的格子，存好，在编辑台里带回来：先列出每一处变化，确认了才写入。",
            "红色的列必填。清空的格子，原来的内容就去掉。",
            "一格里写几个的，用“；”隔开，或各写一行。",
            "要添新的，就写新的一行，最后一列空着。",
            "在这里删掉的行，编辑台里不会删。要删去一条数据，在“删去”一列写“是”。",
            "“可选的名称”里列着可以选的名称。",
        ],
    };
    sheet.set_column_width(0, 90)?;
    for (row, line) in (0_u32..).zip(lines) {
        sheet.write_string_with_format(row, 0, *line, &formats.words)?;
    }
    Ok(())
}
