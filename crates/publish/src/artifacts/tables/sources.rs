//! Every source that the site names.

use serde::Serialize;

use super::{Both, DataError, From, licence, owned, write_csv, write_json};
use content::bundle::Bundle;

#[derive(Serialize)]
struct Sources<'a> {
    licence: Both<'static>,
    sources: Vec<SourceRecord<'a>>,
}

#[derive(Serialize)]
struct SourceRecord<'a> {
    id: &'a str,
    #[serde(flatten)]
    from: From<'a>,
}

fn entries(bundle: &Bundle) -> impl Iterator<Item = SourceRecord<'_>> {
    bundle.sources.sources.iter().map(|source| SourceRecord {
        id: &source.id,
        from: From::of(source),
    })
}

pub fn json(bundle: &Bundle) -> Result<Vec<u8>, DataError> {
    write_json(&Sources {
        licence: licence(),
        sources: entries(bundle).collect(),
    })
}

pub fn csv(bundle: &Bundle) -> Vec<u8> {
    let rows = entries(bundle).map(|SourceRecord { id, from }| {
        owned([id, from.title.zh, from.title.en])
            .chain(owned(from.cells()))
            .collect()
    });
    write_csv(&["source", "title_zh", "title_en"], rows)
}
