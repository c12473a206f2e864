//! Forms, as the backend describes them: every kind of record, every field, in words.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

/// Every form.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Forms {
    /// What records there are.
    pub kinds: Vec<KindForm>,
    /// The types that they and their fields are of, by name.
    pub types: BTreeMap<String, TypeForm>,
}

/// A kind of record.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct KindForm {
    /// As it stands in addresses.
    pub kind: String,
    /// The one record of this form, of what there is only one.
    #[serde(default)]
    pub id: Option<String>,
    /// The name of its type.
    #[serde(rename = "type")]
    pub type_name: String,
    /// What names those of this kind in order.
    #[serde(default)]
    pub listed: Option<Listed>,
    /// What it is called, in Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// Where a record's place is kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Listed {
    /// The record of kind `file`.
    pub file: String,
    /// Its field.
    pub key: String,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct TypeForm {
    /// What it is called, in Chinese.
    pub zh: String,
    /// What it is, in Chinese.
    pub about: String,
    /// Its fields.
    pub fields: Vec<FieldForm>,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct FieldForm {
    /// Its name in the record.
    pub key: String,
    /// Its title, in Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// What to write, in Chinese.
    pub about: String,
    /// A value that passes.
    #[serde(default)]
    pub example: Value,
    /// Whether it must be there.
    pub required: bool,
    /// What it takes.
    pub shape: Shape,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Shape {
    /// Words for readers, in Chinese and English.
    Text,
    /// Paragraphs for readers.
    Markdown,
    /// A line that is the same in every language.
    Line {
        /// What it must look like.
        #[serde(default)]
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
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Choice {
    /// As it is written.
    pub value: String,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// Which part of a form a field is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is written.
    Words,
    /// What is chosen beside it.
    Facts,
    /// What is seldom needed: folded.
    Rare,
}

/// In this order fields stand, those that are not here after them.
const ORDER: [&str; 52] = [
    "title",
    "name",
    "term",
    "zh-Hans",
    "zh-Hant",
    "publisher",
    "headline",
    "summary",
    "introduction",
    "definition",
    "body",
    "text",
    "start",
    "end",
    "period",
    "value",
    "low",
    "default",
    "high",
    "unit",
    "material",
    "date",
    "time",
    "category",
    "kind",
    "status",
    "stages",
    "stage",
    "grade",
    "url",
    "file",
    "alt",
    "caption",
    "credit",
    "district",
    "products",
    "membership",
    "companies",
    "source",
    "sources",
    "phone",
    "address",
    "website",
    "email",
    "asOf",
    "lastVerified",
    "scope",
    "points",
    "capacities",
    "contacts",
    "cover",
    "note",
];

/// What is seldom needed.
const RARE: [&str; 19] = [
    "id",
    "draft",
    "sortDate",
    "verbatim",
    "tile",
    "newestKnown",
    "httpOnly",
    "corrections",
    "changes",
    "papers",
    "gallery",
    "photos",
    "focus",
    "rights",
    "superseded",
    "corrected",
    "former",
    "version",
    "language",
];

/// Texts of more than a line.
const LONG: [&str; 14] = [
    "summary",
    "introduction",
    "definition",
    "note",
    "scope",
    "localNote",
    "registration",
    "audience",
    "who",
    "steps",
    "duties",
    "resources",
    "aims",
    "points",
];

impl FieldForm {
    /// Which part of a form it is in.
    pub fn part(&self) -> Part {
        match &self.shape {
            _ if RARE.contains(&self.key.as_str()) => Part::Rare,
            Shape::Text | Shape::Markdown => Part::Words,
            Shape::Group { .. } => Part::Words,
            Shape::List { of } if matches!(**of, Shape::Group { .. } | Shape::Text) => Part::Words,
            _ => Part::Facts,
        }
    }

    /// Whether its text may have several lines.
    pub fn is_long(&self) -> bool {
        LONG.contains(&self.key.as_str())
    }
}

impl Forms {
    /// The form of a record.
    pub fn of(&self, kind: &str, id: &str) -> Option<&KindForm> {
        let mut kinds = self.kinds.iter();
        kinds.find(|form| form.kind == kind && form.id.as_deref().is_none_or(|only| only == id))
    }

    /// A type's fields in the order in which they stand.
    pub fn fields(&self, of: &str) -> Vec<FieldForm> {
        let mut fields = self
            .types
            .get(of)
            .map_or_else(Vec::new, |of| of.fields.clone());
        let place = |field: &FieldForm| {
            let known = ORDER.iter().position(|key| *key == field.key);
            known.unwrap_or(ORDER.len())
        };
        fields.sort_by_key(place);
        fields
    }

    /// A record of a kind with nothing in it but its id, and what has only one way to begin.
    pub fn blank(&self, form: &KindForm, id: &str) -> Value {
        let mut record = json!({});
        if form.kind != "file" {
            record["id"] = id.into();
        }
        for field in self.fields(&form.type_name) {
            match &field.shape {
                // Nobody is a member who was not confirmed as one.
                Shape::Group { of } if of == "Membership" => {
                    record[&field.key] = json!({ "status": "unconfirmed" });
                }
                _ => {}
            }
        }
        record
    }

    /// Where a field is, in words: the titles on the way to it.
    pub fn words(&self, form: &KindForm, path: &crate::path::Path, english: bool) -> Vec<String> {
        use crate::path::Step;
        let mut words = Vec::new();
        let mut of = Some(form.type_name.clone());
        for step in path.steps() {
            match step {
                Step::Field(key) => {
                    let fields = of.take().and_then(|of| self.types.get(&of));
                    let field = fields.and_then(|of| of.fields.iter().find(|one| one.key == *key));
                    let Some(field) = field else {
                        match key.as_str() {
                            "en" => words.push("English".to_owned()),
                            "zh-Hans" => words.push("中文".to_owned()),
                            _ => {}
                        }
                        continue;
                    };
                    let title = if english { &field.en } else { &field.zh };
                    words.push(title.clone());
                    of = match &field.shape {
                        Shape::Group { of } => Some(of.clone()),
                        Shape::List { of } => match &**of {
                            Shape::Group { of } => Some(of.clone()),
                            _ => None,
                        },
                        _ => None,
                    };
                }
                Step::Index(index) => words.push(match english {
                    true => format!("no. {}", index + 1),
                    false => format!("第 {} 条", index + 1),
                }),
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::Path;

    fn forms() -> Forms {
        let described = json!({
            "kinds": [
                { "kind": "company", "type": "Company", "zh": "企业", "en": "Companies",
                  "listed": { "file": "companies", "key": "companies" } },
                { "kind": "file", "id": "alliance", "type": "Alliance", "zh": "联盟", "en": "Alliance" },
            ],
            "types": {
                "Alliance": { "zh": "联盟", "about": "", "fields": [] },
                "Membership": { "zh": "成员身份", "about": "", "fields": [] },
                "Capacity": { "zh": "产能", "about": "", "fields": [
                    { "key": "asOf", "zh": "截止日期", "en": "As of", "about": "", "required": true,
                      "shape": { "is": "line", "pattern": "x" } },
                ] },
                "Company": { "zh": "企业", "about": "", "fields": [
                    { "key": "capacities", "zh": "产能", "en": "Capacities", "about": "", "required": false,
                      "shape": { "is": "list", "of": { "is": "group", "of": "Capacity" } } },
                    { "key": "membership", "zh": "成员身份", "en": "Membership", "about": "", "required": true,
                      "shape": { "is": "group", "of": "Membership" } },
                    { "key": "name", "zh": "企业名称", "en": "Name", "about": "", "required": true,
                      "shape": { "is": "text" } },
                ] },
            },
        });
        serde_json::from_value(described).unwrap_or_default()
    }

    #[test]
    fn knows_the_form_of_a_record() {
        let forms = forms();
        assert_eq!(
            forms.of("company", "linfeng").map(|form| &*form.zh),
            Some("企业")
        );
        assert_eq!(
            forms.of("file", "alliance").map(|form| &*form.zh),
            Some("联盟")
        );
        assert_eq!(forms.of("file", "companies"), None);
    }

    #[test]
    fn puts_what_something_is_called_first() {
        let keys: Vec<String> = forms()
            .fields("Company")
            .into_iter()
            .map(|one| one.key)
            .collect();
        assert_eq!(keys, ["name", "membership", "capacities"]);
    }

    #[test]
    fn begins_a_company_as_no_member() {
        let forms = forms();
        let form = forms.of("company", "x").cloned();
        let blank = form.map(|form| forms.blank(&form, "x"));
        assert_eq!(
            blank,
            Some(json!({ "id": "x", "membership": { "status": "unconfirmed" } }))
        );
    }

    #[test]
    fn says_in_words_where_a_field_is() {
        let forms = forms();
        let words = |english| {
            let form = forms.of("company", "x").cloned();
            form.map(|form| forms.words(&form, &Path::parse("capacities[1].asOf"), english))
        };
        assert_eq!(
            words(false).unwrap_or_default(),
            ["产能", "第 2 条", "截止日期"]
        );
        assert_eq!(
            words(true).unwrap_or_default(),
            ["Capacities", "no. 2", "As of"]
        );
    }
}
