//! Rows of tables that are read as text.

use super::{Line, Mend};
use crate::markdown::source::is_delimiter;

/// A row that is not read as one: its bars are of another width, no line says
/// that it is the header, or that line has other columns.
pub fn mend(sources: &[&str], number: usize, line: &Line) -> Option<Mend> {
    if !line.begins {
        return None;
    }
    let own = row(sources[number - 1])?;
    let wide = sources[number - 1].contains('｜');
    let next = |from: usize| {
        let below = sources
            .get(from..)?
            .iter()
            .position(|line| !line.trim().is_empty())?;
        Some((from + below, row(sources[from + below])?))
    };
    let above = sources[..number - 1]
        .iter()
        .rfind(|line| !line.trim().is_empty());
    let above = above.and_then(|line| row(line));
    let (mended, certain) = match (above, delimiter(&own)) {
        // The line below the header.
        (Some(above), Some(aligned)) => (delimited(&aligned, columns(&above)), true),
        (_, Some(_)) => return None,
        (None, None) => {
            let (_, below) = next(number)?;
            match delimiter(&below) {
                Some(_) => (own.clone(), true),
                None => (format!("{own}\n{}", delimited(&[], columns(&own))), true),
            }
        }
        (Some(_), None) => (own.clone(), true),
    };
    let is_fine = mended == sources[number - 1].trim();
    (!is_fine || wide).then(|| Mend {
        found: sources[number - 1].trim().chars().take(24).collect(),
        line: Some(mended),
        certain,
    })
}

/// A line between bars, with bars of the usual width.
fn row(line: &str) -> Option<String> {
    let line = line.trim().replace('｜', "|");
    let inside = line.strip_prefix('|')?.strip_suffix('|')?;
    (!inside.trim().is_empty()).then_some(line)
}

fn columns(row: &str) -> usize {
    row.trim_matches('|').split('|').count()
}

/// The cells of a line that was meant to delimit the header.
fn delimiter(row: &str) -> Option<Vec<String>> {
    let row = row
        .replace(['—', '–', '－', '─', '━', '═', '=', '＝'], "-")
        .replace('：', ":");
    is_delimiter(&row).then(|| {
        let cells = row.trim_matches('|').split('|');
        cells.map(|cell| aligned(cell.trim()).to_owned()).collect()
    })
}

fn aligned(cell: &str) -> &'static str {
    match (cell.starts_with(':'), cell.ends_with(':')) {
        (true, true) => ":-:",
        (false, true) => "--:",
        (true, false) => ":--",
        (false, false) => "---",
    }
}

fn delimited(cells: &[String], columns: usize) -> String {
    let cell = |column| cells.get(column).map_or("---", String::as_str);
    let cells: Vec<&str> = (0..columns).map(cell).collect();
    format!("| {} |", cells.join(" | "))
}
