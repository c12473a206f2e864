//! Texts that a page in English would show in Chinese.

use super::cursor::At;
use crate::fault::{Fault, Kind, Warning};
use crate::json::{Json, Step};
use model::Lang;

/// Fields that hold a text, or a list of texts. A term without English is a
/// fault, and reported as that.
const TEXTS: [&str; 24] = [
    "name",
    "title",
    "headline",
    "introduction",
    "summary",
    "publisher",
    "localNote",
    "scope",
    "note",
    "place",
    "role",
    "material",
    "address",
    "duties",
    "resources",
    "aims",
    "body",
    "alt",
    "caption",
    "credit",
    "organiser",
    "audience",
    "registration",
    "text",
];

/// Texts of a role; elsewhere figures of an indicator.
const POINTS: &str = "points";

/// One warning for an object, however many of its texts have no English; then
/// for the objects inside it.
pub fn warn(at: &At, warnings: &mut Vec<Fault>) {
    let missing: Vec<(&'static str, At)> = (at.fields().into_iter())
        .filter_map(|(key, value)| Some((text(at, key)?, value)))
        .filter(|(_, value)| lacks(value))
        .collect();
    if let Some((_, first)) = missing.first() {
        let fields = missing.iter().map(|(key, _)| *key).collect();
        warnings.push(first.fault(Kind::Warning(Warning::NoEnglish { fields })));
    }
    for (_, value) in at.fields() {
        warn(&value, warnings);
    }
    for entry in at.entries() {
        warn(&entry, warnings);
    }
}

/// The field, if readers of English look for its text.
fn text(record: &At, key: &str) -> Option<&'static str> {
    let list = (record.path.0.iter().rev()).find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    match (list, key) {
        // An id.
        (Some("flows"), "material") => return None,
        // As it was published.
        (Some("sources"), "title") => return None,
        // Of how a word is written in the other script: for other editors alone.
        (Some("terms"), "note") => return None,
        // The wording of a source is not ours to translate.
        (None, "body") if record.field("verbatim").unwrap_or(false) => return None,
        (Some("roles"), POINTS) => return Some(POINTS),
        _ => {}
    }
    TEXTS.into_iter().find(|text| *text == key)
}

fn lacks(text: &At) -> bool {
    match &text.node.json {
        Json::String(_) => true,
        Json::Object(_) => text.get(Lang::En.tag()).is_none(),
        Json::List(_) => text.entries().iter().any(lacks),
        _ => false,
    }
}
