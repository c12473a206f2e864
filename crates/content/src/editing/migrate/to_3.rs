//! To version 3: what a stage of the chain was called, a link, is also the word
//! for what leads from page to page. The fields `links` and `link` become `stages`
//! and `stage`, and so do the words in the addresses of filtered lists.

use jsonc_parser::cst::{CstNode, CstObject};
use model::routes::moved;

use super::text::{Record, records, text};
use super::{Bundle, Change, MigrateError};

/// Which records name stages: the file, the list in it, the field before and after.
const FIELDS: [(&str, &str, &str, &str); 3] = [
    ("companies.json", "companies", "links", "stages"),
    ("projects.json", "projects", "links", "stages"),
    ("indicators.json", "indicators", "link", "stage"),
];

/// Takes the step.
pub fn step(bundle: &mut Bundle) -> Result<(), MigrateError> {
    for (name, file) in &mut bundle.files {
        let mut renamed = false;
        if name == "chain.json" || name.starts_with("news/") {
            renamed |= rename(&file.root.object, "links", "stages");
        }
        for (of, list, before, after) in FIELDS {
            if name == of {
                let list = file.root.list(name, list)?;
                for record in records(&list) {
                    renamed |= rename(&record, before, after);
                }
            }
        }
        if renamed {
            file.changes.push(Change::Stages);
        }
        if readdress(&file.root) {
            file.changes.push(Change::Addresses);
        }
    }
    bundle.set_version(3)
}

/// Renames a field; says whether it was there.
fn rename(object: &CstObject, before: &str, after: &str) -> bool {
    let name = (object.get(before)).and_then(|field| field.name()?.as_string_lit());
    if let Some(name) = &name {
        name.set_raw_value(format!("\"{after}\""));
    }
    name.is_some()
}

/// Corrects the addresses in every text of a file; says whether there were any.
fn readdress(root: &Record) -> bool {
    let mut any = false;
    let mut rest: Vec<CstNode> = root.object.children();
    while let Some(node) = rest.pop() {
        rest.extend(node.children());
        let (Some(literal), Some(said)) = (node.as_string_lit(), text(&node)) else {
            continue;
        };
        if !said.contains("/link/") {
            continue;
        }
        let before = literal.raw_value();
        let after = stage_addresses(&before);
        if after != before {
            literal.set_raw_value(after);
            any = true;
        }
    }
    any
}

/// A text with the site's own addresses of filtered lists as they are now.
fn stage_addresses(text: &str) -> String {
    let mut after = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((start, end, now)) = next_moved(rest) {
        after.push_str(&rest[..start]);
        after.push_str(&now);
        rest = &rest[end..];
    }
    after.push_str(rest);
    after
}

/// The next address that has moved: where it begins and ends, and what it is now.
/// A language before it stays as it is.
fn next_moved(text: &str) -> Option<(usize, usize, String)> {
    let lists = ["/news/", "/members/"];
    let mut starts: Vec<usize> = (lists.iter())
        .flat_map(|list| text.match_indices(list).map(|(start, _)| start))
        .collect();
    starts.sort_unstable();
    starts.into_iter().find_map(|start| {
        let address = |char: char| char.is_ascii_alphanumeric() || matches!(char, '/' | '-');
        let rest = &text[start..];
        let length = rest.find(|char| !address(char)).unwrap_or(rest.len());
        Some((start, start + length, moved(&rest[..length])?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrects_addresses_of_filtered_lists_and_no_others() {
        for (before, after) in [
            (
                "[动态](/news/link/recycled/)",
                "[动态](/news/stage/recycled/)",
            ),
            (
                "[a](/en/news/topic/market/link/anode/year/2025/)，[b](/zh-hant/members/link/alumina/)",
                "[a](/en/news/topic/market/stage/anode/year/2025/)，[b](/zh-hant/members/stage/alumina/)",
            ),
            (
                "\\n/news/link/anode/#top\\n",
                "\\n/news/stage/anode/#top\\n",
            ),
            (
                "https://example.com/news/link/none/",
                "https://example.com/news/link/none/",
            ),
            ("/news/link/", "/news/link/"),
            ("/members/linfeng/ 的 link", "/members/linfeng/ 的 link"),
        ] {
            assert_eq!(stage_addresses(before), after);
        }
    }
}
