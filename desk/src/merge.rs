//! What two people have made of one record: by field, and lists by what stands in them.
//! Where both changed the same thing, mine stays and theirs is shown beside it.

use serde_json::{Map, Value};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::path::Path;

/// Two changes of the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// Where.
    pub path: Path,
    /// What I made of it; none when I took it away.
    pub mine: Option<Value>,
    /// What they made of it.
    pub theirs: Option<Value>,
}

/// Both changes in one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// With mine where they clash.
    pub value: Value,
    /// Where they clash.
    pub clashes: Vec<Clash>,
}

/// Merges two changes of what both began with.
pub fn merge(base: &Value, mine: &Value, theirs: &Value) -> Merged {
    let mut clashes = Vec::new();
    let value = one(
        Some(base),
        Some(mine),
        Some(theirs),
        &Path::default(),
        &mut clashes,
    );
    Merged {
        value: value.unwrap_or(Value::Null),
        clashes,
    }
}

fn one(
    base: Option<&Value>,
    mine: Option<&Value>,
    theirs: Option<&Value>,
    path: &Path,
    clashes: &mut Vec<Clash>,
) -> Option<Value> {
    if mine == theirs || theirs == base {
        return mine.cloned();
    }
    if mine == base {
        return theirs.cloned();
    }
    match (base, mine, theirs) {
        (base, Some(Value::Object(mine)), Some(Value::Object(theirs))) => {
            let none = Map::new();
            let base = match base {
                Some(Value::Object(base)) => base,
                _ => &none,
            };
            Some(Value::Object(fields(base, mine, theirs, path, clashes)))
        }
        (Some(Value::Array(base)), Some(Value::Array(mine)), Some(Value::Array(theirs))) => {
            Some(Value::Array(list(base, mine, theirs, path, clashes)))
        }
        (_, mine, theirs) => {
            clashes.push(Clash {
                path: path.clone(),
                mine: mine.cloned(),
                theirs: theirs.cloned(),
            });
            mine.cloned()
        }
    }
}

fn fields(
    base: &Map<String, Value>,
    mine: &Map<String, Value>,
    theirs: &Map<String, Value>,
    path: &Path,
    clashes: &mut Vec<Clash>,
) -> Map<String, Value> {
    let mut merged = Map::new();
    let new = theirs.keys().filter(|key| !mine.contains_key(*key));
    for key in mine.keys().chain(new) {
        let below = path.field(key);
        let value = one(
            base.get(key),
            mine.get(key),
            theirs.get(key),
            &below,
            clashes,
        );
        if let Some(value) = value {
            merged.insert(key.clone(), value);
        }
    }
    merged
}

/// Lists as versions of a text are merged, an entry in place of a line.
fn list(
    base: &[Value],
    mine: &[Value],
    theirs: &[Value],
    path: &Path,
    clashes: &mut Vec<Clash>,
) -> Vec<Value> {
    let (in_mine, in_theirs) = (kept(base, mine), kept(base, theirs));
    let mut merged = Vec::new();
    let (mut from_base, mut from_mine, mut from_theirs) = (0, 0, 0);
    for at in 0..=base.len() {
        let places = match at < base.len() {
            // What both kept is where the two are in step.
            true => match (in_mine[at], in_theirs[at]) {
                (Some(mine), Some(theirs)) => (mine, theirs),
                _ => continue,
            },
            false => (mine.len(), theirs.len()),
        };
        part(
            &base[from_base..at],
            &mine[from_mine..places.0],
            &theirs[from_theirs..places.1],
            path,
            &mut merged,
            clashes,
        );
        if let Some(both) = base.get(at) {
            merged.push(both.clone());
        }
        (from_base, from_mine, from_theirs) = (at + 1, places.0 + 1, places.1 + 1);
    }
    merged
}

fn part(
    base: &[Value],
    mine: &[Value],
    theirs: &[Value],
    path: &Path,
    merged: &mut Vec<Value>,
    clashes: &mut Vec<Clash>,
) {
    if mine == theirs || theirs == base {
        merged.extend_from_slice(mine);
    } else if mine == base {
        merged.extend_from_slice(theirs);
    } else if base.len() == mine.len() && base.len() == theirs.len() {
        for ((base, mine), theirs) in base.iter().zip(mine).zip(theirs) {
            let below = path.index(merged.len());
            let value = one(Some(base), Some(mine), Some(theirs), &below, clashes);
            merged.extend(value);
        }
    } else if base.is_empty() && mine.iter().all(Value::is_object) {
        // Both have added rows.
        merged.extend(mine.iter().chain(theirs).cloned());
    } else {
        clashes.push(Clash {
            path: path.clone(),
            mine: Some(Value::Array(mine.to_vec())),
            theirs: Some(Value::Array(theirs.to_vec())),
        });
        merged.extend_from_slice(mine);
    }
}

/// Where each entry of a list is in another, if it is kept there.
fn kept(base: &[Value], other: &[Value]) -> Vec<Option<usize>> {
    let words = |list: &[Value]| list.iter().map(Value::to_string).collect::<Vec<_>>();
    let mut kept = vec![None; base.len()];
    for op in capture_diff_slices(Algorithm::Myers, &words(base), &words(other)) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            for step in 0..len {
                kept[old_index + step] = Some(new_index + step);
            }
        }
    }
    kept
}

/// What a clash becomes when it is settled: a whole field, or the part of a list.
pub fn settle(value: &mut Value, clash: &Clash, with_theirs: bool) {
    if !with_theirs {
        return;
    }
    match (&clash.mine, &clash.theirs, clash.path.get(value).cloned()) {
        (Some(Value::Array(mine)), Some(Value::Array(theirs)), Some(Value::Array(whole)))
            if !mine.is_empty() && whole.len() >= mine.len() =>
        {
            let at = whole.windows(mine.len()).position(|part| part == mine);
            let Some(at) = at else {
                return;
            };
            let mut new = whole[..at].to_vec();
            new.extend_from_slice(theirs);
            new.extend_from_slice(&whole[at + mine.len()..]);
            clash.path.set(value, Some(Value::Array(new)));
        }
        (_, theirs, _) => clash.path.set(value, theirs.clone()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn takes_changes_of_different_fields_together() {
        let base = json!({ "title": { "zh-Hans": "旧" }, "date": "2025", "source": "a" });
        let mine = json!({ "title": { "zh-Hans": "新" }, "date": "2025", "source": "a" });
        let theirs = json!({ "title": { "zh-Hans": "旧", "en": "old" }, "date": "2026" });
        let merged = merge(&base, &mine, &theirs);
        assert_eq!(merged.clashes, []);
        assert_eq!(
            merged.value,
            json!({ "title": { "zh-Hans": "新", "en": "old" }, "date": "2026" })
        );
    }

    #[test]
    fn keeps_both_where_they_clash() {
        let base = json!({ "summary": "一", "date": "2025" });
        let mine = json!({ "summary": "二", "date": "2025" });
        let theirs = json!({ "summary": "三", "date": "2026" });
        let merged = merge(&base, &mine, &theirs);
        assert_eq!(merged.value, json!({ "summary": "二", "date": "2026" }));
        let clash = &merged.clashes[0];
        assert_eq!(clash.path.to_string(), "summary");
        assert_eq!(clash.theirs, Some(json!("三")));
        let mut settled = merged.value.clone();
        settle(&mut settled, clash, true);
        assert_eq!(settled, theirs);
    }

    #[test]
    fn merges_a_body_by_paragraph() {
        let base = json!({ "body": ["一", "二", "三"] });
        let mine = json!({ "body": ["一", "二改", "三"] });
        let theirs = json!({ "body": ["零", "一", "二", "三", "四"] });
        let merged = merge(&base, &mine, &theirs);
        assert_eq!(merged.clashes, []);
        assert_eq!(
            merged.value,
            json!({ "body": ["零", "一", "二改", "三", "四"] })
        );
    }

    #[test]
    fn shows_a_paragraph_that_both_changed() {
        let base = json!({ "body": ["一", "二", "三"] });
        let mine = json!({ "body": ["一", "我", "三"] });
        let theirs = json!({ "body": ["一", "他", "三"] });
        let merged = merge(&base, &mine, &theirs);
        assert_eq!(merged.value, mine);
        assert_eq!(merged.clashes[0].path.to_string(), "body[1]");
        let longer = json!({ "body": ["一", "他", "她", "三"] });
        let merged = merge(&base, &mine, &longer);
        let mut settled = merged.value.clone();
        settle(&mut settled, &merged.clashes[0], true);
        assert_eq!(settled, longer);
    }

    #[test]
    fn keeps_rows_that_both_added() {
        let row = |value: i32| json!({ "value": value });
        let base = json!({ "points": [row(1)] });
        let mine = json!({ "points": [row(1), row(2)] });
        let theirs = json!({ "points": [row(1), row(3)] });
        let merged = merge(&base, &mine, &theirs);
        assert_eq!(merged.clashes, []);
        assert_eq!(merged.value["points"], json!([row(1), row(2), row(3)]));
    }

    #[test]
    fn lets_a_change_win_over_no_change_only() {
        let base = json!({ "a": 1, "b": 2 });
        let mine = json!({ "a": 1 });
        let theirs = json!({ "a": 1, "b": 3 });
        let merged = merge(&base, &mine, &theirs);
        assert_eq!(merged.value, json!({ "a": 1 }), "mine stays");
        assert_eq!(merged.clashes.len(), 1, "and theirs is shown");
        assert_eq!(merge(&base, &base, &theirs).value, theirs);
        assert_eq!(merge(&base, &mine, &base).value, mine);
    }
}
