//! Blocks of cells from a spreadsheet, as the clipboard has them.

use serde_json::Value;

use crate::form::{FieldForm, Shape};
use crate::text::Tongue;
use crate::text::{from_line, from_number, saying};

/// The cells of a block: tabs between them, rows on lines; a cell with line ends in it
/// stands in quotes.
pub fn cells(block: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = block.chars().peekable();
    while let Some(char) = chars.next() {
        let row = rows.last_mut();
        let Some(cell) = row.and_then(|row| row.last_mut()) else {
            break;
        };
        match char {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\t' if !quoted => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
            }
            '\r' => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            char => cell.push(char),
        }
    }
    // A spreadsheet ends its last row too.
    if rows
        .last()
        .is_some_and(|row| row.iter().all(String::is_empty))
    {
        rows.pop();
    }
    rows
}

/// What a cell becomes in a field. `before` is what stands there; `named` finds a record of
/// a kind by what people call it.
pub fn from_cell(
    field: &FieldForm,
    cell: &str,
    before: Option<&Value>,
    named: &impl Fn(&str, &str) -> Option<String>,
) -> Option<Value> {
    let cell = cell.trim();
    match &field.shape {
        Shape::Number => from_number(cell),
        Shape::Flag => {
            let yes = matches!(cell, "是" | "✓" | "√" | "true" | "TRUE" | "1" | "yes");
            match (yes, cell.is_empty()) {
                (true, _) => Some(Value::Bool(true)),
                (false, true) => None,
                (false, false) if matches!(cell, "否" | "false" | "FALSE" | "0" | "no") => None,
                (false, false) => Some(Value::String(cell.to_owned())),
            }
        }
        Shape::Choice { options } => {
            let known = options
                .iter()
                .find(|option| [&option.value, &option.zh, &option.en].contains(&&cell.to_owned()));
            from_line(known.map_or(cell, |option| &option.value))
        }
        Shape::Reference { kind } => {
            let id = named(kind, cell);
            from_line(&id.unwrap_or_else(|| cell.to_owned()))
        }
        Shape::Text => saying(before, Tongue::Zh, cell),
        _ => from_line(cell),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::form::Choice;

    fn field(shape: Shape) -> FieldForm {
        FieldForm {
            key: "x".into(),
            zh: "某".into(),
            en: "x".into(),
            about: String::new(),
            example: Value::Null,
            required: true,
            shape,
        }
    }

    #[test]
    fn reads_what_a_spreadsheet_copies() {
        let block = "2024\t419\t\"一\n\"\"二\"\"\"\r\n2025\t500以上\t\r\n";
        assert_eq!(
            cells(block),
            [["2024", "419", "一\n\"二\""], ["2025", "500以上", ""]]
        );
    }

    #[test]
    fn makes_values_of_cells() {
        let named = |kind: &str, name: &str| {
            (kind == "source" && name == "四川新闻网").then(|| "scnews".to_owned())
        };
        let of = |shape, cell| from_cell(&field(shape), cell, None, &named);
        assert_eq!(of(Shape::Number, "1,200"), Some(json!(1200)));
        assert_eq!(of(Shape::Number, "500以上"), Some(json!("500以上")));
        assert_eq!(of(Shape::Flag, "是"), Some(json!(true)));
        assert_eq!(of(Shape::Flag, ""), None);
        let source = Shape::Reference {
            kind: "source".into(),
        };
        assert_eq!(of(source.clone(), "四川新闻网"), Some(json!("scnews")));
        assert_eq!(of(source, "没有"), Some(json!("没有")), "kept, and a fault");
        let options = vec![Choice {
            value: "actual".into(),
            zh: "实际".into(),
            en: "actual".into(),
        }];
        assert_eq!(of(Shape::Choice { options }, "实际"), Some(json!("actual")));
    }
}
