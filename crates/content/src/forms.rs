//! What an editor fills in: every record's fields in words, with what kind of value each
//! takes. Made from the schemas and the table of files, so that no field is missing.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::fields::field;
use crate::records::ARTICLE;
use crate::schema;
use crate::table::{ARTICLES, FILES, FileRow};

/// Every form.
#[derive(Clone, Debug, Serialize)]
pub struct Forms {
    /// What records there are, in the order of the files.
    pub kinds: Vec<KindForm>,
    /// The types that they and their fields are of, by name.
    pub types: BTreeMap<String, TypeForm>,
}

/// A kind of record.
#[derive(Clone, Debug, Serialize)]
pub struct KindForm {
    /// As it stands in addresses: `company`; `file` for what a file holds beside its records.
    pub kind: String,
    /// The one record of this form, where there is just one: of files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The name of its type.
    #[serde(rename = "type")]
    pub type_name: String,
    /// The file's record that names those of this kind in order, and its field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listed: Option<Listed>,
    /// What it is called, in Chinese.
    pub zh: String,
    /// What it is called, in English.
    pub en: String,
}

/// Where a record's place is kept.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    /// The record of kind `file`.
    pub file: String,
    /// Its field.
    pub key: String,
}

/// A type: its fields.
#[derive(Clone, Debug, Serialize)]
pub struct TypeForm {
    /// What it is called, in Chinese.
    pub zh: String,
    /// What it is, in Chinese.
    pub about: String,
    /// Its fields.
    pub fields: Vec<FieldForm>,
}

/// A field.
#[derive(Clone, Debug, Serialize)]
pub struct FieldForm {
    /// Its name in the record.
    pub key: String,
    /// Its title, in Chinese.
    pub zh: String,
    /// Its title, in English.
    pub en: String,
    /// What to write, in Chinese.
    pub about: String,
    /// A value that passes.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub example: Value,
    /// Whether it must be there.
    pub required: bool,
    /// What it takes.
    pub shape: Shape,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Shape {
    /// Words for readers, in Chinese and English.
    Text,
    /// Paragraphs for readers, in Chinese and English.
    Markdown,
    /// A line that is the same in every language.
    Line {
        /// What it must look like, as a regular expression.
        #[serde(skip_serializing_if = "Option::is_none")]
        pattern: Option<String>,
    },
    /// A number.
    Number,
    /// Yes, or nothing.
    Flag,
    /// One of these.
    Choice {
        /// What there is to choose.
        options: Vec<Choice>,
    },
    /// The id of a record of this kind.
    Reference {
        /// Which.
        kind: String,
    },
    /// Fields of their own.
    Group {
        /// The name of the type.
        of: String,
    },
    /// Several of the same.
    List {
        /// What each is.
        of: Box<Shape>,
    },
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// As it is written.
    pub value: String,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// Every form of this version of the bundle.
pub fn forms() -> Forms {
    let mut forms = Forms {
        kinds: Vec::new(),
        types: BTreeMap::new(),
    };
    let schemas = schema::all();
    for (row, schema) in FILES.iter().chain([&ARTICLES]).zip(&schemas) {
        // The schemas were just written from the types.
        let schema: Value = serde_json::from_str(&schema.json).unwrap_or_default();
        add(&mut forms, row, &schema);
    }
    for row in FILES.iter().chain([&ARTICLES]) {
        for (way, to) in row.references {
            refer(&mut forms.types, row.type_name, way, to.kind());
        }
    }
    forms
}

fn add(forms: &mut Forms, row: &FileRow, schema: &Value) {
    let none = serde_json::Map::new();
    let defs = schema["$defs"].as_object().unwrap_or(&none);
    for (name, def) in defs
        .iter()
        .filter(|(_, def)| def.get("properties").is_some())
    {
        forms.types.insert(name.clone(), type_form(name, def, defs));
    }
    let mut own = type_form(row.type_name, schema, defs);
    let title = own.zh.clone();
    if row.name == ARTICLES.name {
        forms.kinds.push(KindForm {
            kind: ARTICLE.to_owned(),
            id: None,
            type_name: row.type_name.to_owned(),
            listed: None,
            zh: title,
            en: row.type_name.to_owned(),
        });
        forms.types.insert(row.type_name.to_owned(), own);
        return;
    }
    let stem = row.name.trim_end_matches(".json");
    for list in row.lists {
        let Some(referent) = list.referent else {
            continue;
        };
        let words = field(row.type_name, list.key);
        forms.kinds.push(KindForm {
            kind: referent.kind().to_owned(),
            id: None,
            type_name: list.type_name.to_owned(),
            listed: Some(Listed {
                file: stem.to_owned(),
                key: list.key.to_owned(),
            }),
            zh: words.map_or(list.key, |field| field.zh).to_owned(),
            en: words.map_or(list.key, |field| field.en).to_owned(),
        });
        // Its records are records of their own.
        own.fields.retain(|field| field.key != list.key);
    }
    if !own.fields.is_empty() {
        forms.kinds.push(KindForm {
            kind: "file".to_owned(),
            id: Some(stem.to_owned()),
            type_name: row.type_name.to_owned(),
            listed: None,
            zh: title,
            en: row.type_name.to_owned(),
        });
    }
    forms.types.insert(row.type_name.to_owned(), own);
}

type Defs = serde_json::Map<String, Value>;

fn type_form(name: &str, schema: &Value, defs: &Defs) -> TypeForm {
    let text = |key: &str| schema[key].as_str().unwrap_or_default().to_owned();
    let required = schema["required"].as_array();
    let is_required = |key: &str| required.is_some_and(|keys| keys.iter().any(|one| one == key));
    let none = Defs::new();
    let properties = schema["properties"].as_object().unwrap_or(&none);
    let fields = properties
        .iter()
        // What says of which version and shape a file is, no editor changes.
        .filter(|(key, _)| *key != "$schema" && *key != "schemaVersion");
    TypeForm {
        zh: text("title"),
        about: text("description"),
        fields: fields
            .map(|(key, schema)| field_form(name, key, is_required(key), schema, defs))
            .collect(),
    }
}

fn field_form(of: &str, key: &str, required: bool, schema: &Value, defs: &Defs) -> FieldForm {
    let words = field(of, key);
    FieldForm {
        key: key.to_owned(),
        zh: words.map_or(key, |field| field.zh).to_owned(),
        en: words.map_or(key, |field| field.en).to_owned(),
        about: words.map_or("", |field| field.about).to_owned(),
        example: schema["examples"][0].clone(),
        required,
        shape: shape(schema, defs),
    }
}

fn shape(schema: &Value, defs: &Defs) -> Shape {
    if let Some(to) = schema["$ref"].as_str() {
        let name = to.trim_start_matches("#/$defs/");
        return match (name, defs.get(name)) {
            ("Text", _) => Shape::Text,
            ("Markdown", _) => Shape::Markdown,
            (_, Some(def)) if def.get("properties").is_some() => Shape::Group {
                of: name.to_owned(),
            },
            (_, Some(def)) => shape(def, defs),
            (_, None) => Shape::Line { pattern: None },
        };
    }
    if let Some(values) = schema["enum"].as_array() {
        let about = schema["description"].as_str().unwrap_or_default();
        let values: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
        let options = values.iter().map(|value| choice(value, &values, about));
        return Shape::Choice {
            options: options.collect(),
        };
    }
    match schema["type"].as_str() {
        Some("number" | "integer") => Shape::Number,
        Some("boolean") => Shape::Flag,
        Some("array") => Shape::List {
            of: Box::new(shape(&schema["items"], defs)),
        },
        _ => Shape::Line {
            pattern: schema["pattern"].as_str().map(str::to_owned),
        },
    }
}

/// An option in words: the type's description has each with its Chinese behind it, up to
/// the next one.
fn choice(value: &str, values: &[&str], about: &str) -> Choice {
    let ends = ['、', '，', '；', '。', '：'];
    let begins = |value: &str| {
        let starts = about.match_indices(value).map(|(at, _)| at);
        starts.into_iter().find(|at| {
            let before = about[..*at].chars().next_back();
            before.is_none_or(|char| ends.contains(&char))
                && about[at + value.len()..].starts_with(' ')
        })
    };
    let zh = begins(value).map(|at| {
        let from = at + value.len();
        let next = values.iter().filter_map(|other| begins(other));
        let to = next
            .filter(|next| *next > from)
            .min()
            .unwrap_or(about.len());
        about[from..to].trim().trim_end_matches(ends)
    });
    Choice {
        value: value.to_owned(),
        zh: zh.unwrap_or(value).to_owned(),
        en: spaced(value),
    }
}

/// `underConstruction` as `under construction`.
fn spaced(value: &str) -> String {
    if value.chars().filter(char::is_ascii_uppercase).count() != 1
        || !value.starts_with(|first: char| first.is_ascii_lowercase())
        || value.contains('/')
    {
        return value.to_owned();
    }
    let mut out = String::new();
    for char in value.chars() {
        if char.is_ascii_uppercase() {
            out.push(' ');
        }
        out.push(char.to_ascii_lowercase());
    }
    out
}

/// Makes what stands at the end of a way the name of a record.
fn refer(types: &mut BTreeMap<String, TypeForm>, from: &str, way: &str, kind: &str) {
    let (step, rest) = way.split_once('.').unwrap_or((way, ""));
    let key = step.trim_end_matches("[]");
    let next = types.get_mut(from).and_then(|of| {
        let field = of.fields.iter_mut().find(|field| field.key == key)?;
        if rest.is_empty() {
            let to = Shape::Reference {
                kind: kind.to_owned(),
            };
            match &mut field.shape {
                Shape::List { of } => **of = to,
                plain => *plain = to,
            }
            return None;
        }
        match &field.shape {
            Shape::Group { of } => Some(of.clone()),
            Shape::List { of } => match &**of {
                Shape::Group { of } => Some(of.clone()),
                _ => None,
            },
            _ => None,
        }
    });
    let listed = || {
        let row = FILES.iter().find(|row| row.type_name == from)?;
        let list = row.lists.iter().find(|list| list.key == key)?;
        Some(list.type_name.to_owned())
    };
    if rest.is_empty() {
        return;
    }
    if let Some(next) = next.or_else(listed) {
        refer(types, &next, rest, kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field_of<'a>(forms: &'a Forms, of: &str, key: &str) -> &'a FieldForm {
        let fields = &forms.types[of].fields;
        let found = fields.iter().find(|field| field.key == key);
        found.unwrap_or_else(|| panic!("{of} has {key}"))
    }

    #[test]
    fn have_every_type_that_a_field_is_of() {
        let forms = forms();
        let groups = |shape: &Shape| match shape {
            Shape::Group { of } => Some(of.clone()),
            Shape::List { of } => match &**of {
                Shape::Group { of } => Some(of.clone()),
                _ => None,
            },
            _ => None,
        };
        for kind in &forms.kinds {
            assert!(forms.types.contains_key(&kind.type_name), "{}", kind.kind);
        }
        for (name, of) in &forms.types {
            for field in &of.fields {
                assert_ne!(
                    field.zh, field.key,
                    "{name}.{} has Chinese words",
                    field.key
                );
                if let Some(group) = groups(&field.shape) {
                    assert!(forms.types.contains_key(&group), "{group}");
                }
            }
        }
    }

    #[test]
    fn know_what_a_field_names() {
        let forms = forms();
        let names = |kind: &str| Shape::Reference {
            kind: kind.to_owned(),
        };
        assert_eq!(
            field_of(&forms, "Capacity", "source").shape,
            names("source")
        );
        assert_eq!(field_of(&forms, "Article", "cover").shape, names("picture"));
        assert_eq!(field_of(&forms, "Chair", "source").shape, names("source"));
        let several = Shape::List {
            of: Box::new(names("company")),
        };
        assert_eq!(field_of(&forms, "Article", "companies").shape, several);
        assert_eq!(field_of(&forms, "Project", "companies").shape, several);
    }

    #[test]
    fn call_an_option_by_all_of_its_words() {
        let about = "press 发布会、ceremony 成立、签约、开工等仪式。";
        let words = |value| choice(value, &["press", "ceremony"], about).zh;
        assert_eq!(words("press"), "发布会");
        assert_eq!(words("ceremony"), "成立、签约、开工等仪式");
        assert_eq!(spaced("underConstruction"), "under construction");
        assert_eq!(spaced("kWh/t"), "kWh/t");
    }

    #[test]
    fn have_words_for_every_option_but_units() {
        let forms = forms();
        for (name, of) in &forms.types {
            for field in &of.fields {
                let Shape::Choice { options } = &field.shape else {
                    continue;
                };
                for option in options.iter().filter(|_| field.key != "unit") {
                    assert_ne!(option.zh, option.value, "{name}.{}", field.key);
                }
            }
        }
    }
}
