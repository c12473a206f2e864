//! Rows that are records.

use std::collections::{BTreeMap, HashMap};

use content::editing::propose;
use serde_json::Value;

use super::{Difference, Laid, Number, Planner, Work, same};
use crate::sheets::SheetError;
use crate::sheets::cell::{Cell, Odd};
use crate::sheets::columns::{Column, Holds};
use crate::sheets::tree::Tree;

impl<'a> Planner<'a> {
    /// Rows that are records.
    pub(super) fn records(&mut self, laid: &Laid<'a>) -> Result<(), SheetError> {
        let mut seen: HashMap<String, u32> = HashMap::new();
        for (row, cells) in laid.sheet.cells.range(1..) {
            let key = cells.get(&laid.key).map(Cell::said).unwrap_or_default();
            if key.is_empty() {
                self.new_record(laid, *row)?;
                continue;
            }
            let spot = laid.spot(*row, laid.key);
            let number = Number::parse(&key).filter(|number| number.index.is_none());
            let then = number.as_ref();
            let then = then.and_then(|number| self.known.then(&number.id, number.revision));
            let (Some(number), Some(then)) = (number, then) else {
                self.odd(spot, &Odd::NoKey);
                continue;
            };
            if let Some(first) = seen.insert(number.id.clone(), *row) {
                self.odd(spot, &Odd::Twice(first + 1));
                continue;
            }
            self.record(laid, *row, &number.id, then)?;
        }
        Ok(())
    }

    fn record(
        &mut self,
        laid: &Laid<'a>,
        row: u32,
        id: &str,
        then: &Value,
    ) -> Result<(), SheetError> {
        let (known, lang) = (self.known, self.lang);
        let Some(now) = known.now.get(id) else {
            return Ok(());
        };
        let mut odds = Vec::new();
        let Some(work) = self.work(id)? else {
            return Ok(());
        };
        work.spots = laid.spots(row);
        for (at, column) in &laid.columns {
            let spot = laid.spot(row, *at);
            let given = laid.sheet.cells[&row].get(at).cloned().unwrap_or_default();
            let before = column.shown(then, &known.names, lang);
            let current = column.shown(&now.value, &known.names, lang);
            let same = |a: &Cell, b: &Cell| same(column, a, b, &known.names);
            if same(&given, &before) || same(&given, &current) {
                continue;
            }
            if !same(&before, &current) {
                odds.push((spot, Odd::Changed(current.said())));
                continue;
            }
            match column.read(&given, &known.names) {
                Err(odd) => odds.push((spot, odd)),
                Ok(value) => {
                    let after = column.said(value.as_ref(), &known.names, lang);
                    column.put(&mut work.tree, value);
                    work.changes.push(Difference {
                        spot,
                        field: column.head.of(lang).to_owned(),
                        before: current.said(),
                        after,
                    });
                }
            }
        }
        work.held |= !odds.is_empty();
        for (spot, odd) in odds {
            self.odd(spot, &odd);
        }
        Ok(())
    }

    /// A row without a number: a record that is new.
    fn new_record(&mut self, laid: &Laid<'a>, row: u32) -> Result<(), SheetError> {
        let (known, lang) = (self.known, self.lang);
        let cells = &laid.sheet.cells[&row];
        let named = |tag| {
            let column = laid.columns.iter().find(|(_, column)| {
                column.way.first().is_some_and(|key| key == "name")
                    && column.holds == Holds::Words(tag)
            });
            column.map(|(at, _)| (*at, cells.get(at).map(Cell::said).unwrap_or_default()))
        };
        let (at, name) = named("zh-Hans").unwrap_or((laid.key, String::new()));
        if name.is_empty() {
            self.odd(laid.spot(row, at), &Odd::NoName);
            return Ok(());
        }
        let en = named("en").map(|(_, en)| en).filter(|en| !en.is_empty());
        let id = self.new_id(&name, en.as_deref());
        let mut work = Work {
            id: id.clone(),
            revision: None,
            title: name.clone(),
            tree: Tree::Fields(vec![("id".to_owned(), Tree::text(&id))]),
            held: false,
            changes: Vec::new(),
            spots: laid.spots(row),
            lists: BTreeMap::new(),
        };
        for (at, column) in &laid.columns {
            let spot = laid.spot(row, *at);
            let given = cells.get(at).cloned().unwrap_or_default();
            match column.read(&given, &known.names) {
                Err(odd) => {
                    work.held = true;
                    self.odd(spot, &odd);
                }
                Ok(None) => {}
                Ok(value) => {
                    let after = column.said(value.as_ref(), &known.names, lang);
                    column.put(&mut work.tree, value);
                    work.changes.push(Difference {
                        spot,
                        field: column.head.of(lang).to_owned(),
                        before: String::new(),
                        after,
                    });
                }
            }
        }
        // Nobody is a member who was not confirmed as one.
        let is_member = |column: &&(u32, &Column)| column.1.place() == "membership.status";
        if laid
            .table
            .columns
            .iter()
            .any(|column| column.place() == "membership.status")
            && laid
                .columns
                .iter()
                .find(is_member)
                .is_none_or(|(at, _)| cells.get(at).is_none_or(Cell::is_empty))
        {
            let unconfirmed = Some(Tree::text("unconfirmed"));
            work.tree.set(&["membership", "status"], unconfirmed);
        }
        self.new.insert(name, id.clone());
        self.works.insert(id, work);
        Ok(())
    }

    fn new_id(&self, name: &str, en: Option<&str>) -> String {
        let words = propose::id(name, en);
        let words = match words.is_empty() {
            true => self.kind.to_owned(),
            false => words,
        };
        let is_free = |id: &String| !self.known.taken.contains(id) && !self.works.contains_key(id);
        let numbered = (2..).map(|number| format!("{words}-{number}"));
        let mut ids = std::iter::once(words.clone()).chain(numbered);
        ids.find(is_free).unwrap_or_default()
    }
}
