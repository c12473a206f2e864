//! The way to a value of a record: `capacities[0].asOf`, as faults spell it.

use std::fmt;

use serde_json::{Map, Value};

/// A step of a way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into a field.
    Field(String),
    /// To one of a list.
    Index(usize),
}

/// The way to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Vec<Step>);

impl Path {
    /// As it is spelt; what makes no sense of it is taken for a name.
    pub fn parse(text: &str) -> Self {
        let mut steps = Vec::new();
        for part in text.split('.').filter(|part| !part.is_empty()) {
            let (name, indexes) = part.split_once('[').unwrap_or((part, ""));
            if !name.is_empty() {
                steps.push(Step::Field(name.to_owned()));
            }
            let numbers = indexes.split(['[', ']']);
            steps.extend(numbers.filter_map(|number| number.parse().ok().map(Step::Index)));
        }
        Self(steps)
    }

    /// The way on into a field.
    #[must_use]
    pub fn field(&self, key: &str) -> Self {
        self.with(Step::Field(key.to_owned()))
    }

    /// The way on to one of a list.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// Its steps.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Whether it leads to the same, or on to something inside.
    pub fn is_below(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// The value there.
    pub fn get<'a>(&self, value: &'a Value) -> Option<&'a Value> {
        self.0.iter().try_fold(value, |value, step| match step {
            Step::Field(key) => value.get(key),
            Step::Index(index) => value.get(index),
        })
    }

    /// Puts a value there, and makes what is missing on the way. None takes it away, and
    /// groups of fields with it that have nothing left in them.
    pub fn set(&self, value: &mut Value, new: Option<Value>) {
        let Some((last, way)) = self.0.split_last() else {
            *value = new.unwrap_or(Value::Null);
            return;
        };
        let Some(new) = new else {
            self.take(value, 0);
            return;
        };
        let mut at = value;
        for step in way {
            at = enter(at, step);
        }
        *enter(at, last) = new;
    }

    /// Takes away what is there; whether the value at `depth` has become empty by it.
    fn take(&self, value: &mut Value, depth: usize) -> bool {
        let Some(step) = self.0.get(depth) else {
            return true;
        };
        match (value, step) {
            (Value::Object(fields), Step::Field(key)) => {
                let Some(inside) = fields.get_mut(key) else {
                    return false;
                };
                if self.take(inside, depth + 1) {
                    fields.shift_remove(key);
                }
                fields.is_empty() && depth > 0
            }
            (Value::Array(list), Step::Index(index)) => {
                let Some(inside) = list.get_mut(*index) else {
                    return false;
                };
                // A row of a table stays, however empty: rows are taken away by hand.
                let is_last = depth + 1 == self.0.len();
                if self.take(inside, depth + 1) && is_last {
                    list.remove(*index);
                }
                list.is_empty()
            }
            _ => false,
        }
    }
}

fn enter<'a>(value: &'a mut Value, step: &Step) -> &'a mut Value {
    match step {
        Step::Field(key) => {
            if !value.is_object() {
                *value = Value::Object(Map::new());
            }
            &mut value[key.as_str()]
        }
        Step::Index(index) => {
            if !value.is_array() {
                *value = Value::Array(Vec::new());
            }
            if let Value::Array(list) = value
                && list.len() <= *index
            {
                list.resize(*index + 1, Value::Null);
            }
            &mut value[*index]
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(key) if at > 0 => write!(f, ".{key}")?,
                Step::Field(key) => f.write_str(key)?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for text in [
            "",
            "title.zh-Hans",
            "capacities[0].asOf",
            "rows[2]",
            "a[1][2].b",
        ] {
            assert_eq!(Path::parse(text).to_string(), text);
        }
    }

    #[test]
    fn puts_and_takes_values() {
        let mut value = json!({ "id": "x" });
        let phone = Path::parse("contact.phone");
        phone.set(&mut value, Some(json!("0839")));
        assert_eq!(value, json!({ "id": "x", "contact": { "phone": "0839" } }));
        assert_eq!(phone.get(&value), Some(&json!("0839")));
        // The group goes with its last field.
        phone.set(&mut value, None);
        assert_eq!(value, json!({ "id": "x" }));
        let cell = Path::parse("points[1].value");
        cell.set(&mut value, Some(json!(3)));
        assert_eq!(value["points"], json!([null, { "value": 3 }]));
        cell.set(&mut value, None);
        assert_eq!(value["points"], json!([null, {}]), "a row stays");
        Path::parse("points[0]").set(&mut value, None);
        assert_eq!(value["points"], json!([{}]));
        Path::parse("points[0]").set(&mut value, None);
        assert_eq!(value, json!({ "id": "x" }), "a list without rows goes");
    }

    #[test]
    fn keeps_the_order_of_fields() {
        let mut value: Value = serde_json::from_str(r#"{"z":1,"a":2,"m":3}"#).unwrap_or_default();
        Path::parse("a").set(&mut value, None);
        Path::parse("b").set(&mut value, Some(json!(4)));
        assert_eq!(value.to_string(), r#"{"z":1,"m":3,"b":4}"#);
    }
}
