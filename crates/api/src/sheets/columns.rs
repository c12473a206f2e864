//! Which columns a kind of record has in a spreadsheet: made from its form, so that no
//! field is missing.

use std::sync::LazyLock;

use content::forms::{FieldForm, Forms, Shape, forms};
use model::Lang;

/// The kinds of record that go out and come in as a spreadsheet.
pub const KINDS: [&str; 2] = ["company", "indicator"];

/// In this order columns stand, those that are not here after them.
const ORDER: [&str; 32] = [
    "name",
    "period",
    "value",
    "unit",
    "material",
    "kind",
    "status",
    "role",
    "atLeast",
    "change",
    "calculated",
    "stage",
    "scope",
    "aliases",
    "stages",
    "products",
    "district",
    "summary",
    "membership",
    "website",
    "phone",
    "address",
    "asOf",
    "newestKnown",
    "lastVerified",
    "source",
    "sources",
    "superseded",
    "tile",
    "logo",
    "photos",
    "papers",
];

/// A word in Chinese and in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Bilingual {
    fn new(zh: &str, en: &str) -> Self {
        Self {
            zh: zh.to_owned(),
            en: en.to_owned(),
        }
    }

    /// In a language.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            _ => &self.zh,
        }
    }

    /// Whether it is called so, in either language.
    pub fn is(&self, name: &str) -> bool {
        self.zh == name || self.en == name
    }
}

/// The column that says of which record a row is. Nobody writes into it.
pub static KEY: LazyLock<Bilingual> =
    LazyLock::new(|| Bilingual::new("编号（请勿改动）", "Number (leave as it is)"));
/// The column that takes a row away.
pub static REMOVE: LazyLock<Bilingual> =
    LazyLock::new(|| Bilingual::new("删去（写“是”）", "Remove (write yes)"));

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellType {
    /// Words in a language, as its tag.
    Words(&'static str),
    /// A line that is the same in every language; whether it has a form.
    Line(bool),
    /// A number.
    Number,
    /// Yes, or nothing.
    Flag,
    /// One of these.
    Choice(Vec<content::forms::Choice>),
    /// A record of this kind.
    Record(String),
    /// Several of the same.
    Several(Box<Self>),
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// What stands above it.
    pub head: Bilingual,
    /// The path to its value, in the record or in one of the list's.
    pub path: Vec<String>,
    /// What its cells hold.
    pub cell_type: CellType,
    /// Whether it must be there.
    pub required: bool,
}

impl Column {
    /// The path to the value whose faults are this cell's; of words the path to all languages.
    pub fn place(&self) -> String {
        self.path.join(".")
    }
}

/// A sheet: the records of a kind, or one of their lists.
#[derive(Clone, Debug)]
pub struct Table {
    /// What the sheet is called.
    pub name: Bilingual,
    /// The list that its rows are of; none where they are the records.
    pub list: Option<String>,
    /// What the record is called, above the column that says of which a row is.
    pub of: Bilingual,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// The sheets of a kind; none of a kind that has none.
pub fn tables(kind: &str) -> Option<&'static [Table]> {
    static FORMS: LazyLock<Forms> = LazyLock::new(forms);
    static ALL: LazyLock<Vec<(&str, Vec<Table>)>> = LazyLock::new(|| {
        let made = KINDS.iter();
        made.filter_map(|kind| Some((*kind, of_kind(&FORMS, kind)?)))
            .collect()
    });
    let found = ALL.iter().find(|(name, _)| *name == kind);
    found.map(|(_, tables)| tables.as_slice())
}

fn of_kind(forms: &Forms, kind: &str) -> Option<Vec<Table>> {
    let form = forms.kinds.iter().find(|form| form.kind == kind)?;
    let of = Bilingual::new(&form.zh, &form.en);
    let mut own = Table {
        name: of.clone(),
        list: None,
        of: of.clone(),
        columns: Vec::new(),
    };
    let mut lists = Vec::new();
    for field in ordered(forms, &form.type_name) {
        if let Shape::List { of: inner } = &field.shape
            && let Shape::Group { of: group } = &**inner
        {
            let mut table = Table {
                name: Bilingual::new(&field.zh, &field.en),
                list: Some(field.key.clone()),
                of: of.clone(),
                columns: Vec::new(),
            };
            for field in ordered(forms, group) {
                add(forms, &mut table.columns, &field, &[], None);
            }
            lists.push(table);
        } else if field.key != "id" {
            add(forms, &mut own.columns, &field, &[], None);
        }
    }
    lists.insert(0, own);
    Some(lists)
}

fn ordered(forms: &Forms, of: &str) -> Vec<FieldForm> {
    let mut fields = forms
        .types
        .get(of)
        .map_or_else(Vec::new, |of| of.fields.clone());
    let place = |field: &FieldForm| {
        let known = ORDER.iter().position(|key| *key == field.key);
        known.unwrap_or(ORDER.len())
    };
    fields.sort_by_key(place);
    fields
}

fn add(
    forms: &Forms,
    columns: &mut Vec<Column>,
    field: &FieldForm,
    before: &[String],
    within: Option<&Bilingual>,
) {
    let mut path = before.to_vec();
    path.push(field.key.clone());
    let head = match within {
        Some(within) if within.zh != field.zh => Bilingual::new(
            &format!("{}：{}", within.zh, field.zh),
            &format!("{}: {}", within.en, field.en),
        ),
        _ => Bilingual::new(&field.zh, &field.en),
    };
    let column = |head: Bilingual, path: Vec<String>, cell_type, required| Column {
        head,
        path,
        cell_type,
        required,
    };
    match &field.shape {
        Shape::Text => {
            for (tag, zh, en) in [("zh-Hans", "中文", "Chinese"), ("en", "英文", "English")] {
                let head = Bilingual::new(
                    &format!("{}（{zh}）", head.zh),
                    &format!("{} ({en})", head.en),
                );
                let required = field.required && tag == "zh-Hans";
                columns.push(column(head, path.clone(), CellType::Words(tag), required));
            }
        }
        Shape::Group { of } => {
            let of = ordered(forms, of);
            for field in of {
                add(forms, columns, &field, &path, Some(&head));
            }
        }
        shape => {
            if let Some(cell_type) = cell_type(shape) {
                columns.push(column(head, path, cell_type, field.required));
            }
        }
    }
}

fn cell_type(shape: &Shape) -> Option<CellType> {
    Some(match shape {
        Shape::Line { pattern } => CellType::Line(pattern.is_some()),
        Shape::Number => CellType::Number,
        Shape::Flag => CellType::Flag,
        Shape::Choice { options } => CellType::Choice(options.clone()),
        Shape::Reference { kind } => CellType::Record(kind.clone()),
        Shape::List { of } => CellType::Several(Box::new(cell_type(of)?)),
        Shape::Text | Shape::Markdown | Shape::Group { .. } => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn have_a_place_for_every_field() {
        let forms = forms();
        for kind in KINDS {
            let tables = tables(kind).unwrap();
            let form = forms.kinds.iter().find(|form| form.kind == kind).unwrap();
            let lists: BTreeSet<&str> = tables.iter().filter_map(|of| of.list.as_deref()).collect();
            let paths: BTreeSet<&str> = (tables[0].columns.iter())
                .map(|column| column.path[0].as_str())
                .collect();
            for field in &forms.types[&form.type_name].fields {
                let key = &*field.key;
                let known = key == "id" || lists.contains(key) || paths.contains(key);
                assert!(known, "{kind}.{key} can be taken out and brought in");
            }
        }
        let points = tables("indicator").unwrap().last().unwrap();
        let paths: Vec<String> = points.columns.iter().map(Column::place).collect();
        for key in [
            "period", "value", "kind", "atLeast", "change", "source", "note",
        ] {
            assert!(
                paths.iter().any(|path| path == key),
                "{key} among {paths:?}"
            );
        }
    }

    #[test]
    fn call_no_two_columns_of_a_sheet_the_same() {
        for table in KINDS.iter().filter_map(|kind| tables(kind)).flatten() {
            for heads in [
                table
                    .columns
                    .iter()
                    .map(|one| &one.head.zh)
                    .collect::<Vec<_>>(),
                table.columns.iter().map(|one| &one.head.en).collect(),
            ] {
                let different: BTreeSet<_> = heads.iter().collect();
                assert_eq!(different.len(), heads.len(), "{heads:?}");
            }
        }
    }
}
