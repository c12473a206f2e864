//! Pictures: each record has its file, and the file can be published.

use rust_decimal::Decimal;

use super::chain::within;
use super::cursor::At;
use crate::fault::{Fault, Kind, Warning};
use crate::files::Files;
use crate::markdown::pictures;
use crate::pictures::SCHEME;
use crate::suggest::nearest;
use crate::table::BundleFile;
use model::Lang;

/// Checks `media.json` against the files in `media/`.
pub fn check(files: &Files, faults: &mut Vec<Fault>) {
    let Some(root) = files.get(BundleFile::Media).map(At::root) else {
        return;
    };
    for picture in root.list("pictures") {
        if let Some(focus) = picture.get("focus") {
            for place in ["x", "y"].into_iter().filter_map(|key| focus.get(key)) {
                within(&place, Decimal::ZERO, Some(Decimal::ONE_HUNDRED), faults);
            }
        }
        let Some((at, name)) = picture
            .get("file")
            .and_then(|at| Some((at.clone(), at.text()?)))
        else {
            continue;
        };
        match files.pictures.get(name) {
            Some(Ok(_)) => {}
            Some(Err(flaw)) => faults.push(at.fault(Kind::BadPicture {
                file: name.to_owned(),
                flaw: flaw.clone(),
            })),
            None => faults.push(at.fault(Kind::NoPicture {
                file: name.to_owned(),
                suggestion: nearest(name, files.pictures.names()),
            })),
        }
    }
}

/// Files in `media/` that no record names: they are not published.
pub fn warn(files: &Files, warnings: &mut Vec<Fault>) {
    let root = files.get(BundleFile::Media).map(At::root);
    let named = root.map(|root| root.select("pictures[].file"));
    let named: Vec<&str> = (named.iter().flatten()).filter_map(At::text).collect();
    for name in files.pictures.names().filter(|name| !named.contains(name)) {
        let warning = Warning::PictureWithoutRecord {
            file: name.to_owned(),
        };
        let file = format!("{}/{name}", crate::pictures::FOLDER);
        warnings.push(Fault::of_file(file, Kind::Warning(warning)));
    }
}

/// The texts of a body that name pictures, with the ids that they name and the lines.
pub fn named_in<'a>(body: &At<'a>) -> Vec<(At<'a>, Vec<(String, usize)>)> {
    let inside = body.fields().into_iter().map(|(_, value)| value);
    let mut named: Vec<_> = (inside.chain(body.entries()))
        .flat_map(|at| named_in(&at))
        .collect();
    // Reading Markdown takes its time, and few texts have pictures.
    if let Some(text) = body.text().filter(|text| text.contains(SCHEME)) {
        named.push((body.clone(), pictures(text, Lang::default())));
    }
    named
}
