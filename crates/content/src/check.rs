//! What a bundle must hold true beyond its shape.
//!
//! Each check reads the files' trees itself, and of every record only what it
//! needs: a slip in one field hides no fault in another.

mod address;
mod balance;
mod body;
mod chain;
mod companies;
mod corrections;
mod cursor;
mod english;
mod events;
mod filings;
mod glossary;
mod ids;
mod indicators;
mod letters;
mod media;
mod news;
mod offers;
mod papers;
mod plain;
mod presets;
mod references;
mod schema;
mod sources;
mod terms;
mod warnings;
mod wording;

use cursor::At;
use ids::Ids;

use super::bundle::SCHEMA;
use super::fault::{Fault, Kind};
use super::files::Files;
use super::source::SourceFile;
use super::table::BundleFile;
use model::date::{Date, Day};

pub use address::in_text;
pub(super) use references::unused_sources;
pub(super) use warnings::warn;

/// Checks the files, each as far as it can be read, for all that [`alone`] has not
/// checked. Without a day, nothing is in the future.
pub(super) fn check(files: &Files, today: Option<Day>, faults: &mut Vec<Fault>) {
    let ids = Ids::collect(files, faults);
    references::check(files, &ids, faults);
    for file in files.common() {
        wording::check(&At::root(file), faults);
    }
    let mut each = |file: BundleFile, check: fn(&At, &mut Vec<Fault>)| {
        if let Some(file) = files.get(file) {
            check(&At::root(file), faults);
        }
    };
    each(BundleFile::Alliance, alliance);
    each(BundleFile::Chain, chain::check);
    each(BundleFile::Chain, balance::check);
    each(BundleFile::Chain, presets::check);
    each(BundleFile::Companies, companies::check);
    each(BundleFile::Projects, companies::check_projects);
    each(BundleFile::Indicators, indicators::check);
    each(BundleFile::Sources, sources::check);
    each(BundleFile::Glossary, glossary::check);
    each(BundleFile::Terms, terms::check);
    if let Some(file) = files.get(BundleFile::Indicators) {
        indicators::to_come(&At::root(file), today, faults);
    }
    media::check(files, faults);
    events::check(files, today, faults);
    papers::check(files, faults);
    offers::check(files, faults);
    founding(files, today, faults);
    for file in &files.news {
        corrections::to_come(&At::root(file), "corrections", today, faults);
    }
}

/// What can be mended in a file in one way only: bytes, and what belongs there.
pub(crate) fn mends(file: &SourceFile) -> Vec<(std::ops::Range<usize>, String)> {
    let mut mends = Vec::new();
    letters::mend(&At::root(file), &mut mends);
    // Of a line with odd letters the rest is mended once they are.
    if let (true, Some(body)) = (mends.is_empty(), At::root(file).get("body")) {
        body::mend(&body, &mut mends);
    }
    mends
}

/// Checks an article's file for all that needs no other file.
pub(super) fn alone(file: &SourceFile, faults: &mut Vec<Fault>) {
    wording::check(&At::root(file), faults);
    news::check(file, faults);
}

/// The home page speaks of the founding: its article must be there to be read.
fn founding(files: &Files, today: Option<Day>, faults: &mut Vec<Fault>) {
    let Some(at) = (files.get(BundleFile::Alliance))
        .and_then(|file| At::root(file).get("founding"))
        .and_then(|founding| founding.get("article"))
    else {
        return;
    };
    let Some(article) = (files.news.iter())
        .map(|file| At::root(file))
        .find(|article| ids::stem(article.file) == at.text().unwrap_or_default())
    else {
        return;
    };
    let draft = article.field("draft").unwrap_or(false);
    let future = article
        .field::<Date>("date")
        .is_some_and(|date| today.is_some_and(|today| today.is_before(date)));
    if draft || future {
        let id = ids::stem(article.file).to_owned();
        faults.push(at.fault(Kind::Withheld { id, draft }));
    }
}

fn alliance(root: &At, faults: &mut Vec<Fault>) {
    if let Some(version) = root.get("schemaVersion")
        && let Some(found) = version.read::<u32>()
        && found != SCHEMA
    {
        faults.push(version.fault(Kind::SchemaVersion {
            found,
            readable: SCHEMA,
        }));
    }
    for list in ["roles", "duties", "resources", "aims"] {
        root.needs_an_entry(list, faults);
    }
    if let Some(joining) = root.get("joining") {
        joining.needs_an_entry("steps", faults);
    }
    filings::check(root, faults);
}
