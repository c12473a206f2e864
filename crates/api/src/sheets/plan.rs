//! What a spreadsheet would change: every cell that is other than when it was taken out.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use content::editing::propose;
use model::Lang;
use serde_json::Value;

use super::cell::{Cell, Names, Odd};
use super::columns::{Column, Holds, KEY, REMOVE, Table};
use super::file::{Sheet, Spot, named};
use super::rows::{Rows, Spots};
use super::tree::Tree;
use super::{SheetError, Taken, out};

/// A cell that is other than it was.
#[derive(Clone, Debug)]
pub struct Difference {
    /// Where.
    pub spot: Spot,
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
    pub spot: Spot,
    /// In words.
    pub message: String,
}

/// A record that would change.
#[derive(Clone, Debug)]
pub struct Changed {
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
    spots: Spots,
}

impl Changed {
    /// The cell in which something of the record stands, or the nearest around it.
    pub fn spot(&self, path: &str) -> Option<&Spot> {
        let mut path = path;
        loop {
            if let Some(spot) = self.spots.get(path) {
                return Some(spot);
            }
            let cut = path.rfind(['.', '['])?;
            path = &path[..cut];
        }
    }

    /// The first of its cells that is different.
    pub fn first(&self) -> Option<&Spot> {
        self.changes.first().map(|change| &change.spot)
    }
}

/// What a spreadsheet would change.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The records.
    pub changed: Vec<Changed>,
    /// Cells whose values cannot be taken.
    pub faults: Vec<CellFault>,
    /// What was not looked at: columns and sheets that nobody knows.
    pub ignored: Vec<String>,
}

/// What is known of the records.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// As they were last saved.
    pub now: HashMap<String, Taken>,
    /// As they were when the spreadsheet was made, where they are other now.
    pub then: HashMap<(String, i64), Value>,
    /// Ids that something has or had.
    pub taken: BTreeSet<String>,
    /// What records are called.
    pub names: Names,
}

impl Known {
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
struct Number {
    id: String,
    revision: i64,
    index: Option<usize>,
}

impl Number {
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

impl Taken {
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
        let Some(Laid { sheet, key, .. }) = Laid::of(table, sheets, &mut Vec::new()).ok().flatten()
        else {
            continue;
        };
        for cells in sheet.cells.values() {
            let number = cells.get(&key).and_then(|cell| Number::parse(&cell.said()));
            all.extend(number.map(|number| (number.id, number.revision)));
        }
    }
    all
}

/// A sheet with its columns found.
struct Laid<'a> {
    table: &'a Table,
    sheet: &'a Sheet,
    columns: Vec<(u32, &'a Column)>,
    key: u32,
    owner: Option<u32>,
    remove: Option<u32>,
}

impl<'a> Laid<'a> {
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
            let head = cell.said();
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

    fn spot(&self, row: u32, column: u32) -> Spot {
        Spot {
            sheet: self.sheet.name.clone(),
            cell: named(row, column),
        }
    }

    /// The cells of a row, by the ways to what stands in them; by none the first.
    fn spots(&self, row: u32) -> Spots {
        let mut spots = Spots::new();
        for (at, column) in &self.columns {
            let (way, spot) = (column.place(), self.spot(row, *at));
            spots.entry(String::new()).or_insert_with(|| spot.clone());
            if let Holds::Words(tag) = column.holds {
                spots.insert(format!("{way}.{tag}"), spot.clone());
            }
            spots.entry(way).or_insert(spot);
        }
        spots
    }
}

/// A record on its way.
struct Work {
    id: String,
    revision: Option<i64>,
    title: String,
    tree: Tree,
    held: bool,
    changes: Vec<Difference>,
    spots: Spots,
    lists: BTreeMap<String, Rows>,
}

impl Work {
    /// One of its lists; it is put back by [`Work::lists`].
    fn take(&mut self, list: &str) -> Rows {
        let known = self.lists.remove(list);
        known.unwrap_or_else(|| Rows::of(self.tree.field(list).as_deref()))
    }
}

/// What a cell says, as its column has it: the same in other words is no change.
fn same(column: &Column, a: &Cell, b: &Cell, names: &Names) -> bool {
    let read = |cell| column.read(cell, names);
    a.said() == b.said() || matches!((read(a), read(b)), (Ok(a), Ok(b)) if a == b)
}

/// Whether a row is to be taken away.
fn removes(cell: &Cell) -> Result<bool, Odd> {
    let column = Column {
        head: REMOVE.clone(),
        way: Vec::new(),
        holds: Holds::Flag,
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
    known: &Known,
    lang: Lang,
) -> Result<Plan, SheetError> {
    let mut planner = Planner {
        kind,
        known,
        lang,
        works: BTreeMap::new(),
        new: HashMap::new(),
        faults: Vec::new(),
    };
    let mut ignored = Vec::new();
    let mut found = 0;
    for table in tables {
        let Some(laid) = Laid::of(table, sheets, &mut ignored)? else {
            continue;
        };
        found += 1;
        match &table.list {
            None => planner.records(&laid)?,
            Some(list) => planner.list(&laid, list)?,
        }
    }
    if found == 0 {
        return Err(SheetError::Foreign(tables[0].name.of(lang).to_owned()));
    }
    let ours = |sheet: &&Sheet| {
        let name = sheet.name.trim();
        out::only_helps(name) || tables.iter().any(|table| table.name.is(name))
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
    known: &'a Known,
    lang: Lang,
    works: BTreeMap<String, Work>,
    /// New records, by what they are called.
    new: HashMap<String, String>,
    faults: Vec<CellFault>,
}

impl<'a> Planner<'a> {
    fn odd(&mut self, spot: Spot, odd: &Odd) {
        let message = odd.words(self.lang);
        self.faults.push(CellFault { spot, message });
    }

    /// A record, as far as it has come.
    fn work(&mut self, id: &str) -> Result<Option<&mut Work>, SheetError> {
        if !self.works.contains_key(id) {
            let Some(now) = self.known.now.get(id) else {
                return Ok(None);
            };
            let work = Work {
                id: id.to_owned(),
                revision: Some(now.revision),
                title: self.known.names.shown(self.kind, id).to_owned(),
                tree: Tree::parse(&now.text).map_err(|_| SheetError::Broken)?,
                held: false,
                changes: Vec::new(),
                spots: Spots::new(),
                lists: BTreeMap::new(),
            };
            self.works.insert(id.to_owned(), work);
        }
        Ok(self.works.get_mut(id))
    }

    /// Rows that are records.
    fn records(&mut self, laid: &Laid<'a>) -> Result<(), SheetError> {
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

    /// Rows that are entries of a record's list.
    fn list(&mut self, laid: &Laid<'a>, list: &str) -> Result<(), SheetError> {
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

    fn done(self, ignored: Vec<String>) -> Result<Plan, SheetError> {
        let mut plan = Plan {
            changed: Vec::new(),
            faults: self.faults,
            ignored,
        };
        for mut work in self.works.into_values() {
            if work.changes.is_empty() {
                continue;
            }
            for (list, rows) in std::mem::take(&mut work.lists) {
                let mut trees = Vec::new();
                for (index, (tree, spots)) in rows.done().into_iter().enumerate() {
                    trees.push(tree);
                    let way = format!("{list}[{index}]");
                    work.spots.extend(spots.into_iter().map(|(inner, spot)| {
                        let way = match inner.is_empty() {
                            true => way.clone(),
                            false => format!("{way}.{inner}"),
                        };
                        (way, spot)
                    }));
                }
                let trees = (!trees.is_empty()).then_some(Tree::List(trees));
                work.tree.set(&[&list], trees);
            }
            let content = store::bundle::format(&work.tree.to_string());
            plan.changed.push(Changed {
                id: work.id,
                revision: work.revision,
                title: work.title,
                content: content.map_err(|_| SheetError::Broken)?,
                held: work.held,
                changes: work.changes,
                spots: work.spots,
            });
        }
        Ok(plan)
    }
}
