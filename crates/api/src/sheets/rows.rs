//! A list of a record while a spreadsheet's rows go through it.

use std::collections::BTreeMap;

use super::file::CellLocation;
use super::tree::Tree;

/// The cells of a row, by the paths to what stands in them.
pub type CellLocations = BTreeMap<String, CellLocation>;

/// A list.
#[derive(Debug, Default)]
pub struct Rows {
    entries: Vec<Entry>,
    new: Vec<(Option<usize>, Entry)>,
}

#[derive(Debug)]
struct Entry {
    tree: Tree,
    locations: CellLocations,
    removed: bool,
    seen: bool,
}

impl Entry {
    fn of(tree: Tree) -> Self {
        Self {
            tree,
            locations: CellLocations::new(),
            removed: false,
            seen: false,
        }
    }
}

impl Rows {
    /// Of a list as it is.
    pub fn of(list: Option<&Tree>) -> Self {
        let entries = match list {
            Some(Tree::List(list)) => list.iter().cloned().map(Entry::of).collect(),
            _ => Vec::new(),
        };
        Self {
            entries,
            new: Vec::new(),
        }
    }

    /// Whether no row was of this entry yet.
    pub fn is_free(&self, at: usize) -> bool {
        self.entries.get(at).is_some_and(|entry| !entry.seen)
    }

    /// A row is of this entry.
    pub fn seen(&mut self, at: usize, locations: CellLocations) -> Option<&mut Tree> {
        let entry = self.entries.get_mut(at)?;
        entry.seen = true;
        entry.locations = locations;
        Some(&mut entry.tree)
    }

    /// Takes an entry away.
    pub fn remove(&mut self, at: usize) {
        if let Some(entry) = self.entries.get_mut(at) {
            entry.seen = true;
            entry.removed = true;
        }
    }

    /// Adds one: behind another, or else last.
    pub fn insert(&mut self, behind: Option<usize>, tree: Tree, locations: CellLocations) {
        let entry = Entry {
            locations,
            ..Entry::of(tree)
        };
        self.new.push((behind, entry));
    }

    /// The list as it becomes, and where in the spreadsheet each entry stands.
    pub fn done(self) -> Vec<(Tree, CellLocations)> {
        let (behind, last): (Vec<_>, Vec<_>) = self
            .new
            .into_iter()
            .partition(|(behind, _)| behind.is_some());
        let mut by: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
        for (at, entry) in behind {
            by.entry(at.unwrap_or_default()).or_default().push(entry);
        }
        let mut all = Vec::new();
        for (at, entry) in self.entries.into_iter().enumerate() {
            all.extend((!entry.removed).then_some(entry));
            all.extend(by.remove(&at).into_iter().flatten());
        }
        all.extend(last.into_iter().map(|(_, entry)| entry));
        all.into_iter()
            .map(|entry| (entry.tree, entry.locations))
            .collect()
    }
}
