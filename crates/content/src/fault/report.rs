//! Faults for other programs: JSON, SARIF 2.1.0, and GitHub's annotations.

use std::collections::BTreeSet;
use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Fault, Kind, Summary};
use model::Lang;

/// What an address cannot hold as it is, in a path.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// Faults as JSON, and of all of them how many there are of each class.
pub fn json<'a>(
    faults: impl IntoIterator<Item = &'a Fault>,
    summary: &Summary,
    lang: Lang,
) -> Value {
    let faults = faults.into_iter().map(|fault| one(fault, lang));
    json!({
        "errors": summary.faults(),
        "warnings": summary.warnings(),
        "summary": summary.json(lang),
        "faults": faults.collect::<Vec<_>>(),
    })
}

/// One fault as JSON.
pub fn one(fault: &Fault, lang: Lang) -> Value {
    json!({
        "severity": level(fault),
        "code": fault.kind.code(),
        "file": fault.file,
        "line": fault.position.map(|at| at.line),
        "column": fault.position.map(|at| at.column),
        "endColumn": end(fault),
        "path": fault.path,
        "place": fault.place(lang),
        "message": fault.kind.message(lang),
        "example": fault.example(),
    })
}

/// Every fault as a SARIF log, for code hosts and text editors.
pub fn sarif<'a>(dir: &Path, faults: impl IntoIterator<Item = &'a Fault>, lang: Lang) -> Value {
    let mut classes = BTreeSet::new();
    let results: Vec<Value> = faults
        .into_iter()
        .map(|fault| {
            classes.insert(fault.kind.class());
            let uri = utf8_percent_encode(&path(dir, fault), ESCAPED).to_string();
            let mut place = json!({ "artifactLocation": { "uri": uri } });
            if let Some(at) = fault.position {
                place["region"] = json!({
                    "startLine": at.line,
                    "startColumn": at.column,
                    "endColumn": end(fault),
                });
            }
            let mut location = json!({ "physicalLocation": place });
            if !fault.path.is_empty() {
                location["logicalLocations"] = json!([{ "fullyQualifiedName": fault.path }]);
            }
            json!({
                "ruleId": fault.kind.code(),
                "level": level(fault),
                "message": { "text": with_example(fault, lang) },
                "locations": [location],
            })
        })
        .collect();
    let rules = classes.into_iter().map(
        |class| json!({ "id": class.slug(), "shortDescription": { "text": class.words(lang) } }),
    );
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "site check",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// Every fault as a command by which GitHub's runners annotate a change.
pub fn github<'a>(dir: &Path, faults: impl IntoIterator<Item = &'a Fault>, lang: Lang) -> String {
    faults
        .into_iter()
        .map(|fault| {
            let mut place = format!("file={}", property(&path(dir, fault)));
            if let Some(at) = fault.position {
                place.push_str(&format!(",line={},col={}", at.line, at.column));
            }
            format!(
                "::{} {place},title={}::{}\n",
                level(fault),
                property(fault.kind.code()),
                data(&with_example(fault, lang))
            )
        })
        .collect()
}

fn level(fault: &Fault) -> &'static str {
    match fault.kind {
        Kind::Warning(_) => "warning",
        _ => "error",
    }
}

fn with_example(fault: &Fault, lang: Lang) -> String {
    let message = fault.kind.message(lang);
    match (fault.example(), lang) {
        (Some(example), Lang::En) => format!("{message} For example: {example}"),
        (Some(example), _) => format!("{message}例如：{example}"),
        (None, _) => message,
    }
}

/// The column behind the fault, on its line.
fn end(fault: &Fault) -> Option<usize> {
    let covers = fault.excerpt.as_ref().map_or(1, |excerpt| excerpt.covers);
    fault.position.map(|at| at.column + covers)
}

/// From where the command was run, with `/`.
fn path(dir: &Path, fault: &Fault) -> String {
    let path = dir.join(&fault.file);
    let path = path.to_string_lossy().replace('\\', "/");
    path.trim_start_matches("./").to_owned()
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
