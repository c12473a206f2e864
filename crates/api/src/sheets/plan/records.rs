//! Rows that are records.

use std::collections::{BTreeMap, HashMap};

use content::editing::propose;
use serde_json::Value;

use super::{Difference, EditedRecord, MatchedSheet, Planner, RowKey, same};
use crate::sheets::SheetError;
use crate::sheets::cell::{Cell, CellError};
use crate::sheets::columns::CellType;
use crate::sheets::tree::Tree;

/// Where a company says whether it is a member.
const MEMBERSHIP: [&str; 2] = ["membership", "status"];

impl<'a> Planner<'a> {
    /// Rows that are records.
    pub(super) fn records(&mut self, matched: &MatchedSheet<'a>) -> Result<(), SheetError> {
        let mut seen: HashMap<String, u32> = HashMap::new();
        for (row, cells) in matched.sheet.cells.range(1..) {
            let key = cells.get(&matched.key).map(Cell::text).unwrap_or_default();
            if key.is_empty() {
                self.new_record(matched, *row)?;
                continue;
            }
            let location = matched.location(*row, matched.key);
            let number = RowKey::parse(&key).filter(|number| number.index.is_none());
            let then = number.as_ref();
            let then = then.and_then(|number| self.known.then(&number.id, number.revision));
            let (Some(number), Some(then)) = (number, then) else {
                self.add_fault(location, &CellError::UnknownKey);
                continue;
            };
            if let Some(first) = seen.insert(number.id.clone(), *row) {
                self.add_fault(location, &CellError::DuplicateKey(first + 1));
                continue;
            }
            self.record(matched, *row, &number.id, then)?;
        }
        Ok(())
    }

    fn record(
        &mut self,
        matched: &MatchedSheet<'a>,
        row: u32,
        id: &str,
        then: &Value,
    ) -> Result<(), SheetError> {
        let (known, lang) = (self.known, self.lang);
        let Some(now) = known.now.get(id) else {
            return Ok(());
        };
        let mut errors = Vec::new();
        let Some(record) = self.edit(id)? else {
            return Ok(());
        };
        record.locations = matched.locations(row);
        for (at, column) in &matched.columns {
            let location = matched.location(row, *at);
            let given = matched.sheet.cells[&row]
                .get(at)
                .cloned()
                .unwrap_or_default();
            let before = column.shown(then, &known.names, lang);
            let current = column.shown(&now.value, &known.names, lang);
            let same = |a: &Cell, b: &Cell| same(column, a, b, &known.names);
            if same(&given, &before) || same(&given, &current) {
                continue;
            }
            if !same(&before, &current) {
                errors.push((location, CellError::ChangedMeanwhile(current.text())));
                continue;
            }
            match column.read(&given, &known.names) {
                Err(error) => errors.push((location, error)),
                Ok(value) => {
                    let after = column.text_of(value.as_ref(), &known.names, lang);
                    column.put(&mut record.tree, value);
                    record.changes.push(Difference {
                        location,
                        field: column.head.of(lang).to_owned(),
                        before: current.text(),
                        after,
                    });
                }
            }
        }
        record.held |= !errors.is_empty();
        for (location, error) in errors {
            self.add_fault(location, &error);
        }
        Ok(())
    }

    /// A row without a number: a record that is new.
    fn new_record(&mut self, matched: &MatchedSheet<'a>, row: u32) -> Result<(), SheetError> {
        let (known, lang) = (self.known, self.lang);
        let cells = &matched.sheet.cells[&row];
        let named = |tag| {
            let column = matched.columns.iter().find(|(_, column)| {
                column.path.first().is_some_and(|key| key == "name")
                    && column.cell_type == CellType::Words(tag)
            });
            column.map(|(at, _)| (*at, cells.get(at).map(Cell::text).unwrap_or_default()))
        };
        let (at, name) = named("zh-Hans").unwrap_or((matched.key, String::new()));
        if name.is_empty() {
            self.add_fault(matched.location(row, at), &CellError::MissingName);
            return Ok(());
        }
        let en = named("en").map(|(_, en)| en).filter(|en| !en.is_empty());
        let id = self.new_id(&name, en.as_deref());
        let mut record = EditedRecord {
            id: id.clone(),
            revision: None,
            title: name.clone(),
            tree: Tree::Fields(vec![("id".to_owned(), Tree::text(&id))]),
            held: false,
            changes: Vec::new(),
            locations: matched.locations(row),
            lists: BTreeMap::new(),
        };
        for (at, column) in &matched.columns {
            let location = matched.location(row, *at);
            let given = cells.get(at).cloned().unwrap_or_default();
            match column.read(&given, &known.names) {
                Err(error) => {
                    record.held = true;
                    self.add_fault(location, &error);
                }
                Ok(None) => {}
                Ok(value) => {
                    let after = column.text_of(value.as_ref(), &known.names, lang);
                    column.put(&mut record.tree, value);
                    record.changes.push(Difference {
                        location,
                        field: column.head.of(lang).to_owned(),
                        before: String::new(),
                        after,
                    });
                }
            }
        }
        // Nobody is a member who was not confirmed as one.
        let mut columns = matched.table.columns.iter();
        let has_members = columns.any(|column| column.path == MEMBERSHIP);
        if has_members && !record.tree.has(&MEMBERSHIP) {
            let unconfirmed = Some(Tree::text("unconfirmed"));
            record.tree.set(&MEMBERSHIP, unconfirmed);
        }
        self.new.insert(name, id.clone());
        self.edited.insert(id, record);
        Ok(())
    }

    fn new_id(&self, name: &str, en: Option<&str>) -> String {
        let words = propose::id(name, en);
        let words = match words.is_empty() {
            true => self.kind.to_owned(),
            false => words,
        };
        let is_free =
            |id: &String| !self.known.used_ids.contains(id) && !self.edited.contains_key(id);
        let numbered = (2..).map(|number| format!("{words}-{number}"));
        let mut ids = std::iter::once(words.clone()).chain(numbered);
        ids.find(is_free).unwrap_or_default()
    }
}
