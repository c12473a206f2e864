//! To version 2: every file names its schema, the balance uses more
//! factors, and there is a glossary.
//!
//! What a factor says is replaced only where it still says what the site did
//! when it was version 1.

use jsonc_parser::cst::{CstArray, CstInputValue, CstObject};

use super::text::{Record, copied, insert, records, same, text, word};
use super::{Bundle, Change, MigrateError, OpenFile};
use crate::schema;

/// What the step adds and replaces, as the site had it on the day of the step.
const ADDED: &str = include_str!("to_2.json");
const CHAIN: &str = "chain.json";
const SOURCES: &str = "sources.json";
const GLOSSARY: &str = "glossary.json";

/// Takes the step.
pub fn step(bundle: &mut Bundle) -> Result<(), MigrateError> {
    let added = Record::parse("to_2.json", ADDED)?;
    if !bundle.files.contains_key(GLOSSARY) {
        let empty = OpenFile {
            before: None,
            root: Record::parse(GLOSSARY, "{\n  \"terms\": []\n}\n")?,
            changes: vec![Change::NewFile],
        };
        bundle.files.insert(GLOSSARY.to_owned(), empty);
    }
    let chain = bundle.file(CHAIN)?;
    let factors = chain.root.list(CHAIN, "factors")?;
    let links = records(&chain.root.list(CHAIN, "links")?);
    for pair in records(&added.list("to_2.json", "changed")?) {
        if let (Some(was), Some(now)) = (pair.object_value("was"), pair.object_value("now")) {
            let changes = change(&factors, &links, &was, &now);
            chain.changes.extend(changes);
        }
    }
    for factor in records(&added.list("to_2.json", "factors")?) {
        chain.changes.extend(add(&factors, &factor));
    }
    for link in records(&added.list("to_2.json", "links")?) {
        chain.changes.extend(name_factors(&links, &link));
    }
    let sources = bundle.file(SOURCES)?;
    let list = sources.root.list(SOURCES, "sources")?;
    for source in records(&added.list("to_2.json", "sources")?) {
        let id = word(&source, "id").unwrap_or_default();
        if find(&list, &id).is_none() {
            list.append(copied(&source.into()));
            sources.changes.push(Change::Source(id));
        }
    }
    for (name, file) in &mut bundle.files {
        if file.root.object.get("$schema").is_none() {
            let reference = CstInputValue::String(schema::reference(name));
            file.root.object.insert(0, "$schema", reference);
            file.changes.push(Change::Schema);
        }
    }
    bundle.set_version(2)
}

fn find(list: &CstArray, id: &str) -> Option<CstObject> {
    (records(list).into_iter()).find(|record| word(record, "id").as_deref() == Some(id))
}

/// Replaces what a factor said, field by field, and its id everywhere.
fn change(
    factors: &CstArray,
    links: &[CstObject],
    was: &CstObject,
    now: &CstObject,
) -> Vec<Change> {
    let mut changes = Vec::new();
    let (Some(old), Some(new)) = (word(was, "id"), word(now, "id")) else {
        return changes;
    };
    let Some(factor) = find(factors, &old) else {
        return changes;
    };
    if old != new {
        let mut named: Vec<_> = (links.iter())
            .filter_map(|link| link.array_value("factors"))
            .flat_map(|factors| factors.elements())
            .collect();
        named.extend(factor.get("id").and_then(|id| id.value()));
        for name in named {
            if let Some(literal) = name
                .as_string_lit()
                .filter(|_| text(&name).as_ref() == Some(&old))
            {
                literal.set_raw_value(format!("\"{new}\""));
            }
        }
        changes.push(Change::Renamed {
            from: old,
            to: new.clone(),
        });
    }
    for field in now.properties() {
        let Some(name) = field.decoded_name().filter(|name| name != "id") else {
            continue;
        };
        let (Some(before), Some(after)) = (
            was.get(&name).and_then(|field| field.value()),
            field.value(),
        ) else {
            continue;
        };
        let Some(own) = factor.get(&name) else {
            continue;
        };
        let untouched = own.value().is_some_and(|own| same(&own, &before));
        if untouched && !same(&before, &after) {
            own.set_value(copied(&after));
            changes.push(Change::Field {
                factor: new.clone(),
                field: name,
            });
        }
    }
    changes
}

/// Adds a factor after the one that stands before it, unless it is there.
fn add(factors: &CstArray, added: &CstObject) -> Option<Change> {
    let factor = added.object_value("factor")?;
    let id = word(&factor, "id")?;
    if find(factors, &id).is_some() {
        return None;
    }
    let after = word(added, "after");
    insert(factors, copied(&factor.into()), |record| {
        let id = record.as_object().and_then(|record| word(&record, "id"));
        id.is_some() && id == after
    });
    Some(Change::Factor(id))
}

/// Names a link's new factors at the link, each after the one that stands
/// before it.
fn name_factors(links: &[CstObject], added: &CstObject) -> Option<Change> {
    let id = word(added, "id")?;
    let link = (links.iter()).find(|link| word(link, "id").as_ref() == Some(&id))?;
    let list = link.array_value("factors")?;
    let mut names: Vec<String> = list.elements().iter().filter_map(text).collect();
    let many = names.len();
    let mut before = None;
    for name in added
        .array_value("factors")?
        .elements()
        .iter()
        .filter_map(text)
    {
        if !names.contains(&name) {
            let after = names.iter().position(|own| Some(own) == before.as_ref());
            names.insert(after.map_or(names.len(), |at| at + 1), name.clone());
        }
        before = Some(name);
    }
    if names.len() == many {
        return None;
    }
    let one_a_line = list.to_string().contains('\n');
    let names = names.into_iter().map(CstInputValue::String).collect();
    let list = list.replace_with(CstInputValue::Array(names))?.as_array()?;
    if one_a_line {
        list.ensure_multiline();
    }
    Some(Change::Named(id))
}
