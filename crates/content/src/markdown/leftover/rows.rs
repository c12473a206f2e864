//! Rows of cells without what makes a table of them: pasted from a spreadsheet, with
//! tabs in between, or with bars and no line below the header.

use super::{Line, Mend};
use crate::markdown::source::{inside, is_delimiter};

/// A row of cells that are read as one line of text.
pub fn mend(sources: &[&str], number: usize, line: &Line) -> Option<Mend> {
    if !line.begins || !line.text.contains(['\t', '|', '｜']) {
        return None;
    }
    let own = cells(sources[number - 1])?;
    let near = |rows: &mut dyn Iterator<Item = &&str>| {
        let mut count = 0;
        for row in rows.filter(|row| !row.trim().is_empty()) {
            match cells(row) {
                Some(cells) if cells.len() == own.len() => count += 1,
                // A row with a cell less, or one whose first is empty.
                other => return (count, other.is_some() || row.starts_with('\t')),
            }
        }
        (count, false)
    };
    let (above, uneven_above) = near(&mut sources[..number - 1].iter().rev());
    let (below, uneven_below) = near(&mut sources[number..].iter());
    if above + below == 0 {
        return None;
    }
    let row = format!("| {} |", own.join(" | "));
    // 姓名：⇥张三 may be a list of two columns, and no table.
    let named = own[0].ends_with(['：', ':']);
    let pasted = sources[number - 1].contains('\t');
    Some(Mend {
        found: (sources[number - 1].trim().chars().take(24))
            .collect::<String>()
            .replace('\t', " ⇥ "),
        certain: pasted && !named && !uneven_above && !uneven_below,
        line: Some(match above {
            0 => format!("{row}\n|{}", " --- |".repeat(own.len())),
            _ => row,
        }),
    })
}

/// The cells of a line with signs between them; none if it is no such line.
fn cells(line: &str) -> Option<Vec<String>> {
    let line = line.trim_end();
    if line.starts_with('\t') || is_delimiter(line) || inside(line) != line {
        return None;
    }
    let cells: Vec<String> = match line.contains('\t') {
        true => line.split('\t').map(cell).collect(),
        false => {
            let line = line.replace('｜', "|").replace("\\|", "\u{0}");
            // What is closed on both sides is looked at as a table's.
            if line.trim().starts_with('|') && line.ends_with('|') {
                return None;
            }
            let bars = line.trim().trim_start_matches('|').trim_end_matches('|');
            bars.split('|').map(cell).collect()
        }
    };
    // 1.⇥第一项 and •⇥第一项 are items.
    let marks = cells.len() == 2 && !cells[0].chars().any(char::is_alphabetic);
    let is_item = marks && !cells[0].chars().all(char::is_alphanumeric);
    (cells.len() > 1 && !is_item).then_some(cells)
}

fn cell(text: &str) -> String {
    text.trim()
        .replace(['\u{0}', '|'], "\\|")
        .replace("\\\\|", "\\|")
}
