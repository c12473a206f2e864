//! Tables as CSV (RFC 4180), in a form that a spreadsheet shows and never runs.
//! Every table of the site is written by this: those that are published and the one
//! that a reader's browser makes.

/// What a file begins with: spreadsheets take it for UTF-8 only with this mark.
pub const MARK: char = '\u{feff}';

/// What a spreadsheet takes for the beginning of a formula: Chinese and Japanese ones
/// take the full-width signs for it, too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Adds a row.
pub fn push_row<'a>(text: &mut String, fields: impl IntoIterator<Item = &'a str>) {
    for (index, field) in fields.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        push(text, field);
    }
    text.push_str("\r\n");
}

fn push(text: &mut String, field: &str) {
    let formula = is_formula(field);
    if !formula && !field.contains([',', '"', '\r', '\n']) {
        text.push_str(field);
        return;
    }
    text.push('"');
    if formula {
        // What spreadsheets themselves put before a text that is not to be run.
        text.push('\'');
    }
    for letter in field.chars() {
        if letter == '"' {
            text.push('"');
        }
        text.push(letter);
    }
    text.push('"');
}

/// Whether a spreadsheet could take a field for more than text: by what it begins with,
/// white space aside, unless all of it is a number.
fn is_formula(field: &str) -> bool {
    let begins = |field: &str| field.starts_with(FORMULA);
    (begins(field) || begins(field.trim_start())) && !is_number(field)
}

/// `-5.2`: digits with a minus before and a point inside, and nothing else.
fn is_number(field: &str) -> bool {
    let size = field.strip_prefix('-').unwrap_or(field);
    let (whole, fraction) = size.split_once('.').unwrap_or((size, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(field: &str) -> String {
        let mut text = String::new();
        push_row(&mut text, [field]);
        text.trim_end_matches("\r\n").to_owned()
    }

    #[test]
    fn leaves_texts_and_numbers_as_they_are() {
        for field in [
            "", "铝", "5.2", "-5.2", "-5", "0", "615000", "2025-10", "a=b", "a@b", "'", "−5",
        ] {
            assert_eq!(written(field), field);
        }
    }

    #[test]
    fn makes_a_text_of_what_a_spreadsheet_would_run() {
        for field in [
            "=1+1",
            "+1",
            "-5%以内",
            "-5%",
            "-1-1",
            "-",
            "--5",
            "-.5",
            "-5.",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1+1",
            "＋1",
            "－5",
            "＠A1",
            " =1",
            "\u{3000}=1",
            "-1e3",
            "-5 ",
        ] {
            assert_eq!(written(field), format!("\"'{field}\""));
        }
    }

    #[test]
    fn quotes_what_would_end_a_field() {
        assert_eq!(written("a,b"), "\"a,b\"");
        assert_eq!(written("一\"二\""), "\"一\"\"二\"\"\"");
        assert_eq!(written("一\n二"), "\"一\n二\"");
        assert_eq!(written("=\"a\""), "\"'=\"\"a\"\"\"");
    }
}
