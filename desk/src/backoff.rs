//! How long to wait before something is tried again.

/// The longest, in milliseconds: who comes out of a tunnel does not wait for minutes.
const LONGEST: u32 = 15_000;

/// After so many tries that failed one after the other, in milliseconds: twice as long each
/// time. `chance` is from 0 to 1: those whose line broke at the same time do not all come
/// back at the same time.
pub fn wait(failed: u32, chance: f64) -> u32 {
    let longest = 1_000_u32.saturating_mul(1 << failed.min(10)).min(LONGEST);
    let spread = f64::from(longest) * 0.25 * chance.clamp(0.0, 1.0);
    longest - spread as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_to_a_bound_and_is_spread() {
        let waits = [0, 1, 2, 3, 4, 99].map(|failed| wait(failed, 0.0));
        assert_eq!(waits, [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
        assert_eq!(wait(1, 1.0), 1_500);
    }
}
