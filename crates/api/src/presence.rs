//! Who has which record open just now. Nothing of it is kept.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use store::Key;

/// Who has not said so for as long has closed it.
const GONE: Duration = Duration::from_secs(30);

/// Who has which record open.
#[derive(Debug, Default)]
pub struct Presence(Mutex<HashMap<(Key, String), (String, Instant)>>);

impl Presence {
    /// Somebody has a record open, in a tab of this word. Who else has?
    pub fn here(&self, key: &Key, tab: &str, who: &str) -> Vec<String> {
        let now = Instant::now();
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|_, (_, at)| now.duration_since(*at) < GONE);
        open.insert((key.clone(), tab.to_owned()), (who.to_owned(), now));
        let others = open
            .iter()
            .filter(|((of, in_tab), _)| of == key && in_tab != tab);
        let mut names: Vec<String> = others.map(|(_, (name, _))| name.clone()).collect();
        names.sort();
        names.dedup();
        names
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

    use super::*;

    #[test]
    fn name_who_else_has_it_open() {
        let presence = Presence::default();
        let key = Key::parse("article", "founding").unwrap();
        let other = Key::parse("company", "linfeng").unwrap();
        assert!(presence.here(&key, "1", "first").is_empty());
        assert_eq!(presence.here(&key, "2", "second"), ["first"]);
        assert_eq!(presence.here(&key, "1", "first"), ["second"]);
        assert!(presence.here(&other, "1", "first").is_empty());
    }
}
