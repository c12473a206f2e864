//! Papers: each has its file or its address, and the file can be given to readers.

use std::collections::BTreeMap;

use super::address;
use super::cursor::At;
use crate::bundle::Grade;
use crate::fault::{Fault, Kind, Warning};
use crate::files::Files;
use crate::suggest::nearest;
use crate::table::BundleFile;

/// Checks `documents.json` against the files in `papers/`.
pub fn check(files: &Files, faults: &mut Vec<Fault>) {
    let Some(root) = files.get(BundleFile::Documents).map(At::root) else {
        return;
    };
    let grades = grades(files);
    for paper in root.list("papers") {
        if let Some(url) = paper.get("url") {
            check_address(&paper, &url, &grades, faults);
            if let Some(file) = paper.get("file") {
                faults.push(file.fault(Kind::TwicePaper));
            }
        }
        let Some((at, name)) = paper
            .get("file")
            .and_then(|at| Some((at.clone(), at.text()?)))
        else {
            continue;
        };
        match files.papers.get(name) {
            Some(Ok(_)) => {}
            Some(Err(flaw)) => faults.push(at.fault(Kind::BadPaper {
                file: name.to_owned(),
                flaw: flaw.clone(),
            })),
            None => faults.push(at.fault(Kind::NoPaper {
                file: name.to_owned(),
                suggestion: nearest(name, files.papers.names()),
            })),
        }
    }
}

/// The address is one, and its host can be trusted as far as its source can.
fn check_address(paper: &At, url: &At, grades: &BTreeMap<String, Grade>, faults: &mut Vec<Fault>) {
    let Some(text) = url.text() else { return };
    let source = paper.get("source").and_then(|at| at.text());
    if source.and_then(|id| grades.get(id)) == Some(&Grade::C) {
        faults.push(url.fault(Kind::GradeC));
    }
    if let Err(kind) = address::of_source(text) {
        faults.push(url.fault(*kind));
    }
}

/// The grades of the sources, by their ids.
fn grades(files: &Files) -> BTreeMap<String, Grade> {
    let root = files.get(BundleFile::Sources).map(At::root);
    let sources = root.map(|root| root.list("sources")).unwrap_or_default();
    let grade = |source: &At| {
        let id = source.get("id")?.text()?.to_owned();
        Some((id, source.field("grade")?))
    };
    sources.iter().filter_map(grade).collect()
}

/// Files in `papers/` that no record names: they are not published.
pub fn warn(files: &Files, warnings: &mut Vec<Fault>) {
    let root = files.get(BundleFile::Documents).map(At::root);
    let named = root.map(|root| root.select("papers[].file"));
    let named: Vec<&str> = (named.iter().flatten()).filter_map(At::text).collect();
    for name in files.papers.names().filter(|name| !named.contains(name)) {
        let warning = Warning::PaperWithoutRecord {
            file: name.to_owned(),
        };
        let file = format!("{}/{name}", crate::papers::FOLDER);
        warnings.push(Fault::of_file(file, Kind::Warning(warning)));
    }
}
