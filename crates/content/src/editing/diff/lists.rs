//! What is different between two lists.

/// What is different between two lists, entry by entry.
#[derive(Debug)]
pub struct Difference<'a, T> {
    /// Those that are gone, in order.
    pub removed: Vec<&'a T>,
    /// Those that are new, in order.
    pub added: Vec<&'a T>,
    /// Whether those that stayed have another order.
    pub reordered: bool,
}

impl<'a, T: Ord> Difference<'a, T> {
    /// Compares two lists.
    pub fn of(old: &'a [T], new: &'a [T]) -> Self {
        let (before, after) = (index(old), index(new));
        let stayed = |list: &'a [T], other: &[&T]| -> (Vec<&'a T>, Vec<&'a T>) {
            (list.iter()).partition(|entry| other.binary_search(entry).is_ok())
        };
        let (kept, removed) = stayed(old, &after);
        let (still, added) = stayed(new, &before);
        Self {
            removed,
            added,
            reordered: kept != still,
        }
    }
}

/// Sorted, to find an entry quickly.
fn index<T: Ord>(list: &[T]) -> Vec<&T> {
    let mut index: Vec<&T> = list.iter().collect();
    index.sort_unstable();
    index
}
