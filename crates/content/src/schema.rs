//! The JSON Schemas (draft 2020-12) of the bundle's files, from its types.
//!
//! Text editors read them to complete and to underline. They hold less than
//! `site check` does: shape, not sense.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::bundle::{
    Alliance, Article, Chain, Companies, Documents, Events, Glossary, Indicators, Markdown, Media,
    Offers, Projects, Sources, Terms, Text,
};
use super::table::{ARTICLES, FILES, FileRow, row_of};
use model::Lang;

use super::fields::{about_type, field};

/// A schema as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaFile {
    /// Its name: `companies.schema.json`.
    pub name: String,
    /// What is in it.
    pub json: String,
}

/// Every schema, one for each kind of file.
pub fn all() -> Vec<SchemaFile> {
    let common: [fn(&FileRow) -> SchemaFile; FILES.len()] = [
        of::<Alliance>,
        of::<Chain>,
        of::<Companies>,
        of::<Projects>,
        of::<Indicators>,
        of::<Sources>,
        of::<Glossary>,
        of::<Terms>,
        of::<Media>,
        of::<Events>,
        of::<Documents>,
        of::<Offers>,
    ];
    let common = FILES.iter().zip(common).map(|(row, schema)| schema(row));
    common.chain([of::<Article>(&ARTICLES)]).collect()
}

/// What a file of the bundle writes as its `$schema`: the way from it to its schema.
pub fn reference(file: &str) -> String {
    let up = if file.starts_with(ARTICLES.name) {
        "../.."
    } else {
        ".."
    };
    let own = file.strip_suffix(".json").unwrap_or(file);
    let name = row_of(file).map_or(own, |row| row.schema);
    format!("{up}/schema/{name}.schema.json")
}

/// The schema of a file of this type.
fn of<T: JsonSchema>(row: &FileRow) -> SchemaFile {
    debug_assert_eq!(
        T::schema_name(),
        row.type_name,
        "the types stand as in the table"
    );
    let generator: SchemaGenerator = SchemaSettings::draft2020_12().into();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    polish(&T::schema_name(), &mut schema);
    if let Some(fields) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        let mut own = json!({ "type": "string" });
        name_field("", "$schema", &mut own);
        fields.insert("$schema".to_owned(), own);
    }
    if let Some(types) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        for (of, schema) in types {
            polish(of, schema);
        }
    }
    let mut json = serde_json::to_string_pretty(&sorted(schema)).unwrap_or_default();
    json.push('\n');
    SchemaFile {
        name: format!("{}.schema.json", row.schema),
        json,
    }
}

/// Titles and descriptions in Chinese, in place of the types' own comments.
fn polish(of: &str, schema: &mut Value) {
    choices(schema);
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    object.remove("description");
    if let Some((title, about)) = about_type(of) {
        object.insert("title".to_owned(), title.into());
        object.insert("description".to_owned(), about.into());
    }
    if let Some(fields) = object.get_mut("properties").and_then(Value::as_object_mut) {
        for (key, schema) in fields {
            without_null(schema);
            name_field(of, key, schema);
            if key == "id" && schema.get("type") == Some(&json!("string")) {
                schema["pattern"] = "^[a-z0-9]+(-[a-z0-9]+)*$".into();
            }
        }
    }
}

fn name_field(of: &str, key: &str, schema: &mut Value) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    object.remove("description");
    if let Some(field) = field(of, key) {
        object.insert("title".to_owned(), field.zh.into());
        object.insert("description".to_owned(), field.about.into());
        if let Ok(example) = serde_json::from_str::<Value>(field.example) {
            object.insert("examples".to_owned(), json!([example]));
        }
    }
}

/// A choice of words, each with a comment, becomes a plain list of words.
fn choices(schema: &mut Value) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    let words: Option<Vec<Value>> = (object.get("oneOf"))
        .and_then(Value::as_array)
        .and_then(|each| each.iter().map(|one| one.get("const").cloned()).collect());
    if let Some(words) = words {
        object.remove("oneOf");
        object.insert("type".to_owned(), "string".into());
        object.insert("enum".to_owned(), words.into());
    }
}

/// A field that may be left out is left out, not written as `null`.
fn without_null(schema: &mut Value) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    if object.get("default") == Some(&Value::Null) {
        object.remove("default");
    }
    if let Some(types) = object.get_mut("type").and_then(Value::as_array_mut) {
        types.retain(|of| of != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(any) = object.get_mut("anyOf").and_then(Value::as_array_mut) {
        any.retain(|one| one.get("type") != Some(&json!("null")));
        if let [Value::Object(only)] = &any[..] {
            let only = only.clone();
            object.remove("anyOf");
            object.extend(only);
        }
    }
}

/// Fields by name, so that the same types give the same bytes.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let fields: BTreeMap<String, Value> = map
                .into_iter()
                .map(|(key, value)| (key, sorted(value)))
                .collect();
            Value::Object(fields.into_iter().collect::<Map<_, _>>())
        }
        Value::Array(list) => list.into_iter().map(sorted).collect(),
        other => other,
    }
}

/// A type that is written as JSON by hand.
macro_rules! schema {
    ($type:ty, $name:literal, $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

schema!(Text, "Text", {
    let filled = json!({ "type": "string", "minLength": 1 });
    by_lang(std::slice::from_ref(&filled), &filled)
});
schema!(Markdown, "Markdown", {
    let text = json!({ "type": "string", "minLength": 1 });
    let list = json!({ "type": "array", "items": { "type": "string" }, "minItems": 1 });
    by_lang(
        &[text.clone(), list.clone()],
        &json!({ "anyOf": [text, list] }),
    )
});
/// Chinese as it is, or a map by language that has Chinese.
fn by_lang(plain: &[Value], each: &Value) -> Schema {
    let mut fields = Map::new();
    for lang in Lang::WRITTEN {
        let mut schema = each.clone();
        name_field("", lang.tag(), &mut schema);
        fields.insert(lang.tag().to_owned(), schema);
    }
    let map = json!({
        "type": "object",
        "properties": fields,
        "required": [Lang::ZhHans.tag()],
        "additionalProperties": false,
    });
    let any: Vec<Value> = plain.iter().cloned().chain([map]).collect();
    json_schema!({ "anyOf": any })
}
