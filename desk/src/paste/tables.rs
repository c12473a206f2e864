//! Tables as offices and 公众号 write them: none of them marks a row of headings.

use std::rc::Rc;

use htmd::Element;
use htmd::element_handler::{HandlerResult, Handlers};
use markup5ever_rcdom::{Node, NodeData};

/// A table by its first row. One of a single row or column is there to draw a frame, and one
/// with another inside to lay a page out: their words are paragraphs.
pub fn table(handlers: &dyn Handlers, element: Element<'_>) -> Option<HandlerResult> {
    let mut rows = cells(handlers, &rows(element.node));
    rows.retain(|cells| cells.iter().any(|cell| !cell.is_empty()));
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    if rows.len() < 2 || columns < 2 || has_table(element.node) {
        return handlers.fallback(element);
    }
    let line = |cells: &[String]| {
        let padded = (0..columns).map(|at| cells.get(at).map_or("", String::as_str));
        format!("| {} |\n", padded.collect::<Vec<_>>().join(" | "))
    };
    let rule = format!("|{}\n", " --- |".repeat(columns));
    let mut lines: Vec<String> = rows.iter().map(|row| line(row)).collect();
    lines.insert(1, rule);
    Some(format!("\n\n{}\n\n", lines.concat()).into())
}

/// The rows of a table, wherever they stand in it.
fn rows(node: &Rc<Node>) -> Vec<Rc<Node>> {
    let mut found = Vec::new();
    for child in node.children.borrow().iter() {
        match tag(child) {
            Some("tr") => found.push(Rc::clone(child)),
            Some("thead" | "tbody" | "tfoot") => found.extend(rows(child)),
            _ => {}
        }
    }
    found
}

/// The cells of each row, each on one line. One that spans columns or rows has empty ones
/// where it goes on, so that what stands below a heading stays there.
fn cells(handlers: &dyn Handlers, rows: &[Rc<Node>]) -> Vec<Vec<String>> {
    // For each column, how many rows more a cell above goes on.
    let mut taken: Vec<usize> = Vec::new();
    let mut all = Vec::new();
    for row in rows {
        let mut cells = Vec::new();
        for cell in row.children.borrow().iter() {
            let Some("td" | "th") = tag(cell) else {
                continue;
            };
            go_on(&mut cells, &mut taken);
            let text = handlers.walk_children(cell).content;
            let words: Vec<&str> = text.split_whitespace().collect();
            let mut text = words.join(" ").replace('|', "\\|");
            for _ in 0..span(cell, "colspan") {
                let column = cells.len();
                taken.resize(taken.len().max(column + 1), 0);
                taken[column] = span(cell, "rowspan") - 1;
                cells.push(std::mem::take(&mut text));
            }
        }
        go_on(&mut cells, &mut taken);
        all.push(cells);
    }
    all
}

/// Leaves the columns empty in which cells from above go on.
fn go_on(cells: &mut Vec<String>, taken: &mut [usize]) {
    while let Some(rows @ 1..) = taken.get_mut(cells.len()) {
        *rows -= 1;
        cells.push(String::new());
    }
}

/// Over how many columns or rows a cell goes; a table of thousands is nobody's.
fn span(cell: &Rc<Node>, name: &str) -> usize {
    const MOST: usize = 50;
    let written = attribute(cell, name).and_then(|span| span.parse().ok());
    written.unwrap_or(1_usize).clamp(1, MOST)
}

fn has_table(node: &Rc<Node>) -> bool {
    let children = node.children.borrow();
    children
        .iter()
        .any(|child| tag(child) == Some("table") || has_table(child))
}

fn tag(node: &Rc<Node>) -> Option<&str> {
    match &node.data {
        NodeData::Element { name, .. } => Some(&name.local),
        _ => None,
    }
}

fn attribute(node: &Rc<Node>, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attrs = attrs.borrow();
    let found = attrs.iter().find(|one| &*one.name.local == name)?;
    Some(found.value.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::tidied;

    #[test]
    fn reads_a_table_without_headings_by_its_first_row() {
        let html = "<table><tr><td><p>项目</p></td><td><p>规模|年</p></td></tr>\
            <tr><td colspan=\"2\"><p>再生</p><p>铝</p></td></tr></table>";
        assert_eq!(
            tidied(html, "").text,
            "| 项目 | 规模\\|年 |\n| --- | --- |\n| 再生 铝 |  |"
        );
    }

    #[test]
    fn what_stands_below_a_heading_stays_there() {
        let html = "<table><tr><td>环节</td><td>企业</td><td>规模</td></tr>\
            <tr><td rowspan=\"2\">电解铝</td><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>";
        assert!(
            tidied(html, "")
                .text
                .ends_with("| 电解铝 | 甲 | 1 |\n|  | 乙 | 2 |")
        );
    }

    #[test]
    fn a_frame_is_no_table() {
        let html = "<table><tr><td><p>第一段</p><p>第二段</p></td></tr></table>";
        assert_eq!(tidied(html, "").text, "第一段\n\n第二段");
        let html = "<table><tr><td>左</td><td><table><tr><td>一</td></tr></table></td></tr>\
            <tr><td>下</td><td>右</td></tr></table>";
        assert!(!tidied(html, "").text.contains('|'));
    }
}
