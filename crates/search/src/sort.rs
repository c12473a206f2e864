//! Sorts numbers by heap sort: the standard library's sort is much more code, which
//! readers would have to load. docs/decisions/search.md has the figure.

/// Sorts numbers, the smallest first.
pub fn sort(numbers: &mut [u64]) {
    let mut end = numbers.len();
    let mut start = end / 2;
    while end > 1 {
        if start > 0 {
            start -= 1;
        } else {
            end -= 1;
            numbers.swap(0, end);
        }
        let mut at = start;
        loop {
            let mut child = at * 2 + 1;
            if child >= end {
                break;
            }
            if child + 1 < end && numbers[child] < numbers[child + 1] {
                child += 1;
            }
            if numbers[at] >= numbers[child] {
                break;
            }
            numbers.swap(at, child);
            at = child;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts(mut numbers in prop::collection::vec(0..50_u64, 0..60)) {
            let mut expected = numbers.clone();
            expected.sort_unstable();
            super::sort(&mut numbers);
            prop_assert_eq!(numbers, expected);
        }
    }
}
