//! Records as a spreadsheet: texts are texts, whatever they begin with.

use model::Lang;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, Format, FormatAlign,
    FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};
use serde_json::Value;

use super::Taken;
use super::cell::{Cell, Names, word};
use super::columns::{Holds, KEY, REMOVE, Table};

/// Names to choose from are offered below so many rows too.
const ROWS_AHEAD: u32 = 500;
/// The sheet with what there is to choose.
const CHOICES: (&str, &str) = ("可选的名称", "Names");
/// The sheet that says how to go about it.
const HELP: (&str, &str) = ("说明", "Help");

/// How cells look.
struct Look {
    head: Format,
    must: Format,
    words: Format,
    number: Format,
    key: Format,
}

impl Look {
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
pub fn only_helps(name: &str) -> bool {
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
    records: &[Taken],
    names: &Names,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(tables[0].name.of(lang)));
    let look = Look::new();
    let choices = Choices::new(tables, kind, names, lang);
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(table.name.of(lang))?;
        let mut at = At {
            sheet: &mut *sheet,
            look: &look,
            lang,
        };
        at.heads(table)?;
        let mut row = 0;
        for record in records {
            for (index, value) in entries(table, record) {
                row += 1;
                at.row(table, row, record, index, value, names)?;
            }
        }
        at.choices(table, row + ROWS_AHEAD, &choices)?;
        let last = u16::try_from(columns_of(table)).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, row.max(1), last)?;
    }
    choices.write(book.add_worksheet(), &look, lang)?;
    help(book.add_worksheet(), &look, lang)?;
    book.save_to_buffer()
}

/// The rows of a record in a table.
fn entries<'a>(table: &Table, record: &'a Taken) -> Vec<(Option<usize>, &'a Value)> {
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

struct At<'a> {
    sheet: &'a mut Worksheet,
    look: &'a Look,
    lang: Lang,
}

impl At<'_> {
    fn heads(&mut self, table: &Table) -> Result<(), XlsxError> {
        let first = u16::from(table.list.is_some());
        let look = self.look;
        if table.list.is_some() {
            self.head(0, table.of.of(self.lang), 26, &look.must, &look.words)?;
        }
        let mut at = first;
        for column in &table.columns {
            let head = match column.required {
                true => &look.must,
                false => &look.head,
            };
            let (width, body) = match column.holds {
                Holds::Words(_) => (36, &look.words),
                Holds::Several(_) => (26, &look.words),
                Holds::Record(_) => (26, &look.words),
                Holds::Number => (11, &look.number),
                Holds::Flag => (9, &look.words),
                Holds::Line(_) | Holds::Choice(_) => (14, &look.words),
            };
            self.head(at, column.head.of(self.lang), width, head, body)?;
            at += 1;
        }
        if table.list.is_some() {
            self.head(at, REMOVE.of(self.lang), 12, &look.head, &look.words)?;
            at += 1;
        }
        self.head(at, KEY.of(self.lang), 30, &look.head, &look.key)?;
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
        record: &Taken,
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
                        .write_number_with_format(row, at, number, &self.look.number)?;
                }
                cell => self.text(row, at, &cell.said(), false)?,
            }
            at += 1;
        }
        if table.list.is_some() {
            at += 1;
        }
        self.text(row, at, &record.key(index), true)
    }

    fn text(&mut self, row: u32, at: u16, text: &str, key: bool) -> Result<(), XlsxError> {
        let look = match key {
            true => &self.look.key,
            false => &self.look.words,
        };
        self.sheet.write_string_with_format(row, at, text, look)?;
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
        let columns = columns.filter_map(|(at, column)| match &column.holds {
            holds @ (Holds::Choice(_) | Holds::Record(_)) => Some((at, choices.of(holds)?)),
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
    lists: Vec<(String, Holds, Vec<String>)>,
    owners: Vec<String>,
}

impl Choices {
    fn new(tables: &[Table], kind: &str, names: &Names, lang: Lang) -> Self {
        let mut all = Self {
            lists: Vec::new(),
            owners: listed(&Holds::Record(kind.to_owned()), names, lang),
        };
        if tables.len() > 1 {
            all.add(
                tables[0].of.of(lang),
                &Holds::Record(kind.to_owned()),
                names,
                lang,
            );
        }
        for column in tables.iter().flat_map(|table| &table.columns) {
            let holds = match &column.holds {
                Holds::Several(of) => of,
                holds => holds,
            };
            match holds {
                Holds::Choice(_) => all.add(column.head.of(lang), holds, names, lang),
                Holds::Record(kind) => all.add(&called(kind, lang), holds, names, lang),
                _ => {}
            }
        }
        all
    }

    fn add(&mut self, head: &str, holds: &Holds, names: &Names, lang: Lang) {
        let list = listed(holds, names, lang);
        if self.of(holds).is_none() && !list.is_empty() {
            self.lists.push((head.to_owned(), holds.clone(), list));
        }
    }

    fn of(&self, holds: &Holds) -> Option<&[String]> {
        let found = self.lists.iter().find(|(_, of, _)| of == holds);
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

    fn write(&self, sheet: &mut Worksheet, look: &Look, lang: Lang) -> Result<(), XlsxError> {
        sheet.set_name(of(CHOICES, lang))?;
        for (at, (head, _, list)) in (0_u16..).zip(&self.lists) {
            sheet.set_column_width(at, 30)?;
            sheet.write_string_with_format(0, at, head, &look.head)?;
            for (row, name) in (1_u32..).zip(list) {
                sheet.write_string_with_format(row, at, name, &look.words)?;
            }
        }
        Ok(())
    }
}

/// What can be chosen in a cell.
fn listed(holds: &Holds, names: &Names, lang: Lang) -> Vec<String> {
    match holds {
        Holds::Choice(options) => {
            let words = options.iter().map(|option| word(option, lang).to_owned());
            words.collect()
        }
        Holds::Record(kind) => names.all(kind).into_iter().map(str::to_owned).collect(),
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

fn help(sheet: &mut Worksheet, look: &Look, lang: Lang) -> Result<(), XlsxError> {
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
        sheet.write_string_with_format(row, 0, *line, &look.words)?;
    }
    Ok(())
}
