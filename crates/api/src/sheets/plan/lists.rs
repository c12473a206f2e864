//! Rows that are entries of a record's list.

use std::collections::HashMap;

use serde_json::Value;

use super::{Difference, Laid, Number, Planner, removes, same};
use crate::sheets::SheetError;
use crate::sheets::cell::{Cell, Odd};
use crate::sheets::columns::{Column, REMOVE};
use crate::sheets::tree::Tree;

impl<'a> Planner<'a> {
    /// Rows that are entries of a record's list.
    pub(super) fn list(&mut self, laid: &Laid<'a>, list: &str) -> Result<(), SheetError> {
        let mut seen: HashMap<String, u32> = HashMap::new();
        let mut above: HashMap<String, usize> = HashMap::new();
        for (row, cells) in laid.sheet.cells.range(1..) {
            let key = cells.get(&laid.key).map(Cell::said).unwrap_or_default();
            if key.is_empty() {
                self.new_entry(laid, list, *row, &above)?;
                continue;
            }
            let spot = laid.spot(*row, laid.key);
            let number = Number::parse(&key).filter(|number| number.index.is_some());
            let then = number.as_ref().and_then(|number| {
                let then = self.known.then(&number.id, number.revision)?;
                then[list].as_array()?.get(number.index?)?;
                Some(&then[list])
            });
            let (Some(number), Some(then)) = (number, then) else {
                self.odd(spot, &Odd::NoKey);
                continue;
            };
            if let Some(first) = seen.insert(key, *row) {
                self.odd(spot, &Odd::Twice(first + 1));
                continue;
            }
            let index = number.index.unwrap_or_default();
            if let Some(at) = self.entry(laid, list, *row, &number.id, then, index)? {
                above.insert(number.id, at);
            }
        }
        Ok(())
    }

    /// A row that was taken out; says which of the list it is by now.
    fn entry(
        &mut self,
        laid: &Laid<'a>,
        list: &str,
        row: u32,
        id: &str,
        then: &Value,
        index: usize,
    ) -> Result<Option<usize>, SheetError> {
        let (known, lang) = (self.known, self.lang);
        let cells = &laid.sheet.cells[&row];
        let before = &then[index];
        let Some(work) = self.work(id)? else {
            return Ok(None);
        };
        let mut rows = work.take(list);
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
        let removes = match laid.remove {
            Some(at) => removes(&given(&at)).map_err(|odd| (laid.spot(row, at), odd)),
            None => Ok(false),
        };
        let mut odds = Vec::new();
        let wants = laid.columns.iter().find(different);
        match (at, removes) {
            (_, Err((spot, odd))) => odds.push((spot, odd)),
            (None, Ok(removes)) => {
                // Whom nobody changes here, nobody needs here.
                if let Some((at, _)) = wants.filter(|_| !removes) {
                    odds.push((laid.spot(row, *at), Odd::Gone));
                }
            }
            (Some(at), Ok(true)) => {
                rows.remove(at);
                let words = laid.columns.iter().take(3);
                let words =
                    words.map(|(_, column)| column.shown(before, &known.names, lang).said());
                work.changes.push(Difference {
                    spot: laid.spot(row, laid.remove.unwrap_or(laid.key)),
                    field: REMOVE.of(lang).to_owned(),
                    before: words.collect::<Vec<_>>().join(" "),
                    after: String::new(),
                });
            }
            (Some(at), Ok(false)) => {
                let mut tree = rows.seen(at, laid.spots(row));
                for (place, column) in laid.columns.iter().filter(different) {
                    let spot = laid.spot(row, *place);
                    match column.read(&given(place), &known.names) {
                        Err(odd) => odds.push((spot, odd)),
                        Ok(value) => {
                            let after = column.said(value.as_ref(), &known.names, lang);
                            if let Some(tree) = &mut tree {
                                column.put(tree, value);
                            }
                            work.changes.push(Difference {
                                spot,
                                field: column.head.of(lang).to_owned(),
                                before: column.shown(before, &known.names, lang).said(),
                                after,
                            });
                        }
                    }
                }
            }
        }
        work.lists.insert(list.to_owned(), rows);
        work.held |= !odds.is_empty();
        for (spot, odd) in odds {
            self.odd(spot, &odd);
        }
        Ok(at)
    }

    /// A row without a number: a new entry of the record that it names.
    fn new_entry(
        &mut self,
        laid: &Laid<'a>,
        list: &str,
        row: u32,
        above: &HashMap<String, usize>,
    ) -> Result<(), SheetError> {
        let (known, lang) = (self.known, self.lang);
        let cells = &laid.sheet.cells[&row];
        let given = |at: &u32| cells.get(at).cloned().unwrap_or_default();
        if laid.columns.iter().all(|(at, _)| given(at).is_empty()) {
            return Ok(());
        }
        let owner = laid.owner.map(|at| given(&at).said()).unwrap_or_default();
        let id = self.new.get(&owner).map(String::as_str);
        let id = id
            .or_else(|| known.names.id(self.kind, &owner))
            .map(str::to_owned);
        let spot = laid.spot(row, laid.owner.unwrap_or_default());
        let Some(id) = id else {
            let odd = match owner.is_empty() {
                true => Odd::NoOwner,
                false => Odd::Nobody(owner),
            };
            self.odd(spot, &odd);
            return Ok(());
        };
        let Some(work) = self.work(&id)? else {
            self.odd(spot, &Odd::Nobody(owner));
            return Ok(());
        };
        let mut odds = Vec::new();
        let mut tree = Tree::empty();
        for (at, column) in &laid.columns {
            let spot = laid.spot(row, *at);
            match column.read(&given(at), &known.names) {
                Err(odd) => odds.push((spot, odd)),
                Ok(None) => {}
                Ok(value) => {
                    let after = column.said(value.as_ref(), &known.names, lang);
                    column.put(&mut tree, value);
                    work.changes.push(Difference {
                        spot,
                        field: column.head.of(lang).to_owned(),
                        before: String::new(),
                        after,
                    });
                }
            }
        }
        let mut rows = work.take(list);
        rows.insert(above.get(&id).copied(), tree, laid.spots(row));
        work.lists.insert(list.to_owned(), rows);
        work.held |= !odds.is_empty();
        for (spot, odd) in odds {
            self.odd(spot, &odd);
        }
        Ok(())
    }
}
