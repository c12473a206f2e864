//! When a document that did not come is asked for again: soon, then later, each time a
//! little by chance, so that those whom a server has failed do not all come back at once.

use super::LoadError;

/// How often a document is asked for at most.
const TRIES: u32 = 3;
/// The longest wait after the first failure, in milliseconds; after the next it is three
/// times as long.
const FIRST: f64 = 800.0;
/// The longest that a server may ask for, in milliseconds.
const LONGEST: f64 = 10_000.0;
/// After so many milliseconds in all it is said that it did not come.
const ENOUGH: f64 = 25_000.0;

/// How many milliseconds to wait until a document is asked for once more; `None` when it is
/// not. It has been asked for so many times, for so long in all, and what came last is the
/// error; chance is from 0 to 1.
pub fn delay(error: &LoadError, tries: u32, spent: f64, chance: f64) -> Option<f64> {
    let asked = match error {
        LoadError::Network { .. } => 0.0,
        LoadError::Status {
            status: 408 | 429 | 500..,
            after,
            ..
        } => *after,
        // That is an answer, and would be the same.
        LoadError::Status { .. } | LoadError::NotFound(_) | LoadError::Malformed { .. } => {
            return None;
        }
    };
    if tries >= TRIES || spent > ENOUGH || asked > LONGEST {
        return None;
    }
    let half = if tries > 1 { 1.5 * FIRST } else { 0.5 * FIRST };
    Some(asked.max(half) + half * chance)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(status: u16, after: f64) -> LoadError {
        LoadError::Status {
            status,
            after,
            path: String::new(),
        }
    }

    fn network() -> LoadError {
        LoadError::Network {
            path: String::new(),
            reason: String::new(),
        }
    }

    #[test]
    fn what_may_pass_is_asked_for_again_later_and_later_and_by_chance() {
        for error in [
            network(),
            status(500, 0.0),
            status(503, 0.0),
            status(429, 0.0),
            status(408, 0.0),
        ] {
            assert_eq!(delay(&error, 1, 0.0, 0.0), Some(400.0), "{error}");
            assert_eq!(delay(&error, 1, 0.0, 1.0), Some(800.0), "{error}");
            assert_eq!(delay(&error, 2, 900.0, 0.0), Some(1200.0), "{error}");
            assert_eq!(delay(&error, 2, 900.0, 0.5), Some(1800.0), "{error}");
            assert_eq!(delay(&error, 3, 3000.0, 0.5), None, "{error}");
        }
    }

    #[test]
    fn an_answer_is_not_asked_for_again() {
        let malformed = LoadError::Malformed {
            path: String::new(),
            reason: String::new(),
        };
        for error in [
            LoadError::NotFound(String::new()),
            malformed,
            status(400, 0.0),
            status(403, 1000.0),
            status(304, 0.0),
        ] {
            assert_eq!(delay(&error, 1, 0.0, 0.5), None, "{error}");
        }
    }

    #[test]
    fn what_the_server_asks_for_is_kept_within_reason() {
        assert_eq!(delay(&status(503, 5000.0), 1, 0.0, 0.0), Some(5000.0));
        assert_eq!(delay(&status(503, 5000.0), 1, 0.0, 1.0), Some(5400.0));
        // Not sooner for having been asked.
        assert_eq!(delay(&status(503, 1.0), 1, 0.0, 0.0), Some(400.0));
        assert_eq!(delay(&status(503, 10_000.0), 1, 0.0, 0.0), Some(10_000.0));
        assert_eq!(delay(&status(503, 10_001.0), 1, 0.0, 0.0), None);
        assert_eq!(delay(&status(503, f64::INFINITY), 1, 0.0, 0.0), None);
    }

    #[test]
    fn a_reader_does_not_wait_for_ever() {
        // Two time-outs are enough.
        assert!(delay(&network(), 1, 20_000.0, 0.5).is_some());
        assert_eq!(delay(&network(), 2, 41_000.0, 0.5), None);
    }
}
