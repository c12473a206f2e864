//! Rows that are entries of a record's list.

use std::collections::HashMap;

use serde_json::Value;

use super::{Difference, MatchedSheet, Planner, RowKey, removes, same};
use crate::sheets::SheetError;
use crate::sheets::cell::{Cell, CellError};
use crate::sheets::columns::{Column, REMOVE};
use crate::sheets::tree::Tree;

impl<'a> Planner<'a> {
    /// Rows that are entries of a record's list.
    pub(super) fn list(
        &mut self,
        matched: &MatchedSheet<'a>,
        list: &str,
    ) -> Result<(), SheetError> {
        let mut seen: HashMap<String, u32> = HashMap::new();
        let mut above: HashMap<String, usize> = HashMap::new();
        for (row, cells) in matched.sheet.cells.range(1..) {
            let key = cells.get(&matched.key).map(Cell::text).unwrap_or_default();
            if key.is_empty() {
                self.new_entry(matched, list, *row, &above)?;
                continue;
            }
            let location = matched.location(*row, matched.key);
            let number = RowKey::parse(&key).filter(|number| number.index.is_some());
            let then = number.as_ref().and_then(|number| {
                let then = self.known.then(&number.id, number.revision)?;
                then[list].as_array()?.get(number.index?)?;
                Some(&then[list])
            });
            let (Some(number), Some(then)) = (number, then) else {
                self.add_fault(location, &CellError::UnknownKey);
                continue;
            };
            if let Some(first) = seen.insert(key, *row) {
                self.add_fault(location, &CellError::DuplicateKey(first + 1));
                continue;
            }
            let index = number.index.unwrap_or_default();
            if let Some(at) = self.entry(matched, list, *row, &number.id, then, index)? {
                above.insert(number.id, at);
            }
        }
        Ok(())
    }

    /// A row that was taken out; says which of the list it is by now.
    fn entry(
        &mut self,
        matched: &MatchedSheet<'a>,
        list: &str,
        row: u32,
        id: &str,
        then: &Value,
        index: usize,
    ) -> Result<Option<usize>, SheetError> {
        let (known, lang) = (self.known, self.lang);
        let cells = &matched.sheet.cells[&row];
        let before = &then[index];
        let Some(record) = self.edit(id)? else {
            return Ok(None);
        };
        let mut rows = record.take(list);
        let now = known.now.get(id).map(|now| &now.value[list]);
        let at = match now {
            Some(now) if now == then => Some(index),
            now => {
                let now = now.and_then(Value::as_array).into_iter().flatten();
                let same = now.enumerate().filter(|(_, one)| *one == before);
                same.map(|(at, _)| at).find(|at| rows.is_free(*at))
            }
        };
        let given = |at: &u32| cells.get(at).cloned().unwrap_or_default();
        let different = |(at, column): &&(u32, &Column)| {
            let before = column.shown(before, &known.names, lang);
            !same(column, &given(at), &before, &known.names)
        };
        let removes = match matched.remove {
            Some(at) => removes(&given(&at)).map_err(|error| (matched.location(row, at), error)),
            None => Ok(false),
        };
        let mut errors = Vec::new();
        let wants = matched.columns.iter().find(different);
        match (at, removes) {
            (_, Err((location, error))) => errors.push((location, error)),
            (None, Ok(removes)) => {
                // Whom nobody changes here, nobody needs here.
                if let Some((at, _)) = wants.filter(|_| !removes) {
                    errors.push((matched.location(row, *at), CellError::RowGone));
                }
            }
            (Some(at), Ok(true)) => {
                rows.remove(at);
                let words = matched.columns.iter().take(3);
                let words =
                    words.map(|(_, column)| column.shown(before, &known.names, lang).text());
                record.changes.push(Difference {
                    location: matched.location(row, matched.remove.unwrap_or(matched.key)),
                    field: REMOVE.of(lang).to_owned(),
                    before: words.collect::<Vec<_>>().join(" "),
                    after: String::new(),
                });
            }
            (Some(at), Ok(false)) => {
                let mut tree = rows.seen(at, matched.locations(row));
                for (place, column) in matched.columns.iter().filter(different) {
                    let location = matched.location(row, *place);
                    match column.read(&given(place), &known.names) {
                        Err(error) => errors.push((location, error)),
                        Ok(value) => {
                            let after = column.text_of(value.as_ref(), &known.names, lang);
                            if let Some(tree) = &mut tree {
                                column.put(tree, value);
                            }
                            record.changes.push(Difference {
                                location,
                                field: column.head.of(lang).to_owned(),
                                before: column.shown(before, &known.names, lang).text(),
                                after,
                            });
                        }
                    }
                }
            }
        }
        record.lists.insert(list.to_owned(), rows);
        record.held |= !errors.is_empty();
        for (location, error) in errors {
            self.add_fault(location, &error);
        }
        Ok(at)
    }

    /// A row without a number: a new entry of the record that it names.
    fn new_entry(
        &mut self,
        matched: &MatchedSheet<'a>,
        list: &str,
        row: u32,
        above: &HashMap<String, usize>,
    ) -> Result<(), SheetError> {
        let (known, lang) = (self.known, self.lang);
        let cells = &matched.sheet.cells[&row];
        let given = |at: &u32| cells.get(at).cloned().unwrap_or_default();
        if matched.columns.iter().all(|(at, _)| given(at).is_empty()) {
            return Ok(());
        }
        let owner = matched
            .owner
            .map(|at| given(&at).text())
            .unwrap_or_default();
        let id = self.new.get(&owner).map(String::as_str);
        let id = id
            .or_else(|| known.names.id(self.kind, &owner))
            .map(str::to_owned);
        let location = matched.location(row, matched.owner.unwrap_or_default());
        let Some(id) = id else {
            let error = match owner.is_empty() {
                true => CellError::MissingOwner,
                false => CellError::UnknownName(owner),
            };
            self.add_fault(location, &error);
            return Ok(());
        };
        let Some(record) = self.edit(&id)? else {
            self.add_fault(location, &CellError::UnknownName(owner));
            return Ok(());
        };
        let mut errors = Vec::new();
        let mut tree = Tree::empty();
        for (at, column) in &matched.columns {
            let location = matched.location(row, *at);
            match column.read(&given(at), &known.names) {
                Err(error) => errors.push((location, error)),
                Ok(None) => {}
                Ok(value) => {
                    let after = column.text_of(value.as_ref(), &known.names, lang);
                    column.put(&mut tree, value);
                    record.changes.push(Difference {
                        location,
                        field: column.head.of(lang).to_owned(),
                        before: String::new(),
                        after,
                    });
                }
            }
        }
        let mut rows = record.take(list);
        rows.insert(above.get(&id).copied(), tree, matched.locations(row));
        record.lists.insert(list.to_owned(), rows);
        record.held |= !errors.is_empty();
        for (location, error) in errors {
            self.add_fault(location, &error);
        }
        Ok(())
    }
}
