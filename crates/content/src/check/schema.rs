//! Whether each file names its schema, by which editors help to write it.

use super::cursor::At;
use crate::fault::{Fault, Kind, Warning};
use crate::json::{Json, Path, Step};
use crate::schema::reference;
use crate::source::SourceFile;

/// Looks at a file's `$schema`. The way to it is the bundle's own affair: what
/// counts is the name at its end.
pub fn warn(file: &SourceFile, warnings: &mut Vec<Fault>) {
    if !matches!(file.root.json, Json::Object(_)) {
        return;
    }
    let expected = reference(file.name());
    let name = |way: &str| way.rsplit('/').next().map(str::to_owned);
    let Some(member) = &file.schema else {
        let (found, root) = (None, At::root(file));
        warnings.push(root.fault(Kind::Warning(Warning::SchemaNotNamed { found, expected })));
        return;
    };
    let found = member.value.text().unwrap_or_default().to_owned();
    if name(&found) != name(&expected) {
        let path = Path::default().join(Step::Key(member.key.clone()));
        let found = Some(found);
        let kind = Kind::Warning(Warning::SchemaNotNamed { found, expected });
        warnings.push(file.fault(member.value.range.clone(), &path, kind));
    }
}
