//! What is looked at each time, and what only in a soak (`make soak`).
//!
//! Every page under every condition takes an hour. Each time, pages and conditions take
//! turns, so that every page and every condition is met; a soak leaves nothing out.

/// Whether nothing is to be left out.
pub fn soak() -> bool {
    std::env::var_os("SOAK").is_some()
}

/// Under which conditions the page of this number is looked at: under one of them, the
/// next page under the next; in a soak under all.
///
/// # Panics
/// When there are no conditions.
pub fn in_turn<T: Clone>(page: usize, conditions: &[T]) -> Vec<T> {
    assert!(!conditions.is_empty(), "nothing to take turns with");
    if soak() {
        return conditions.to_vec();
    }
    vec![conditions[page % conditions.len()].clone()]
}

/// The part of the pages that one of so many tests of a kind looks at: together they
/// see each page once. In a soak each sees all.
///
/// # Panics
/// When there are fewer pages than tests.
pub fn part<T>(pages: Vec<T>, (test, of): (usize, usize)) -> Vec<T> {
    assert!(pages.len() >= of, "a test has nothing to look at");
    let taken = |(index, page)| (soak() || index % of == test).then_some(page);
    pages.into_iter().enumerate().filter_map(taken).collect()
}
