//! JSON as text that is changed in places, by `jsonc-parser`'s concrete
//! syntax tree.

use jsonc_parser::ParseOptions;
use jsonc_parser::cst::{CstArray, CstInputValue, CstNode, CstObject, CstObjectProp, CstRootNode};

use super::MigrateError;

/// A file whose value is an object.
pub struct Record {
    root: CstRootNode,
    pub object: CstObject,
}

impl Record {
    /// Reads a file.
    pub fn parse(name: &str, text: &str) -> Result<Self, MigrateError> {
        let root = CstRootNode::parse(text, &ParseOptions::default()).map_err(|fault| {
            MigrateError::Syntax {
                name: name.to_owned(),
                fault: Box::new(fault),
            }
        })?;
        let object = root.object_value().ok_or_else(|| MigrateError::Shape {
            name: name.to_owned(),
            wanted: "{ … }",
        })?;
        Ok(Self { root, object })
    }

    /// The text.
    pub fn text(&self) -> String {
        self.root.to_string()
    }

    /// A whole number in a field.
    pub fn number(&self, field: &str) -> Option<u64> {
        let number = self.object.get(field)?.value()?.as_number_lit()?;
        number.to_string().parse().ok()
    }

    /// A list in a field.
    pub fn list(&self, name: &str, field: &'static str) -> Result<CstArray, MigrateError> {
        let list = self.object.array_value(field);
        list.ok_or_else(|| MigrateError::Shape {
            name: name.to_owned(),
            wanted: field,
        })
    }
}

/// The records of a list.
pub fn records(list: &CstArray) -> Vec<CstObject> {
    let elements = list.elements().into_iter();
    elements.filter_map(|element| element.as_object()).collect()
}

/// A text in a field.
pub fn word(record: &CstObject, field: &str) -> Option<String> {
    text(&record.get(field)?.value()?)
}

/// A text.
pub fn text(node: &CstNode) -> Option<String> {
    node.as_string_lit()?.decoded_value().ok()
}

/// Puts a value after the element that `is_before` finds; at the end, when
/// there is none.
pub fn insert(list: &CstArray, value: CstInputValue, is_before: impl Fn(&CstNode) -> bool) {
    match list.elements().iter().position(is_before) {
        Some(at) => list.insert(at + 1, value),
        None => list.append(value),
    };
}

/// A value as it is to be written elsewhere.
pub fn copied(node: &CstNode) -> CstInputValue {
    if let Some(object) = node.as_object() {
        let fields = object.properties().into_iter();
        let copy = |field: CstObjectProp| Some((field.decoded_name()?, copied(&field.value()?)));
        return CstInputValue::Object(fields.filter_map(copy).collect());
    }
    if let Some(list) = node.as_array() {
        return CstInputValue::Array(list.elements().iter().map(copied).collect());
    }
    if let Some(text) = text(node) {
        return CstInputValue::String(text);
    }
    match node.to_string().as_str() {
        "true" => CstInputValue::Bool(true),
        "false" => CstInputValue::Bool(false),
        "null" => CstInputValue::Null,
        number => CstInputValue::Number(number.to_owned()),
    }
}

/// Whether two values say the same, however they are laid out.
pub fn same(one: &CstNode, other: &CstNode) -> bool {
    fn compare(one: &CstInputValue, other: &CstInputValue) -> bool {
        use CstInputValue::{Array, Bool, Null, Number, Object, String};
        match (one, other) {
            (Null, Null) => true,
            (Bool(one), Bool(other)) => one == other,
            (Number(one), Number(other)) | (String(one), String(other)) => one == other,
            (Array(one), Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(a, b)| compare(a, b))
            }
            (Object(one), Object(other)) => {
                let mut pairs = one.iter().zip(other);
                one.len() == other.len() && pairs.all(|(a, b)| a.0 == b.0 && compare(&a.1, &b.1))
            }
            _ => false,
        }
    }
    compare(&copied(one), &copied(other))
}
