//! The JSON Schemas of the bundle's files.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use content::schema::{all, reference};
use jsonschema::Validator;
use rstest::rstest;
use serde_json::{Value, json};
use walkdir::WalkDir;

fn public() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public")
}

/// Every file of a bundle, by its name in it.
fn files(bundle: &Path) -> BTreeMap<String, Value> {
    WalkDir::new(bundle)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| {
            let name = path.strip_prefix(bundle).unwrap();
            let value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            (name.to_string_lossy().into_owned(), value)
        })
        .collect()
}

fn schema(name: &str) -> Value {
    let file = all().into_iter().find(|file| file.name == name).unwrap();
    serde_json::from_str(&file.json).unwrap()
}

/// The validator for a file of the bundle.
fn validator(file: &str) -> Validator {
    let reference = reference(file);
    let schema = schema(reference.rsplit('/').next().unwrap());
    assert!(jsonschema::meta::is_valid(&schema), "{file}");
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn lie_in_public_schema_as_the_types_have_them() {
    let folder = public().join("schema");
    let kept: BTreeMap<String, String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    let made: BTreeMap<String, String> = (all().into_iter())
        .map(|file| (file.name, file.json))
        .collect();
    assert!(
        kept == made,
        "public/schema/ is stale: renew it with `site schema` and commit it"
    );
}

#[rstest]
#[case::real("../../public/content")]
#[case::fixtures("tests/fixtures/faults/valid")]
fn accept_a_sound_bundle(#[case] bundle: &str) {
    let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join(bundle);
    for (name, value) in files(&bundle) {
        let errors: Vec<String> = validator(&name)
            .iter_errors(&value)
            .map(|error| format!("{} at {}", error, error.instance_path))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn are_named_by_every_file_of_the_bundle() {
    let bundle = public().join("content");
    for (name, value) in files(&bundle) {
        let named = value.get("$schema").and_then(Value::as_str);
        assert_eq!(named, Some(reference(&name).as_str()), "{name}");
        let path = bundle.join(&name).parent().unwrap().join(named.unwrap());
        assert!(path.is_file(), "{name} names {}", path.display());
    }
}

#[rstest]
#[case::unknown_field("/colour", json!("red"))]
#[case::no_date("/date", json!("31.10.2025"))]
#[case::no_category("/category", json!("industy"))]
#[case::no_stage("/stages", json!(["recyled"]))]
#[case::text_for_a_list("/companies", json!("zhongfu"))]
#[case::empty_title("/title", json!(""))]
#[case::title_without_chinese("/title", json!({ "en": "Title" }))]
#[case::null("/verbatim", json!(null))]
#[case::no_slug("/id", json!("Neue Datei"))]
fn underline(#[case] at: &str, #[case] value: Value) {
    let name = "news/2025-10-31-output.json";
    let mut article = files(&public().join("content")).remove(name).unwrap();
    article[&at[1..]] = value;
    assert!(!validator(name).is_valid(&article));
}

/// Each object of a schema with fields, and what it is called.
fn objects(schema: &Value) -> Vec<(String, &Value)> {
    let types = schema["$defs"].as_object().unwrap();
    let mut objects = vec![("the file".to_owned(), schema)];
    objects.extend(types.iter().map(|(name, schema)| (name.clone(), schema)));
    objects
}

#[test]
fn say_what_everything_is_in_chinese() {
    let chinese = |value: &Value| {
        value.as_str().is_some_and(|text| {
            text.chars()
                .any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
        })
    };
    for file in all() {
        let schema: Value = serde_json::from_str(&file.json).unwrap();
        for (name, object) in objects(&schema) {
            let described =
                |value: &Value| chinese(&value["title"]) && chinese(&value["description"]);
            assert!(
                described(object),
                "{}: {name}: add it to TYPES of content/fields.rs",
                file.name
            );
            for (key, field) in object["properties"].as_object().into_iter().flatten() {
                assert!(
                    described(field),
                    "{}: {name}.{key}: add it to FIELDS of content/fields.rs",
                    file.name
                );
            }
        }
    }
}

#[test]
fn give_examples_that_pass() {
    for file in all() {
        let schema: Value = serde_json::from_str(&file.json).unwrap();
        for (name, object) in objects(&schema) {
            for (key, field) in object["properties"].as_object().into_iter().flatten() {
                for example in field["examples"].as_array().into_iter().flatten() {
                    let mut only = field.clone();
                    only["$defs"] = schema["$defs"].clone();
                    let validator = jsonschema::draft202012::new(&only).unwrap();
                    assert!(
                        validator.is_valid(example),
                        "{}: {name}.{key}: {example}",
                        file.name
                    );
                }
            }
        }
    }
}
