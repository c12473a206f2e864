//! What is pasted from Word, WPS, 公众号 or a web page: its words and what they are, as
//! Markdown; nothing of how it looked, of who counts readers, of where it was.

pub mod pictures;
mod tables;

use std::rc::Rc;

use htmd::options::{BulletListMarker, Options};
use htmd::{HtmlToMarkdown, Node};

use pictures::{Collector, PastedPicture};

/// What was pasted, tidied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The text.
    pub text: String,
    /// The pictures, each with its mark in the text.
    pub pictures: Vec<PastedPicture>,
    /// How many headings there are.
    pub headings: usize,
    /// How many tables.
    pub tables: usize,
    /// How many links lost what follows their readers.
    pub trackers: usize,
}

impl Pasted {
    /// Whether a picture is all that was pasted.
    pub fn is_one_picture(&self) -> bool {
        matches!(&self.pictures[..], [one] if one.mark() == self.text)
    }
}

/// Whether a piece of HTML is more than plain text in a wrapper.
pub fn is_rich(html: &str) -> bool {
    let lower = html.to_lowercase();
    let marks = [
        "<p", "<h1", "<h2", "<h3", "<li", "<table", "<strong", "<b>", "<a ", "<section", "<img",
    ];
    marks.iter().any(|mark| lower.contains(mark))
}

/// Tidies a piece of HTML, as `read` parses it, that comes in beside a text.
pub fn tidy_beside(html: &str, text: &str, read: impl Fn(&str) -> Rc<Node>) -> Pasted {
    let piece = read(fragment(html));
    let pictures = Collector::beside(text);
    let converter = HtmlToMarkdown::builder()
        .options(Options {
            bullet_list_marker: BulletListMarker::Dash,
            ul_bullet_spacing: 1,
            ol_number_spacing: 1,
            ..Options::default()
        })
        .skip_tags(vec![
            "script", "style", "svg", "video", "audio", "iframe", "object", "head", "title",
            "meta", "link", "button", "input", "o:p",
        ])
        .add_handler(vec!["img"], pictures.clone())
        .add_handler(vec!["table"], tables::table)
        .build();
    let markdown = converter.tree_to_markdown(&piece);
    let mut pasted = Pasted {
        pictures: pictures.found(),
        ..Pasted::default()
    };
    let mut lines: Vec<String> = Vec::new();
    for line in markdown.lines() {
        let line = line.replace(['\u{a0}', '\u{200b}', '\u{feff}'], " ");
        let line = without_trackers(&bullet(&heading(line.trim_end())), &mut pasted.trackers);
        // Word's empty paragraphs, and what held a picture.
        let is_empty = line.trim_matches([' ', '\u{3000}', '*', '_']).is_empty();
        match is_empty {
            true if lines.last().is_none_or(String::is_empty) => {}
            true => lines.push(String::new()),
            false => lines.push(line.trim_start_matches('\u{3000}').to_owned()),
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let lines = tight(lines);
    pasted.headings = lines.iter().filter(|line| line.starts_with("##")).count();
    pasted.tables = tables(&lines);
    pasted.text = lines.join("\n");
    pasted
}

/// Items with a paragraph in each, as offices write them, stand apart: they are one list.
fn tight(lines: Vec<String>) -> Vec<String> {
    let item_at = |at: Option<usize>| lines.get(at?).and_then(|line| item(line));
    let between = |at: usize| {
        let before = item_at(at.checked_sub(1));
        lines[at].is_empty() && before.is_some() && before == item_at(Some(at + 1))
    };
    let kept: Vec<usize> = (0..lines.len()).filter(|at| !between(*at)).collect();
    kept.into_iter().map(|at| lines[at].clone()).collect()
}

/// The two kinds of lists.
#[derive(PartialEq)]
enum Item {
    Dot,
    Number,
}

/// The kind of list that a line is an item of.
fn item(line: &str) -> Option<Item> {
    let rest = line.trim_start();
    let number = rest.trim_start_matches(|char: char| char.is_ascii_digit());
    if rest.starts_with("- ") {
        return Some(Item::Dot);
    }
    (number.len() < rest.len() && number.starts_with(". ")).then_some(Item::Number)
}

/// The part that was chosen: systems mark it.
fn fragment(html: &str) -> &str {
    let begin = html.find("<!--StartFragment-->");
    let from = begin.map_or(0, |at| at + "<!--StartFragment-->".len());
    let to = html.find("<!--EndFragment-->").unwrap_or(html.len());
    html.get(from..to).unwrap_or(html)
}

/// The page's own heading is the only one of the first order: others go a step down.
fn heading(line: &str) -> String {
    match line.strip_prefix("# ") {
        Some(text) => format!("## {}", text.trim_matches('*')),
        None => match line.split_once(' ') {
            Some((marks, text)) if marks.len() > 1 && marks.bytes().all(|byte| byte == b'#') => {
                format!(
                    "{} {}",
                    &marks[..marks.len().min(4)],
                    text.trim_matches('*')
                )
            }
            _ => line.to_owned(),
        },
    }
}

/// Word writes its lists as paragraphs with a dot before them.
fn bullet(line: &str) -> String {
    let dots = [
        '·', '•', '●', '▪', '◆', '➢', '\u{f0b7}', '\u{f0d8}', '\u{f06c}',
    ];
    match line.strip_prefix(dots) {
        Some(rest) => format!("- {}", rest.trim_start()),
        None => line.to_owned(),
    }
}

/// Takes what counts readers out of links.
fn without_trackers(line: &str, count: &mut usize) -> String {
    const TRACKERS: [&str; 9] = [
        "utm_",
        "spm=",
        "fbclid=",
        "gclid=",
        "from=timeline",
        "scene=",
        "chksm=",
        "sharer_",
        "share_token=",
    ];
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("](") {
        let (head, tail) = rest.split_at(at + 2);
        out.push_str(head);
        let end = tail.find([')', ' ']).unwrap_or(tail.len());
        let (address, tail) = tail.split_at(end);
        let (page, query) = address.split_once('?').unwrap_or((address, ""));
        let (query, anchor) = query.split_once('#').unwrap_or((query, ""));
        let all: Vec<&str> = query.split('&').filter(|part| !part.is_empty()).collect();
        let kept: Vec<&str> = all
            .iter()
            .copied()
            .filter(|part| !TRACKERS.iter().any(|tracker| part.starts_with(tracker)))
            .collect();
        match kept.len() < all.len() {
            false => out.push_str(address),
            true => {
                *count += 1;
                out.push_str(page);
                if !kept.is_empty() {
                    out.push('?');
                    out.push_str(&kept.join("&"));
                }
                if !anchor.is_empty() && !anchor.starts_with("wechat") {
                    out.push('#');
                    out.push_str(anchor);
                }
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn tables(lines: &[String]) -> usize {
    let is_rule = |line: &&String| {
        line.starts_with('|')
            && line.chars().all(|char| "|-: ".contains(char))
            && line.contains("--")
    };
    lines.iter().filter(is_rule).count()
}

/// As `tidy_beside`, with the parser of the tests: at the desk the browser's own reads.
#[cfg(test)]
fn tidied(html: &str, text: &str) -> Pasted {
    let parser = HtmlToMarkdown::new();
    let read = |piece: &str| parser.html_to_tree(piece);
    tidy_beside(html, text, |piece| read(piece).expect("text is in memory"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_words_are_and_not_how_they_look() {
        let word = r#"<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{mso-x:1}</style></head>
            <body><!--StartFragment--><h1 style="font-size:22pt"><b>投产通知</b><o:p></o:p></h1>
            <p class="MsoNormal" style="mso-para-margin:1"><span lang="EN-US" style="font-family:宋体">年产</span><b>2万吨</b>。</p>
            <p class="MsoNormal"><o:p>&nbsp;</o:p></p>
            <p class="MsoListParagraph">·&nbsp;&nbsp;第一条</p><!--EndFragment--></body></html>"#;
        let pasted = tidied(word, "");
        assert_eq!(pasted.text, "## 投产通知\n\n年产**2万吨**。\n\n- 第一条");
        assert_eq!(pasted.headings, 1);
        assert!(is_rich(word));
        assert!(!is_rich("<meta charset='utf-8'><span>一句话</span>"));
    }

    #[test]
    fn keeps_tables_and_links_without_trackers() {
        let html = r#"<p>见<a href="https://www.example.com/a?id=7&utm_source=wx&spm=1#part">原文</a></p>
            <table><thead><tr><th>项目</th><th>规模</th></tr></thead><tbody><tr><td>再生铝</td><td>160万吨</td></tr></tbody></table>"#;
        let pasted = tidied(html, "");
        assert!(
            pasted
                .text
                .contains("[原文](https://www.example.com/a?id=7#part)"),
            "{}",
            pasted.text
        );
        assert_eq!((pasted.tables, pasted.trackers), (1, 1), "{}", pasted.text);
        assert!(pasted.text.contains("160万吨"), "{}", pasted.text);
    }

    #[test]
    fn reads_a_word_file_as_an_office_puts_it_on_the_clipboard() {
        let pasted = tidied(include_str!("../../tests/desk/fixtures/word.html"), "");
        assert_eq!(
            pasted.text,
            "## 示例通知\n\n示例园区计划**扩建**一条*示例*生产线。\n\n## 二、安排\n\n- 第一步，报名\n- 第二步，审核\n\n1. 甲\n2. 乙\n\n| 项目 | 规模 |\n| --- | --- |\n| 再生铝 | 示例数 |\n\n![](media:paste-1)\n\n详见附件。"
        );
    }
}
