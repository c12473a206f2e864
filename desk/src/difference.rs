//! What a comparison marks as gone and as new inside a text, as `site diff` writes it:
//! `[-gone-]` and `{+new+}`.

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// As it was.
    Same(&'a str),
    /// Not there any more.
    Gone(&'a str),
    /// Not there before.
    New(&'a str),
}

/// The parts of a text. What is opened and never closed stays as it is written.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut rest, mut from) = (text, 0);
    while let Some(at) = rest[from..].find(['[', '{']).map(|at| from + at) {
        let after = &rest[at..];
        let gone = inside(after, "[-", "-]");
        let new = inside(after, "{+", "+}");
        let Some(words) = gone.or(new) else {
            from = at + 1;
            continue;
        };
        if at > 0 {
            parts.push(Part::Same(&rest[..at]));
        }
        parts.push(match gone {
            Some(words) => Part::Gone(words),
            None => Part::New(words),
        });
        // Each mark has two characters on either side.
        rest = &after[words.len() + 4..];
        from = 0;
    }
    if !rest.is_empty() {
        parts.push(Part::Same(rest));
    }
    parts
}

fn inside<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let (words, _) = text.strip_prefix(open)?.split_once(close)?;
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_found_in_their_order() {
        assert_eq!(
            parts("摘要：[-旧-]{+新+}的。"),
            [
                Part::Same("摘要："),
                Part::Gone("旧"),
                Part::New("新"),
                Part::Same("的。")
            ]
        );
    }

    #[test]
    fn leave_other_brackets_alone() {
        let text = "[链接](a) {b} [-没有关上";
        assert_eq!(parts(text), [Part::Same(text)]);
        assert!(parts("").is_empty());
        assert_eq!(parts("[a]{+b+}"), [Part::Same("[a]"), Part::New("b")]);
    }
}
