//! JSON as this program writes it: two spaces a step, one value a line.

use serde_json::value::RawValue;

/// A JSON text, formatted; strings and numbers stay as they are written.
///
/// # Errors
/// When it is not JSON.
pub fn format(text: &str) -> Result<String, serde_json::Error> {
    let value: &RawValue = serde_json::from_str(text)?;
    Ok(laid_out(value.get()))
}

/// A file of a bundle, formatted: with a line end behind it.
///
/// # Errors
/// When it is not JSON.
pub fn formatted_file(text: &str) -> Result<String, serde_json::Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    format(text).map(|text| text + "\n")
}

/// Lays out what is known to be JSON.
fn laid_out(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let mut depth = 0;
    let mut quoted = false;
    let mut escaped = false;
    let mut chars = json.chars().peekable();
    while let Some(char) = chars.next() {
        if quoted {
            out.push(char);
            quoted = escaped || char != '"';
            escaped = !escaped && char == '\\';
            continue;
        }
        match char {
            ' ' | '\t' | '\r' | '\n' => {}
            '{' | '[' => {
                out.push(char);
                while chars.next_if(|next| next.is_ascii_whitespace()).is_some() {}
                if let Some(end) = chars.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(end);
                } else {
                    depth += 1;
                    line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth -= 1;
                line(&mut out, depth);
                out.push(char);
            }
            ',' => {
                out.push(',');
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ => {
                quoted = char == '"';
                out.push(char);
            }
        }
    }
    out
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

/// A text that stood so many spaces in, at the margin; and the other way round. Strings of
/// JSON hold no line ends, so no text of a reader's changes.
pub fn dedent(text: &str, spaces: usize) -> String {
    let mut lines = text.lines();
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        let blank = line.len() - line.trim_start_matches(' ').len();
        out.push('\n');
        out.push_str(&line[blank.min(spaces)..]);
    }
    out
}

/// A text at the margin, so many spaces in.
pub fn indent(text: &str, spaces: usize) -> String {
    let mut lines = text.lines();
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', spaces));
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn lays_out_as_serde_json_does() {
        for text in [
            r#"{"a":[1,2,{"b":null}],"c":{},"d":[ ],"e":"x, {y}: \"[z]\\"}"#,
            "[]",
            "\"\\\\\"",
            " 7 ",
            r#"{"深":{"层":[[],[[true]]]}}"#,
        ] {
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            assert_eq!(
                format(text).unwrap(),
                serde_json::to_string_pretty(&value).unwrap()
            );
        }
    }

    #[test]
    fn keeps_numbers_and_fields_as_written() {
        let text = "{\n  \"z\": 1.10,\n  \"a\": 1e3,\n  \"long\": 12345678901234567890123\n}";
        assert_eq!(format(text).unwrap(), text);
    }

    #[test]
    fn refuses_what_is_no_json() {
        for text in ["", "{", "{\"a\":1,}", "1 2", "{'a':1}"] {
            assert!(format(text).is_err(), "{text}");
        }
    }

    #[test]
    fn moves_lines_in_and_out() {
        let text = "{\n      \"a\": 1\n    }";
        assert_eq!(dedent(text, 4), "{\n  \"a\": 1\n}");
        assert_eq!(indent(&dedent(text, 4), 4), text);
    }
}
