//! Texts in two languages, and values as they stand in fields.

use serde_json::{Map, Value};

/// The languages that editors write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// Simplified Chinese; traditional is made from it.
    Zh,
    /// English.
    En,
}

impl Tongue {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// As it stands in a record.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
        }
    }
}

/// What a text says in a language. Chinese alone may stand there as it is.
pub fn said(value: Option<&Value>, tongue: Tongue) -> String {
    match (value, tongue) {
        (Some(Value::Object(both)), tongue) => flat(both.get(tongue.tag())),
        (plain, Tongue::Zh) => flat(plain),
        (_, Tongue::En) => String::new(),
    }
}

/// What is different in two texts, without what they begin and end with alike.
pub fn apart<'a>(before: &'a str, after: &'a str) -> (&'a str, &'a str) {
    let same = |(a, b): &(char, char)| a == b;
    let start: usize = (before.chars().zip(after.chars()))
        .take_while(same)
        .map(|(char, _)| char.len_utf8())
        .sum();
    let (before, after) = (&before[start..], &after[start..]);
    let end: usize = (before.chars().rev().zip(after.chars().rev()))
        .take_while(same)
        .map(|(char, _)| char.len_utf8())
        .sum();
    (&before[..before.len() - end], &after[..after.len() - end])
}

/// Paragraphs with an empty line between them.
fn flat(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) => {
            let paragraphs: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            paragraphs.join("\n\n")
        }
        Some(other @ (Value::Number(_) | Value::Bool(_))) => other.to_string(),
        _ => String::new(),
    }
}

/// A text that says something else in a language; none when it says nothing any more.
pub fn saying(value: Option<&Value>, tongue: Tongue, text: &str) -> Option<Value> {
    rewritten(value, tongue, text, |_, text| {
        Value::String(text.to_owned())
    })
}

/// The same of paragraphs: a list of them, unless they were one text before.
pub fn saying_paragraphs(value: Option<&Value>, tongue: Tongue, text: &str) -> Option<Value> {
    rewritten(value, tongue, text, |before, text| match before {
        Some(Value::String(_)) if tongue == Tongue::Zh => Value::String(text.to_owned()),
        Some(Value::String(before)) if !before.is_empty() => Value::String(text.to_owned()),
        _ => paragraphs(text).into_iter().map(Value::String).collect(),
    })
}

/// The paragraphs of a text: empty lines are between them.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        if line.trim().is_empty() {
            open = false;
        } else if open && let Some(last) = all.last_mut() {
            last.push('\n');
            last.push_str(line.trim_end());
        } else {
            all.push(line.trim_end().to_owned());
            open = true;
        }
    }
    all
}

fn rewritten(
    value: Option<&Value>,
    tongue: Tongue,
    text: &str,
    made: impl Fn(Option<&Value>, &str) -> Value,
) -> Option<Value> {
    let is_empty = text.trim().is_empty();
    match (value, tongue) {
        (Some(Value::Object(both)), tongue) => {
            let mut both = both.clone();
            let tag = tongue.tag();
            match is_empty {
                true => drop(both.shift_remove(tag)),
                false => {
                    let new = made(both.get(tag), text);
                    both.insert(tag.to_owned(), new);
                }
            }
            (!both.is_empty()).then_some(Value::Object(both))
        }
        (before, Tongue::Zh) => (!is_empty).then(|| made(before, text)),
        (before, Tongue::En) if is_empty => before.cloned(),
        (before, Tongue::En) => {
            let mut both = Map::new();
            if let Some(zh) = before {
                both.insert(Tongue::Zh.tag().to_owned(), zh.clone());
            }
            both.insert(tongue.tag().to_owned(), made(None, text));
            Some(Value::Object(both))
        }
    }
}

/// A line as it stands in a field.
pub fn line(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(other @ (Value::Number(_) | Value::Bool(_))) => other.to_string(),
        _ => String::new(),
    }
}

/// A line as it is kept: nothing, when there is nothing.
pub fn from_line(text: &str) -> Option<Value> {
    let text = text.trim();
    (!text.is_empty()).then(|| Value::String(text.to_owned()))
}

/// A number as it is kept. What is no number is kept as it was typed, and a fault.
pub fn from_number(text: &str) -> Option<Value> {
    let narrow: String = text.trim().chars().map(narrow).collect();
    if narrow.is_empty() {
        return None;
    }
    // Digits in groups, as spreadsheets write them.
    let digits = narrow.replace(',', "");
    match serde_json::from_str::<Value>(&digits) {
        Ok(number @ Value::Number(_)) => Some(number),
        _ => Some(Value::String(text.trim().to_owned())),
    }
}

/// Full-width digits and signs as Chinese keyboards give them.
fn narrow(char: char) -> char {
    match char {
        '０'..='９' | '．' | '－' | '＋' | '，' | '％' => {
            char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char)
        }
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn tells_texts_apart() {
        assert_eq!(apart("⼴元的铝", "广元的铝"), ("⼴", "广"));
        assert_eq!(apart("##标题", "## 标题"), ("", " "));
        assert_eq!(apart("铝铝", "铝"), ("铝", ""));
        assert_eq!(apart("铝", "铝"), ("", ""));
    }

    #[test]
    fn says_things_in_two_languages() {
        let zh = json!("铝");
        assert_eq!(said(Some(&zh), Tongue::Zh), "铝");
        assert_eq!(said(Some(&zh), Tongue::En), "");
        let both = saying(Some(&zh), Tongue::En, "aluminium");
        assert_eq!(both, Some(json!({ "zh-Hans": "铝", "en": "aluminium" })));
        let back = saying(both.as_ref(), Tongue::En, " ");
        assert_eq!(back, Some(json!({ "zh-Hans": "铝" })));
        assert_eq!(saying(back.as_ref(), Tongue::Zh, ""), None);
        assert_eq!(saying(Some(&zh), Tongue::En, ""), Some(zh));
    }

    #[test]
    fn keeps_paragraphs_as_they_were_written() {
        let list = json!({ "zh-Hans": ["一", "二"] });
        assert_eq!(said(Some(&list), Tongue::Zh), "一\n\n二");
        let typed = "一\n\n| a | b |\n| - | - |\n\n\n三\n";
        let new = saying_paragraphs(Some(&list), Tongue::Zh, typed);
        assert_eq!(
            new,
            Some(json!({ "zh-Hans": ["一", "| a | b |\n| - | - |", "三"] }))
        );
        let plain = json!("一\n\n二");
        assert_eq!(
            saying_paragraphs(Some(&plain), Tongue::Zh, "一\n\n二三"),
            Some(json!("一\n\n二三"))
        );
        assert_eq!(
            saying_paragraphs(None, Tongue::Zh, "甲"),
            Some(json!(["甲"]))
        );
    }

    #[test]
    fn takes_numbers_from_any_keyboard() {
        assert_eq!(from_number(" 344.07 "), Some(json!(344.07)));
        assert_eq!(from_number("１，２００"), Some(json!(1200)));
        assert_eq!(from_number("500以上"), Some(json!("500以上")));
        assert_eq!(from_number("  "), None);
    }
}
