//! What stands in a cell, and what value that is.

use std::collections::{BTreeMap, HashMap};

use content::forms::Choice;
use model::Lang;
use serde_json::{Number, Value};
use thiserror::Error;

use super::columns::{CellType, Column};
use super::tree::Tree;

/// Between several in one cell.
const BETWEEN: &str = "；";

/// What stands in a cell, as a spreadsheet has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A number that is shown in per cent.
    Percent(f64),
    /// Yes or no.
    Flag(bool),
    /// A day, as `2026-03-02`.
    Day(String),
    /// What a formula could not compute, as `#REF!`.
    Broken(String),
}

/// Why a cell has no value.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CellError {
    /// It is no number.
    #[error("`{0}` is no number. Write digits alone.")]
    NotANumber(String),
    /// It is shown in per cent.
    #[error("This is formatted as a percentage. Write the number alone, without %.")]
    Percent,
    /// It is neither yes nor empty.
    #[error("`{0}` is neither yes nor no. Leave it empty for no.")]
    NotAFlag(String),
    /// It is none of what there is to choose.
    #[error("`{found}` is none of: {options}.")]
    NotAChoice {
        /// What was found.
        found: String,
        /// What there is.
        options: String,
        /// The same in Chinese.
        zh: String,
    },
    /// Nothing is called so.
    #[error("Nothing is called `{0}`. Take a name from the sheet of names.")]
    UnknownName(String),
    /// A formula without a result.
    #[error("The formula has no result: {0}.")]
    Broken(String),
    /// It is the column of numbers.
    #[error("This number belongs to no record. Leave that column as it is; of a new row, empty.")]
    UnknownKey,
    /// Two rows have the same number.
    #[error("Row {0} has the same number. Empty it where the row is new.")]
    DuplicateKey(u32),
    /// A new record has no name.
    #[error("Write here what the new one is called, in Chinese.")]
    MissingName,
    /// A new row of a list says not of which record it is.
    #[error("Write here of which record the new row is, by its name.")]
    MissingOwner,
    /// Somebody has changed it since it was taken out.
    #[error(
        "Somebody has changed this since it was taken out; now it is `{0}`. Take it out again first."
    )]
    ChangedMeanwhile(String),
    /// Somebody has removed the row since it was taken out.
    #[error(
        "Somebody has changed or removed this row since it was taken out. Take it out again first."
    )]
    RowGone,
}

impl CellError {
    /// In a language.
    pub fn words(&self, lang: Lang) -> String {
        if lang == Lang::En {
            return self.to_string();
        }
        match self {
            Self::NotANumber(found) => format!("“{found}”不是数字。只写数。"),
            Self::Percent => "这一格的格式是百分比。请只写数，不写 %。".to_owned(),
            Self::NotAFlag(found) => format!("“{found}”不是“是”或“否”。不是就空着。"),
            Self::NotAChoice { found, zh, .. } => format!("“{found}”不在可选的里面：{zh}。"),
            Self::UnknownName(found) => {
                format!("没有叫“{found}”的。请从“可选的名称”那张表里选。")
            }
            Self::Broken(found) => format!("公式没有结果：{found}。"),
            Self::UnknownKey => "这个编号对不上。编号一列请勿改动；新的一行，编号空着。".to_owned(),
            Self::DuplicateKey(row) => format!("第 {row} 行的编号相同。新的一行，请把编号清空。"),
            Self::MissingName => "新添的一条，请先写中文名称。".to_owned(),
            Self::MissingOwner => "新的一行，请在这里写它属于哪一条，照名称写。".to_owned(),
            Self::ChangedMeanwhile(now) => {
                format!("带出去以后别人改过这一格，现在是“{now}”。请重新带出来再改。")
            }
            Self::RowGone => "带出去以后别人改过或删去了这一行。请重新带出来再改。".to_owned(),
        }
    }
}

/// What records are called, for cells that name one.
#[derive(Clone, Debug, Default)]
pub struct Names {
    of: HashMap<String, BTreeMap<String, String>>,
    ids: HashMap<String, HashMap<String, String>>,
    also: HashMap<(String, String), String>,
}

impl Names {
    /// Adds a record. Two of one name differ by their ids.
    pub fn add(&mut self, kind: &str, id: &str, name: &str) {
        let names = self.of.entry(kind.to_owned()).or_default();
        let ids = self.ids.entry(kind.to_owned()).or_default();
        let name = name.trim();
        let taken = names.contains_key(name) || name.contains(BETWEEN) || name.contains('\n');
        let shown = match taken || name.is_empty() {
            true => format!("{}（{id}）", name.replace(['；', '\n'], " ")),
            false => name.to_owned(),
        };
        names.insert(shown.clone(), id.to_owned());
        ids.insert(id.to_owned(), shown);
    }

    /// What a record is called besides, where nothing else is called so.
    pub fn also(&mut self, kind: &str, id: &str, name: &str) {
        let key = (kind.to_owned(), name.trim().to_owned());
        self.also.entry(key).or_insert_with(|| id.to_owned());
    }

    /// What a record is called; its id where nobody knows.
    pub fn shown<'a>(&'a self, kind: &str, id: &'a str) -> &'a str {
        let known = self.ids.get(kind).and_then(|ids| ids.get(id));
        known.map_or(id, String::as_str)
    }

    /// The id of what is called so.
    pub fn id(&self, kind: &str, name: &str) -> Option<&str> {
        let name = name.trim();
        let by_name = self.of.get(kind).and_then(|names| names.get(name));
        let ids = self.ids.get(kind)?;
        // Two of one name have their ids behind it, whatever the name is in this language.
        let bracketed = name
            .strip_suffix('）')
            .and_then(|name| name.rsplit_once('（'));
        let own = [Some(name), bracketed.map(|(_, id)| id)];
        let mut own = own.into_iter().flatten();
        let by_id = || own.find_map(|id| ids.get_key_value(id).map(|(id, _)| id));
        let own = by_name.or_else(by_id);
        let also = || self.also.get(&(kind.to_owned(), name.to_owned()));
        own.or_else(also).map(String::as_str)
    }

    /// Everything of a kind, in order.
    pub fn all(&self, kind: &str) -> Vec<&str> {
        let names = self.of.get(kind);
        names.map_or_else(Vec::new, |names| names.keys().map(String::as_str).collect())
    }
}

impl Column {
    /// The value that a cell of this column shows.
    fn value<'a>(&self, record: &'a Value) -> Option<&'a Value> {
        let path = self.path.iter();
        let mut value = record;
        for key in path {
            value = value.get(key)?;
        }
        match (&self.cell_type, value) {
            (CellType::Words(tag), Value::Object(both)) => both.get(*tag),
            (CellType::Words("zh-Hans"), plain) => Some(plain),
            (CellType::Words(_), _) => None,
            (_, value) => Some(value),
        }
    }

    /// What a cell of this column shows of a record.
    pub fn shown(&self, record: &Value, names: &Names, lang: Lang) -> Cell {
        let Some(value) = self.value(record) else {
            return Cell::Empty;
        };
        shown(&self.cell_type, value, names, lang)
    }

    /// What a cell of this column shows of a value that was read from one.
    pub fn text_of(&self, value: Option<&Value>, names: &Names, lang: Lang) -> String {
        let cell = value.map(|value| shown(&self.cell_type, value, names, lang));
        cell.unwrap_or_default().text()
    }

    /// Puts the value of a cell into a record; none takes it away.
    pub fn put(&self, record: &mut Tree, new: Option<Value>) {
        let mut path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let CellType::Words(tag) = self.cell_type else {
            record.set(&path, new.as_ref().map(Tree::of));
            return;
        };
        let mut now = Some(&mut *record);
        for key in &path {
            now = now.and_then(|tree| tree.field(key));
        }
        match now {
            Some(plain @ Tree::Leaf(_)) if tag != "zh-Hans" => {
                // Chinese alone stood there as it is.
                let zh = plain.clone();
                if let Some(new) = &new {
                    let both = [("zh-Hans".to_owned(), zh), (tag.to_owned(), Tree::of(new))];
                    *plain = Tree::Fields(both.into());
                }
            }
            Some(Tree::Fields(_)) => {
                path.push(tag);
                record.set(&path, new.as_ref().map(Tree::of));
            }
            _ if tag == "zh-Hans" => record.set(&path, new.as_ref().map(Tree::of)),
            _ => {
                path.push(tag);
                record.set(&path, new.as_ref().map(Tree::of));
            }
        }
    }

    /// The value that stands in a cell; none where it is empty.
    ///
    /// # Errors
    /// When it is nothing that this column takes.
    pub fn read(&self, cell: &Cell, names: &Names) -> Result<Option<Value>, CellError> {
        match cell {
            Cell::Empty => Ok(None),
            Cell::Broken(what) => Err(CellError::Broken(what.clone())),
            cell => read(&self.cell_type, cell, names),
        }
    }
}

fn shown(cell_type: &CellType, value: &Value, names: &Names, lang: Lang) -> Cell {
    match (cell_type, value) {
        (CellType::Several(of), Value::Array(list)) => {
            let each = list.iter().map(|one| shown(of, one, names, lang).text());
            text(&each.collect::<Vec<_>>().join(BETWEEN))
        }
        (CellType::Number, Value::Number(number)) => {
            number.as_f64().map_or(Cell::Empty, Cell::Number)
        }
        (CellType::Flag, Value::Bool(true)) => text(match lang {
            Lang::En => "yes",
            _ => "是",
        }),
        (CellType::Flag, Value::Bool(false)) => text(match lang {
            Lang::En => "no",
            _ => "否",
        }),
        (CellType::Choice(options), Value::String(value)) => {
            let known = options.iter().find(|option| option.value == *value);
            text(known.map_or(value, |known| word(known, lang)))
        }
        (CellType::Record(kind), Value::String(id)) => text(names.shown(kind, id)),
        (_, Value::String(plain)) => text(plain),
        (_, Value::Null) => Cell::Empty,
        (_, other) => text(&other.to_string()),
    }
}

fn text(text: &str) -> Cell {
    match text.is_empty() {
        true => Cell::Empty,
        false => Cell::Text(text.to_owned()),
    }
}

/// An option, as it stands in a cell.
pub fn word(option: &Choice, lang: Lang) -> &str {
    match lang {
        Lang::En => &option.en,
        _ => &option.zh,
    }
}

impl Cell {
    /// In words, as it is compared and shown.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => tidy(text),
            Self::Number(number) => written(*number),
            Self::Percent(number) => written(number * 100.0) + "%",
            Self::Flag(yes) => if *yes { "是" } else { "否" }.to_owned(),
            Self::Day(day) => day.clone(),
            Self::Broken(what) => what.clone(),
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }
}

fn read(cell_type: &CellType, cell: &Cell, names: &Names) -> Result<Option<Value>, CellError> {
    let typed = cell.text();
    if typed.is_empty() {
        return Ok(None);
    }
    let value = match cell_type {
        CellType::Words(_) => Value::from(typed),
        CellType::Line(false) => Value::from(typed),
        CellType::Line(true) => Value::from(formal(&typed)),
        CellType::Number => match cell {
            Cell::Percent(_) => return Err(CellError::Percent),
            _ => Value::Number(number(&typed)?),
        },
        CellType::Flag => match half_width(&typed).to_lowercase().as_str() {
            "是" | "✓" | "√" | "true" | "1" | "yes" => Value::Bool(true),
            "否" | "false" | "0" | "no" => return Ok(None),
            _ => return Err(CellError::NotAFlag(typed)),
        },
        CellType::Choice(options) => {
            let wanted = half_width(&typed);
            let mut known = options.iter();
            let known = known.find(|option| {
                let words = [&option.value, &option.zh, &option.en];
                words.iter().any(|word| **word == typed || **word == wanted)
            });
            let list = |lang| {
                let words = options.iter().map(|option| word(option, lang));
                words.collect::<Vec<_>>()
            };
            match known {
                Some(known) => Value::from(known.value.as_str()),
                None => {
                    return Err(CellError::NotAChoice {
                        found: typed,
                        options: list(Lang::En).join(", "),
                        zh: list(Lang::ZhHans).join("、"),
                    });
                }
            }
        }
        CellType::Record(kind) => match names.id(kind, &typed) {
            Some(id) => Value::from(id),
            None => return Err(CellError::UnknownName(typed)),
        },
        CellType::Several(of) => return several(of, &typed, names),
    };
    Ok(Some(value))
}

/// Several of one cell: on lines of their own, or with a sign between them. A name may have
/// a comma in it, so those only part what is no name as a whole.
fn several(of: &CellType, typed: &str, names: &Names) -> Result<Option<Value>, CellError> {
    let mut all = Vec::new();
    for piece in typed.split(['；', ';', '\n']) {
        match one(of, piece, names) {
            Ok(value) => all.extend(value),
            Err(error) => {
                let parts: Vec<&str> = piece.split(['、', '，', ',']).collect();
                if parts.len() < 2 {
                    return Err(error);
                }
                for part in parts {
                    all.extend(one(of, part, names)?);
                }
            }
        }
    }
    Ok((!all.is_empty()).then_some(Value::Array(all)))
}

fn one(of: &CellType, piece: &str, names: &Names) -> Result<Option<Value>, CellError> {
    read(of, &Cell::Text(piece.to_owned()), names)
}

/// A text without what no reader sees: blanks around it, and other programs' line ends.
fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// Letters, digits and signs as wide as a Chinese character, as they are usually.
fn half_width(text: &str) -> String {
    let narrow = text.chars().map(|char| match char {
        '\u{ff01}'..='\u{ff5e}' => {
            let code = u32::from(char) - 0xfee0;
            char::from_u32(code).unwrap_or(char)
        }
        '\u{3000}' | '\u{a0}' => ' ',
        '−' => '-',
        char => char,
    });
    narrow.collect::<String>().trim().to_owned()
}

/// A number as it stands in a record.
///
/// # Errors
/// When it is none.
fn number(typed: &str) -> Result<Number, CellError> {
    let plain: String = half_width(typed)
        .chars()
        .filter(|char| !matches!(char, ',' | ' '))
        .collect();
    let plain = plain.strip_prefix('+').unwrap_or(&plain);
    let error = || CellError::NotANumber(typed.to_owned());
    let is_plain = plain
        .chars()
        .all(|char| char.is_ascii_digit() || matches!(char, '.' | '-'));
    let value: f64 = plain.parse().map_err(|_| error())?;
    if !is_plain || !value.is_finite() {
        return Err(error());
    }
    serde_json::from_str(&written(value)).map_err(|_| error())
}

/// A number in digits, as exactly as spreadsheets compute.
pub fn written(number: f64) -> String {
    const EXACT: usize = 14;
    let rounded: f64 = format!("{number:.EXACT$e}").parse().unwrap_or(number);
    let text = format!("{rounded}");
    match &*text {
        "-0" => "0".to_owned(),
        _ => text,
    }
}

/// A line of which the form is known: narrow signs, and days as records have them.
fn formal(typed: &str) -> String {
    let plain = half_width(typed);
    let end = plain.trim_end_matches(['日', '月', '年']);
    let parts: Vec<&str> = end.split(['-', '/', '.', '年', '月']).collect();
    let is_number = |part: &&str| !part.is_empty() && part.chars().all(|one| one.is_ascii_digit());
    let is_year = parts.first().is_some_and(|year| year.len() == 4);
    if !is_year || parts.len() > 3 || !parts.iter().all(|part| is_number(part) && part.len() <= 4) {
        return plain;
    }
    let parts = parts.iter().map(|part| format!("{part:0>2}"));
    parts.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use serde_json::json;

    use super::*;

    fn value(cell_type: CellType, cell: Cell) -> Result<Option<Value>, CellError> {
        let mut names = Names::default();
        names.add("source", "scnews", "四川新闻网，2025");
        names.add("source", "gy", "广元日报");
        names.add("source", "gy-2", "广元日报");
        read(&cell_type, &cell, &names)
    }

    fn typed(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn read_numbers_however_they_are_typed() {
        let number = |cell| value(CellType::Number, cell);
        for text in ["344.07", "３４４．０７", " 344.07 ", "+344.07"] {
            assert_eq!(number(typed(text)), Ok(Some(json!(344.07))), "{text}");
        }
        assert_eq!(number(typed("１，２００")), Ok(Some(json!(1200))));
        assert_eq!(number(Cell::Number(25.0)), Ok(Some(json!(25))));
        assert_eq!(number(Cell::Number(0.1 + 0.2)), Ok(Some(json!(0.3))));
        assert_eq!(number(typed("−3")), Ok(Some(json!(-3))));
        assert_eq!(number(Cell::Empty), Ok(None));
        let none = |text: &str| Err(CellError::NotANumber(text.to_owned()));
        for text in ["500以上", "1e9", "inf", "NaN", "1-2", "30%"] {
            assert_eq!(number(typed(text)), none(text));
        }
        assert_eq!(number(Cell::Percent(0.3)), Err(CellError::Percent));
    }

    #[test]
    fn read_days_however_they_are_typed() {
        let line = |cell| value(CellType::Line(true), cell).ok().flatten();
        for text in ["2024-06-03", "2024/6/3", "2024年6月3日", "２０２４．６．３"] {
            assert_eq!(line(typed(text)), Some(json!("2024-06-03")), "{text}");
        }
        assert_eq!(line(typed("2024年")), Some(json!("2024")));
        assert_eq!(line(Cell::Number(2024.0)), Some(json!("2024")));
        assert_eq!(line(typed("2024年6月")), Some(json!("2024-06")));
        assert_eq!(
            line(Cell::Day("2024-06-03".into())),
            Some(json!("2024-06-03"))
        );
        // A span, and what is no day, stay for the check to look at.
        assert_eq!(
            line(typed("2025-01/2025-09")),
            Some(json!("2025-01/2025-09"))
        );
        assert_eq!(line(typed("https://a.cn/x")), Some(json!("https://a.cn/x")));
    }

    #[test]
    fn read_names_and_several_of_them() {
        let source = || CellType::Record("source".into());
        assert_eq!(value(source(), typed("广元日报")), Ok(Some(json!("gy"))));
        assert_eq!(
            value(source(), typed("广元日报（gy-2）")),
            Ok(Some(json!("gy-2")))
        );
        assert_eq!(value(source(), typed("gy-2")), Ok(Some(json!("gy-2"))));
        let in_english = typed("Guangyuan Daily（gy-2）");
        assert_eq!(value(source(), in_english), Ok(Some(json!("gy-2"))));
        let none = Err(CellError::UnknownName("没有".into()));
        assert_eq!(value(source(), typed("没有")), none);
        let several = || CellType::Several(Box::new(source()));
        let both = Ok(Some(json!(["scnews", "gy"])));
        assert_eq!(value(several(), typed("四川新闻网，2025；广元日报")), both);
        assert_eq!(value(several(), typed("四川新闻网，2025\n广元日报")), both);
        let two = Ok(Some(json!(["gy", "gy-2"])));
        assert_eq!(value(several(), typed("gy、gy-2")), two);
    }

    #[test]
    fn read_flags() {
        assert_eq!(value(CellType::Flag, typed("是")), Ok(Some(json!(true))));
        assert_eq!(
            value(CellType::Flag, Cell::Flag(true)),
            Ok(Some(json!(true)))
        );
        assert_eq!(value(CellType::Flag, Cell::Number(0.0)), Ok(None));
        let error = Err(CellError::NotAFlag("大概".into()));
        assert_eq!(value(CellType::Flag, typed("大概")), error);
    }

    #[test]
    fn put_words_beside_those_of_another_language() {
        let column = |tag| Column {
            head: super::super::columns::KEY.clone(),
            path: vec!["note".into()],
            cell_type: CellType::Words(tag),
            required: false,
        };
        let mut record = Tree::parse(r#"{"note":"铝"}"#).unwrap();
        column("en").put(&mut record, Some(json!("Al")));
        assert_eq!(record.to_string(), r#"{"note":{"zh-Hans":"铝","en":"Al"}}"#);
        column("zh-Hans").put(&mut record, Some(json!("铝锭")));
        column("en").put(&mut record, None);
        assert_eq!(record.to_string(), r#"{"note":{"zh-Hans":"铝锭"}}"#);
        column("zh-Hans").put(&mut record, None);
        assert_eq!(record.to_string(), "{}");
        column("zh-Hans").put(&mut record, Some(json!("铝")));
        assert_eq!(record.to_string(), r#"{"note":"铝"}"#);
        column("zh-Hans").put(&mut record, None);
        column("en").put(&mut record, Some(json!("Al")));
        assert_eq!(record.to_string(), r#"{"note":{"en":"Al"}}"#);
    }
}
