//! What a spreadsheet would change: every cell that is other than when it was taken out.

mod lists;
mod records;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use model::Lang;
use serde_json::Value;

use super::cell::{Cell, CellError, Names};
use super::columns::{CellType, Column, KEY, REMOVE, Table};
use super::file::{CellLocation, Sheet, named};
use super::rows::{CellLocations, Rows};
use super::tree::Tree;
use super::{ExportedRecord, SheetError, out};

/// A cell that is other than it was.
#[derive(Clone, Debug)]
pub struct Difference {
    /// Where.
    pub location: CellLocation,
    /// What it is called.
    pub field: String,
    /// What is there now.
    pub before: String,
    /// What is to be.
    pub after: String,
}

/// A cell whose value cannot be taken.
#[derive(Clone, Debug)]
pub struct CellFault {
    /// Where.
    pub location: CellLocation,
    /// In words.
    pub message: String,
}

/// A record that would change.
#[derive(Clone, Debug)]
pub struct ChangedRecord {
    /// Its id.
    pub id: String,
    /// The revision that it is changed from; none of a new one.
    pub revision: Option<i64>,
    /// What it is called.
    pub title: String,
    /// What it would be.
    pub content: String,
    /// Whether a cell of it has a fault: then nothing of it is written.
    pub held: bool,
    /// What is different.
    pub changes: Vec<Difference>,
    locations: CellLocations,
}

impl ChangedRecord {
    /// The cell in which something of the record stands, or the nearest around it.
    pub fn location(&self, path: &str) -> Option<&CellLocation> {
        let mut path = path;
        loop {
            if let Some(location) = self.locations.get(path) {
                return Some(location);
            }
            let cut = path.rfind(['.', '['])?;
            path = &path[..cut];
        }
    }

    /// The first of its cells that is different.
    pub fn first(&self) -> Option<&CellLocation> {
        self.changes.first().map(|change| &change.location)
    }
}

/// What a spreadsheet would change.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The records.
    pub changed: Vec<ChangedRecord>,
    /// Cells whose values cannot be taken.
    pub faults: Vec<CellFault>,
    /// What was not looked at: columns and sheets that nobody knows.
    pub ignored: Vec<String>,
}

/// What is known of the records.
#[derive(Clone, Debug, Default)]
pub struct KnownRecords {
    /// As they were last saved.
    pub now: HashMap<String, ExportedRecord>,
    /// As they were when the spreadsheet was made, where they are other now.
    pub then: HashMap<(String, i64), Value>,
    /// Ids that something has or had.
    pub used_ids: BTreeSet<String>,
    /// What records are called.
    pub names: Names,
}

impl KnownRecords {
    /// A record when the spreadsheet was made.
    fn then(&self, id: &str, revision: i64) -> Option<&Value> {
        let now = self.now.get(id)?;
        match now.revision == revision {
            true => Some(&now.value),
            false => self.then.get(&(id.to_owned(), revision)),
        }
    }
}

/// A row's number: a record at a revision, and which of its list.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RowKey {
    id: String,
    revision: i64,
    index: Option<usize>,
}

impl RowKey {
    fn parse(text: &str) -> Option<Self> {
        let (id, rest) = text.trim().split_once('@')?;
        let (revision, index) = match rest.split_once('#') {
            Some((revision, index)) => (revision, Some(index.parse::<usize>().ok()?)),
            None => (rest, None),
        };
        Some(Self {
            id: id.to_owned(),
            revision: revision.parse().ok()?,
            // In the file they are counted as people count.
            index: match index {
                Some(index) => Some(index.checked_sub(1)?),
                None => None,
            },
        })
    }
}

impl ExportedRecord {
    /// The number of a row.
    pub fn key(&self, index: Option<usize>) -> String {
        match index {
            Some(index) => format!("{}@{}#{}", self.id, self.revision, index + 1),
            None => format!("{}@{}", self.id, self.revision),
        }
    }
}

/// The records and revisions that a spreadsheet's rows are of.
pub fn revisions(tables: &[Table], sheets: &[Sheet]) -> BTreeSet<(String, i64)> {
    let mut all = BTreeSet::new();
    for table in tables {
        let Some(MatchedSheet { sheet, key, .. }) =
            MatchedSheet::of(table, sheets, &mut Vec::new())
                .ok()
                .flatten()
        else {
            continue;
        };
        for cells in sheet.cells.values() {
            let number = cells.get(&key).and_then(|cell| RowKey::parse(&cell.text()));
            all.extend(number.map(|number| (number.id, number.revision)));
        }
    }
    all
}

/// A sheet with its columns found.
struct MatchedSheet<'a> {
    table: &'a Table,
    sheet: &'a Sheet,
    columns: Vec<(u32, &'a Column)>,
    key: u32,
    owner: Option<u32>,
    remove: Option<u32>,
}

impl<'a> MatchedSheet<'a> {
    fn of(
        table: &'a Table,
        sheets: &'a [Sheet],
        ignored: &mut Vec<String>,
    ) -> Result<Option<Self>, SheetError> {
        let mut named_so = sheets
            .iter()
            .filter(|sheet| table.name.is(sheet.name.trim()));
        let Some(sheet) = named_so.next() else {
            return Ok(None);
        };
        let mut columns = Vec::new();
        let (mut key, mut owner, mut remove) = (None, None, None);
        for (at, cell) in sheet.cells.get(&0).into_iter().flatten() {
            let head = cell.text();
            if KEY.is(&head) {
                key = Some(*at);
            } else if REMOVE.is(&head) {
                remove = Some(*at);
            } else if table.list.is_some() && *at == 0 && table.of.is(&head) {
                owner = Some(*at);
            } else {
                match table.columns.iter().find(|column| column.head.is(&head)) {
                    Some(column) => columns.push((*at, column)),
                    None => ignored.push(format!("{} {}：{head}", sheet.name, named(0, *at))),
                }
            }
        }
        let key = key.ok_or_else(|| SheetError::NoKeys(sheet.name.clone()))?;
        Ok(Some(Self {
            table,
            sheet,
            columns,
            key,
            owner,
            remove,
        }))
    }

    fn location(&self, row: u32, column: u32) -> CellLocation {
        CellLocation {
            sheet: self.sheet.name.clone(),
            cell: named(row, column),
        }
    }

    /// The cells of a row, by the paths to what stands in them; by none the first.
    fn locations(&self, row: u32) -> CellLocations {
        let mut locations = CellLocations::new();
        for (at, column) in &self.columns {
            let (path, location) = (column.place(), self.location(row, *at));
            locations
                .entry(String::new())
                .or_insert_with(|| location.clone());
            if let CellType::Words(tag) = column.cell_type {
                locations.insert(format!("{path}.{tag}"), location.clone());
            }
            locations.entry(path).or_insert(location);
        }
        locations
    }
}

/// A record on its way.
struct EditedRecord {
    id: String,
    revision: Option<i64>,
    title: String,
    tree: Tree,
    held: bool,
    changes: Vec<Difference>,
    locations: CellLocations,
    lists: BTreeMap<String, Rows>,
}

impl EditedRecord {
    /// One of its lists; it is put back by [`Work::lists`].
    fn take(&mut self, list: &str) -> Rows {
        let known = self.lists.remove(list);
        known.unwrap_or_else(|| Rows::of(self.tree.field(list).as_deref()))
    }
}

/// What a cell says, as its column has it: the same in other words is no change.
fn same(column: &Column, a: &Cell, b: &Cell, names: &Names) -> bool {
    let read = |cell| column.read(cell, names);
    a.text() == b.text() || matches!((read(a), read(b)), (Ok(a), Ok(b)) if a == b)
}

/// Whether a row is to be taken away.
fn removes(cell: &Cell) -> Result<bool, CellError> {
    let column = Column {
        head: REMOVE.clone(),
        path: Vec::new(),
        cell_type: CellType::Flag,
        required: false,
    };
    let read = column.read(cell, &Names::default());
    read.map(|value| value == Some(Value::Bool(true)))
}

/// Compares a spreadsheet with what was last saved.
///
/// # Errors
/// When it is none of ours.
pub fn plan(
    kind: &str,
    tables: &[Table],
    sheets: &[Sheet],
    known: &KnownRecords,
    lang: Lang,
) -> Result<Plan, SheetError> {
    let mut planner = Planner {
        kind,
        known,
        lang,
        edited: BTreeMap::new(),
        new: HashMap::new(),
        faults: Vec::new(),
    };
    let mut ignored = Vec::new();
    let mut found = 0;
    for table in tables {
        let Some(matched) = MatchedSheet::of(table, sheets, &mut ignored)? else {
            continue;
        };
        found += 1;
        match &table.list {
            None => planner.records(&matched)?,
            Some(list) => planner.list(&matched, list)?,
        }
    }
    if found == 0 {
        return Err(SheetError::Foreign(tables[0].name.of(lang).to_owned()));
    }
    let ours = |sheet: &&Sheet| {
        let name = sheet.name.trim();
        out::is_help_sheet(name) || tables.iter().any(|table| table.name.is(name))
    };
    ignored.extend(
        sheets
            .iter()
            .filter(|sheet| !ours(sheet))
            .map(|sheet| sheet.name.clone()),
    );
    planner.done(ignored)
}

struct Planner<'a> {
    kind: &'a str,
    known: &'a KnownRecords,
    lang: Lang,
    edited: BTreeMap<String, EditedRecord>,
    /// New records, by what they are called.
    new: HashMap<String, String>,
    faults: Vec<CellFault>,
}

impl<'a> Planner<'a> {
    fn add_fault(&mut self, location: CellLocation, error: &CellError) {
        let message = error.words(self.lang);
        self.faults.push(CellFault { location, message });
    }

    /// A record, as far as it has come.
    fn edit(&mut self, id: &str) -> Result<Option<&mut EditedRecord>, SheetError> {
        if !self.edited.contains_key(id) {
            let Some(now) = self.known.now.get(id) else {
                return Ok(None);
            };
            let record = EditedRecord {
                id: id.to_owned(),
                revision: Some(now.revision),
                title: self.known.names.shown(self.kind, id).to_owned(),
                tree: Tree::parse(&now.text).map_err(|_| SheetError::Broken)?,
                held: false,
                changes: Vec::new(),
                locations: CellLocations::new(),
                lists: BTreeMap::new(),
            };
            self.edited.insert(id.to_owned(), record);
        }
        Ok(self.edited.get_mut(id))
    }

    fn done(self, ignored: Vec<String>) -> Result<Plan, SheetError> {
        let mut plan = Plan {
            changed: Vec::new(),
            faults: self.faults,
            ignored,
        };
        for mut record in self.edited.into_values() {
            if record.changes.is_empty() {
                continue;
            }
            for (list, rows) in std::mem::take(&mut record.lists) {
                let mut trees = Vec::new();
                for (index, (tree, locations)) in rows.done().into_iter().enumerate() {
                    trees.push(tree);
                    let path = format!("{list}[{index}]");
                    record
                        .locations
                        .extend(locations.into_iter().map(|(inner, location)| {
                            let path = match inner.is_empty() {
                                true => path.clone(),
                                false => format!("{path}.{inner}"),
                            };
                            (path, location)
                        }));
                }
                let trees = (!trees.is_empty()).then_some(Tree::List(trees));
                record.tree.set(&[&list], trees);
            }
            let content = store::bundle::format(&record.tree.to_string());
            plan.changed.push(ChangedRecord {
                id: record.id,
                revision: record.revision,
                title: record.title,
                content: content.map_err(|_| SheetError::Broken)?,
                held: record.held,
                changes: record.changes,
                locations: record.locations,
            });
        }
        Ok(plan)
    }
}
