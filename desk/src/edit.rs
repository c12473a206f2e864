//! The tools above a text: what a button puts where, in a text of Markdown. Places are in
//! UTF-16 units, as browsers count them.

/// What is chosen of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// From here.
    pub from: usize,
    /// To before here.
    pub to: usize,
}

/// A change of a text: a part that becomes another, and what is chosen afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The part that goes.
    pub at: Chosen,
    /// What comes in its place.
    pub text: String,
    /// What is chosen then.
    pub then: Chosen,
}

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// A heading: the line becomes one, goes a step deeper, or none again.
    Heading,
    /// Strong words.
    Bold,
    /// A list: lines become its entries, or lines again.
    List,
    /// A numbered list.
    Numbers,
    /// Somebody else's words.
    Quote,
    /// A table to fill in.
    Table,
    /// A link around what is chosen.
    Link,
}

/// What a tool does to a text in which something is chosen. `words` stand where nothing is
/// chosen, and are chosen then.
pub fn apply(tool: Tool, text: &str, chosen: Chosen, words: &str) -> Edit {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = units.len();
    let (from, to) = (
        chosen.from.min(length),
        chosen.to.clamp(chosen.from.min(length), length),
    );
    let part = |from: usize, to: usize| String::from_utf16_lossy(&units[from..to]);
    let end = u16::from(b'\n');
    let start_of_line = units[..from].iter().rposition(|unit| *unit == end);
    let start_of_line = start_of_line.map_or(0, |at| at + 1);
    let rest = units[to..].iter().position(|unit| *unit == end);
    let end_of_line = rest.map_or(length, |at| to + at);
    let lines = part(start_of_line, end_of_line);
    let whole_lines = |new: String| {
        let width = new.encode_utf16().count();
        Edit {
            at: Chosen {
                from: start_of_line,
                to: end_of_line,
            },
            text: new,
            then: Chosen {
                from: start_of_line + width,
                to: start_of_line + width,
            },
        }
    };
    match tool {
        Tool::Heading => whole_lines(headed(&lines, words)),
        Tool::List => whole_lines(each_line(&lines, words, |_| "- ".to_owned())),
        Tool::Numbers => whole_lines(each_line(&lines, words, |number| format!("{number}. "))),
        Tool::Quote => whole_lines(each_line(&lines, words, |_| "> ".to_owned())),
        Tool::Bold => around(&part(from, to), from, to, "**", "**", words),
        Tool::Link => around(&part(from, to), from, to, "[", "](https://)", words),
        Tool::Table => {
            let before = match lines.trim().is_empty() {
                true => "",
                false => "\n\n",
            };
            let table = format!("{before}| {words} | {words} |\n| --- | --- |\n|  |  |\n");
            let at = if before.is_empty() {
                start_of_line
            } else {
                end_of_line
            };
            let begin = at + before.len() + 2;
            Edit {
                at: Chosen {
                    from: at,
                    to: end_of_line,
                },
                text: table,
                then: Chosen {
                    from: begin,
                    to: begin + words.encode_utf16().count(),
                },
            }
        }
    }
}

/// A step deeper: none, `##`, `###`, none.
fn headed(line: &str, words: &str) -> String {
    let text = line.trim_start_matches('#').trim_start();
    let text = if text.is_empty() { words } else { text };
    match line.len() - line.trim_start_matches('#').len() {
        0 | 1 => format!("## {text}"),
        2 => format!("### {text}"),
        _ => text.to_owned(),
    }
}

/// A mark before every line, or none before any when all had it.
fn each_line(lines: &str, words: &str, mark: impl Fn(usize) -> String) -> String {
    if lines.trim().is_empty() {
        return format!("{}{words}", mark(1));
    }
    let all: Vec<&str> = lines.lines().collect();
    let marked = |(at, line): (usize, &&str)| line.starts_with(&mark(at + 1));
    if all.iter().enumerate().all(marked) {
        let bare = all.iter().enumerate();
        let bare = bare.map(|(at, line)| line[mark(at + 1).len()..].to_owned());
        return bare.collect::<Vec<_>>().join("\n");
    }
    let with = all.iter().enumerate();
    let with = with.map(|(at, line)| format!("{}{line}", mark(at + 1)));
    with.collect::<Vec<_>>().join("\n")
}

fn around(chosen: &str, from: usize, to: usize, open: &str, close: &str, words: &str) -> Edit {
    let at = Chosen { from, to };
    let inside = chosen
        .strip_prefix(open)
        .and_then(|rest| rest.strip_suffix(close));
    if let Some(inside) = inside {
        let width = inside.encode_utf16().count();
        return Edit {
            at,
            text: inside.to_owned(),
            then: Chosen {
                from,
                to: from + width,
            },
        };
    }
    let text = if chosen.is_empty() { words } else { chosen };
    let begin = from + open.len();
    Edit {
        at,
        text: format!("{open}{text}{close}"),
        then: Chosen {
            from: begin,
            to: begin + text.encode_utf16().count(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a text is after an edit, with what is chosen then.
    fn done(text: &str, edit: &Edit) -> (String, String) {
        let mut units: Vec<u16> = text.encode_utf16().collect();
        units.splice(edit.at.from..edit.at.to, edit.text.encode_utf16());
        let chosen = String::from_utf16(&units[edit.then.from..edit.then.to]);
        let text = String::from_utf16(&units);
        (text.unwrap_or_default(), chosen.unwrap_or_default())
    }

    fn tried(tool: Tool, text: &str, from: usize, to: usize) -> (String, String) {
        done(text, &apply(tool, text, Chosen { from, to }, "文字"))
    }

    #[test]
    fn make_words_strong_and_plain_again() {
        assert_eq!(
            tried(Tool::Bold, "一二三", 1, 2),
            ("一**二**三".into(), "二".into())
        );
        assert_eq!(
            tried(Tool::Bold, "一**二**三", 1, 6),
            ("一二三".into(), "二".into())
        );
        assert_eq!(
            tried(Tool::Bold, "", 0, 0),
            ("**文字**".into(), "文字".into())
        );
    }

    #[test]
    fn count_as_browsers_do() {
        // A character that takes two units.
        assert_eq!(
            tried(Tool::Bold, "𠮷一", 2, 3),
            ("𠮷**一**".into(), "一".into())
        );
    }

    #[test]
    fn turn_lines_into_headings_and_back() {
        assert_eq!(tried(Tool::Heading, "一\n二\n三", 2, 2).0, "一\n## 二\n三");
        assert_eq!(tried(Tool::Heading, "## 二", 0, 0).0, "### 二");
        assert_eq!(tried(Tool::Heading, "### 二", 0, 0).0, "二");
        assert_eq!(tried(Tool::Heading, "# 二", 0, 0).0, "## 二");
    }

    #[test]
    fn make_lists_of_lines() {
        assert_eq!(tried(Tool::List, "一\n二", 0, 3).0, "- 一\n- 二");
        assert_eq!(tried(Tool::List, "- 一\n- 二", 0, 7).0, "一\n二");
        assert_eq!(tried(Tool::Numbers, "一\n二", 0, 3).0, "1. 一\n2. 二");
    }

    #[test]
    fn put_a_table_below_what_is_written() {
        let (text, chosen) = tried(Tool::Table, "一\n二", 1, 1);
        assert!(text.starts_with("一\n\n| 文字 | 文字 |\n"), "{text}");
        assert!(text.ends_with("\n\n二") || text.ends_with("\n二"), "{text}");
        assert_eq!(chosen, "文字");
    }

    #[test]
    fn make_links() {
        assert_eq!(tried(Tool::Link, "看这里", 1, 3).0, "看[这里](https://)");
    }
}
