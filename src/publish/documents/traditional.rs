//! What a language shows, in its script.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::content::Lang;
use crate::content::traditional::traditional;

/// What was arranged for a language, as that language writes it: for 繁體中文
/// with every text in traditional characters. Addresses stay.
///
/// # Errors
/// When it cannot be written as JSON and read again.
pub fn in_script<T: Serialize + DeserializeOwned>(
    lang: Lang,
    arranged: T,
) -> Result<T, serde_json::Error> {
    if lang != Lang::ZhHant {
        return Ok(arranged);
    }
    let mut json = serde_json::to_value(arranged)?;
    texts(&mut json);
    serde_json::from_value(json)
}

fn texts(value: &mut Value) {
    match value {
        Value::String(text) if is_address(text) => {}
        Value::String(text) => *text = traditional(text).into_owned(),
        Value::Array(values) => values.iter_mut().for_each(texts),
        Value::Object(fields) => fields.values_mut().for_each(texts),
        _ => {}
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn leaves_addresses_numbers_and_names_of_fields() {
        let document = json!({
            "数据": { "text": "电解铝 61.5 万吨", "url": "https://example.org/电解铝", "value": 61.5 },
        });
        assert_eq!(
            in_script(Lang::ZhHant, document.clone()).unwrap_or_default(),
            json!({
                "数据": { "text": "電解鋁 61.5 萬噸", "url": "https://example.org/电解铝", "value": 61.5 },
            })
        );
        assert_eq!(
            in_script(Lang::ZhHans, document.clone()).unwrap_or_default(),
            document
        );
    }
}
