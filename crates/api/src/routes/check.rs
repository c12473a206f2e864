//! What is wrong with a state, and what is different between two.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use content::editing::fix::{Mend, mends_of};
use content::fault::{Class, Fault, Faults};
use model::Lang;
use serde::Deserialize;
use serde_json::Value;
use store::{Key, Which};

use super::answer::json;
use super::records::{fits, named};
use crate::body;
use crate::office::{Checked, Place, parse_which};
use crate::problem::{Problem, each};
use crate::shared::Shared;
use crate::wire::{CheckResult, Difference, lang_of};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Checking {
    state: Option<String>,
    kind: Option<String>,
    id: Option<String>,
    with: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Comparing {
    from: Option<String>,
    to: Option<String>,
    with: Option<String>,
}

/// What readers would see with some records as they were last saved: `KIND/ID`, several
/// with commas between them.
fn ready_with(names: &str) -> Result<Which, Problem> {
    let keys = names.split(',').map(|name| {
        let (kind, id) = name.split_once('/').unwrap_or((name, ""));
        Key::parse(kind, id)
    });
    let keys: Result<Vec<Key>, _> = keys.collect();
    Ok(Which::ReadyWith(keys?))
}

/// Checks a state.
pub async fn check(
    State(shared): State<Arc<Shared>>,
    Query(checking): Query<Checking>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let lang = lang_of(&headers);
    let which = match (&checking.kind, &checking.id, &checking.with) {
        (Some(kind), Some(id), _) => Which::ReadyWith(vec![Key::parse(kind, id)?]),
        (_, _, Some(names)) => ready_with(names)?,
        _ => parse_which(checking.state.as_deref().unwrap_or("drafts"))
            .map_err(|error| Problem::of(error, lang))?,
    };
    let checked = shared.office.check(&which).await;
    let checked = checked.map_err(|error| Problem::of(error, lang))?;
    Ok(json(result(&checked, lang, None)))
}

/// Checks a record as it is sent, beside all others as they were last saved.
pub async fn check_record(
    State(shared): State<Arc<Shared>>,
    Path((kind, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let lang = lang_of(&headers);
    let key = named(&kind, &id)?;
    let content = body::record(body).await?;
    fits(&key, &content)?;
    let checked = shared.office.check_with(&key, &content).await;
    let checked = checked.map_err(|error| Problem::of(error, lang))?;
    let mends = mends_of(&content);
    Ok(json(result(&checked, lang, Some((&key, &mends)))))
}

/// What mends a fault in one way only, if it is one of those and in the record that is
/// being written.
fn mend_of(fault: &Fault, place: Option<&Place>, (key, mends): (&Key, &[Mend])) -> Option<Value> {
    if !matches!(fault.kind.class(), Class::Unread | Class::OddLetters) {
        return None;
    }
    let place = place.filter(|place| place.kind == key.kind() && place.id == key.id())?;
    let mend = mends.iter().find(|mend| mend.path == place.path)?;
    Some(serde_json::json!({ "path": mend.path, "value": mend.value }))
}

/// Faults and warnings, each with the record that it is in; of a record that is being
/// written also with what mends it.
fn result(checked: &Checked, lang: Lang, written: Option<(&Key, &[Mend])>) -> CheckResult {
    let count = checked.faults.as_ref().map_or(0, Faults::count);
    let (of_faults, of_warnings) = checked.places.split_at(count.min(checked.places.len()));
    let described = |faults: &Option<Faults>, places: &[Option<Place>]| {
        let mut all = match faults {
            Some(faults) => each(faults, lang),
            None => Value::Array(Vec::new()),
        };
        let list = all.as_array_mut().into_iter().flatten();
        let faults = faults.iter().flatten();
        for ((one, fault), place) in list.zip(faults).zip(places) {
            one["record"] = serde_json::to_value(place).unwrap_or_default();
            let mend = written.and_then(|written| mend_of(fault, place.as_ref(), written));
            if let Some(mend) = mend {
                one["mend"] = mend;
            }
        }
        all
    };
    CheckResult {
        faults: described(&checked.faults, of_faults),
        warnings: described(&checked.warnings, of_warnings),
    }
}

/// Compares two states.
pub async fn diff(
    State(shared): State<Arc<Shared>>,
    Query(comparing): Query<Comparing>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let lang = lang_of(&headers);
    let which = |name: &Option<String>, usual| {
        parse_which(name.as_deref().unwrap_or(usual)).map_err(|error| Problem::of(error, lang))
    };
    let from = which(&comparing.from, "live")?;
    let to = match &comparing.with {
        Some(names) => ready_with(names)?,
        None => which(&comparing.to, "drafts")?,
    };
    let difference = shared.office.compare(&from, &to, lang).await;
    let difference = difference.map_err(|error| Problem::of(error, lang))?;
    Ok(json(Difference {
        changes: difference.changes,
        text: difference.text,
    }))
}
