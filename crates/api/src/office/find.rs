//! Where something stands that somebody has seen on the site: the very field.

use model::routes::{Address, Route};
use search::{Script, fold};
use serde_json::Value;
use store::{FILE, Key};

use super::Office;
use super::error::OfficeError;
use super::place::Place;
use super::titles::called;

/// A field in which it stands.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Which.
    pub place: Place,
    /// What the record is called.
    pub title: String,
    /// What stands in the field, around it.
    pub excerpt: String,
}

/// No more than so many are given.
const MOST: usize = 30;
/// What is shown around a find, in characters.
const AROUND: usize = 24;

impl Office {
    /// Finds words, a number, a date or an address of the site in what was last saved.
    /// Whole fields come before those in which more stands.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn find(&self, asked: &str) -> Result<Vec<Hit>, OfficeError> {
        let drafts = self.drafts().await?;
        let titled = |key: &Key, value: &Value| {
            let (zh, en) = called(value);
            zh.or(en).unwrap_or_else(|| key.id().to_owned())
        };
        if let Some((kind, id)) = by_address(asked) {
            let found = drafts
                .iter()
                .filter(|(key, _)| key.kind() == kind && key.id() == id);
            let whole = found.map(|(key, value)| Hit {
                place: Place {
                    kind: key.kind().to_owned(),
                    id: key.id().to_owned(),
                    path: String::new(),
                },
                title: titled(key, value),
                excerpt: String::new(),
            });
            return Ok(whole.collect());
        }
        let wanted = plain(asked);
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let mut hits = Vec::new();
        for (key, value) in &drafts {
            let mut fields = Vec::new();
            read(value, String::new(), &mut fields);
            let title = titled(key, value);
            for (path, text) in fields {
                if path == "id" || path.starts_with("$schema") || path == "schemaVersion" {
                    continue;
                }
                let Some(rest) = beside(&text, &wanted) else {
                    continue;
                };
                let hit = Hit {
                    place: Place {
                        kind: key.kind().to_owned(),
                        id: key.id().to_owned(),
                        path,
                    },
                    title: title.clone(),
                    excerpt: around(&text, asked.trim()),
                };
                hits.push((rest, hit));
            }
        }
        hits.sort_by_key(|(rest, _)| *rest);
        hits.truncate(MOST);
        Ok(hits.into_iter().map(|(_, hit)| hit).collect())
    }
}

/// The record of a page, by its address.
fn by_address(asked: &str) -> Option<(&'static str, String)> {
    let asked = asked.trim();
    let path = match asked.split_once("://") {
        Some((_, rest)) => rest.find('/').map(|at| &rest[at..])?,
        None if asked.starts_with('/') => asked,
        None => return None,
    };
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let path = match path.ends_with('/') {
        true => path.to_owned(),
        false => format!("{path}/"),
    };
    Some(match Address::parse(&path)?.route {
        Route::Article(id) => ("article", id),
        Route::Member(id) => ("company", id),
        Route::Event(id) => ("event", id),
        Route::Figure(id, _) => ("indicator", id),
        Route::About => (FILE, "alliance".to_owned()),
        Route::Chain(_) => (FILE, "chain".to_owned()),
        Route::Figures => (FILE, "indicators".to_owned()),
        _ => return None,
    })
}

/// Every field that readers see, with what they see of it.
fn read(value: &Value, path: String, fields: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => {
            if let Some(date) = written_out(text) {
                fields.push((path.clone(), date));
            }
            fields.push((path, text.clone()));
        }
        Value::Number(number) => fields.push((path, number.to_string())),
        Value::Array(list) => {
            for (index, one) in list.iter().enumerate() {
                read(one, format!("{path}[{index}]"), fields);
            }
        }
        Value::Object(map) => {
            let below = |key: &str| match path.is_empty() {
                true => key.to_owned(),
                false => format!("{path}.{key}"),
            };
            // A number is read with its unit.
            if let (Some(number), Some(unit)) = (map.get("value"), map.get("unit"))
                && let (Value::Number(number), Value::String(unit)) = (number, unit)
            {
                fields.push((below("value"), format!("{number}{unit}")));
            }
            for (key, one) in map {
                read(one, below(key), fields);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

/// A date as readers see it: `2025-10-31` as 2025年10月31日.
fn written_out(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &&str| part.trim_start_matches('0').to_owned();
    let is_date = parts[0].len() == 4
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    match (&parts[..], is_date) {
        ([year, month], true) => Some(format!("{year}年{}月", number(month))),
        ([year, month, day], true) => Some(format!("{year}年{}月{}日", number(month), number(day))),
        _ => None,
    }
}

/// A text as it is compared: width, case and script make no difference, nor do blanks, nor
/// what groups the digits of a telephone number.
fn plain(text: &str) -> String {
    let folded = fold(text.trim(), &Script::default()).text;
    folded
        .chars()
        .filter(|char| !char.is_whitespace())
        .collect()
}

/// How much stands beside what is wanted; none where it is not.
fn beside(text: &str, wanted: &str) -> Option<usize> {
    let text = plain(text);
    text.contains(wanted)
        .then(|| text.chars().count() - wanted.chars().count())
}

fn around(text: &str, asked: &str) -> String {
    let at = text.find(asked).unwrap_or(0);
    let before = text[..at].chars().count();
    let from = before.saturating_sub(AROUND);
    let length = asked.chars().count() + 2 * AROUND;
    let shown: String = text.chars().skip(from).take(length).collect();
    let (head, tail) = (
        if from > 0 { "…" } else { "" },
        if from + length < text.chars().count() {
            "…"
        } else {
            ""
        },
    );
    format!("{head}{shown}{tail}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn read_a_page_s_address_as_its_record() {
        for (asked, kind, id) in [
            ("https://example.org/news/founding/", "article", "founding"),
            ("/en/members/linfeng", "company", "linfeng"),
            ("/about/?x=1", FILE, "alliance"),
            ("/figures/output/2024/", "indicator", "output"),
        ] {
            assert_eq!(by_address(asked), Some((kind, id.to_owned())), "{asked}");
        }
        assert_eq!(by_address("0839-1111111"), None);
    }

    #[test]
    fn find_what_readers_see() {
        let value = json!({
            "phone": "+86-839-1111111",
            "asOf": "2025-10-31",
            "value": 344.07,
            "unit": "亿元",
        });
        let mut fields = Vec::new();
        read(&value, String::new(), &mut fields);
        let found = |asked: &str| {
            let wanted = plain(asked);
            let mut paths = fields
                .iter()
                .filter(|(_, text)| beside(text, &wanted).is_some());
            paths.next().map(|(path, _)| path.as_str())
        };
        assert_eq!(found("839 1111111"), Some("phone"));
        assert_eq!(found("2025 年 10 月 31 日"), Some("asOf"));
        assert_eq!(found("344.07 亿元"), Some("value"));
        assert_eq!(found("344.07"), Some("value"));
        assert_eq!(found("没有"), None);
    }

    #[test]
    fn show_what_stands_around() {
        let text = "零".repeat(60) + "铝锭" + &"一".repeat(60);
        let shown = around(&text, "铝锭");
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains("零铝锭一"));
    }
}
