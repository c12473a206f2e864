//! Undo of a whole record: what is typed in one go is one step.

use serde_json::Value;

/// No more steps than so many are kept.
const MOST: usize = 200;
/// What is typed within so many milliseconds in one field is one step.
const ONE_GO: f64 = 1_500.0;

/// What a record was before, and what it was to be.
#[derive(Clone, Debug, Default)]
pub struct History {
    before: Vec<Value>,
    after: Vec<Value>,
    last: Option<(String, f64)>,
}

impl History {
    /// A change is about to be made, in a field, at a time; what the record is before it.
    pub fn change(&mut self, field: &str, at: f64, now: &Value) {
        let goes_on = self
            .last
            .as_ref()
            .is_some_and(|(last, then)| last == field && at - then < ONE_GO);
        if !goes_on {
            self.before.push(now.clone());
            if self.before.len() > MOST {
                self.before.remove(0);
            }
        }
        self.after.clear();
        self.last = Some((field.to_owned(), at));
    }

    /// A change of its own, whatever was typed before and is after it: a paste, a mend.
    pub fn step(&mut self, now: &Value) {
        self.last = None;
        self.before.push(now.clone());
        self.after.clear();
    }

    /// Whatever was typed ends here: what comes is another step.
    pub fn part(&mut self) {
        self.last = None;
    }

    /// What it was before the last change, in place of what it is now.
    pub fn undo(&mut self, now: Value) -> Option<Value> {
        let back = self.before.pop()?;
        self.after.push(now);
        self.last = None;
        Some(back)
    }

    /// What it was before the last undo.
    pub fn redo(&mut self, now: Value) -> Option<Value> {
        let on = self.after.pop()?;
        self.before.push(now);
        self.last = None;
        Some(on)
    }

    /// Whether there is something to undo, and to redo.
    pub fn can(&self) -> (bool, bool) {
        (!self.before.is_empty(), !self.after.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn takes_what_was_typed_in_one_go_as_one_step() {
        let mut history = History::default();
        history.change("title", 0.0, &json!("a"));
        history.change("title", 100.0, &json!("ab"));
        history.change("body", 200.0, &json!("abc"));
        assert_eq!(history.undo(json!("abcd")), Some(json!("abc")));
        assert_eq!(history.undo(json!("abc")), Some(json!("a")));
        assert_eq!(history.undo(json!("a")), None);
        assert_eq!(history.redo(json!("a")), Some(json!("abc")));
        history.change("title", 300.0, &json!("abc"));
        assert_eq!(history.can(), (true, false), "what was undone is gone now");
    }
}
