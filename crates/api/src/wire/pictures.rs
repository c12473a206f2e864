//! Pictures, with where they are used.

use schemars::JsonSchema;
use serde::Serialize;

use crate::office::{Pictured, Size, Use};

/// Every picture.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Pictures {
    /// In the order of their files' names.
    pub pictures: Vec<PictureLine>,
}

/// A picture: a file, a record that describes one, or both.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PictureLine {
    /// The file's name in `media/`.
    pub file: String,
    /// The file's newest revision; none where there is no file.
    pub revision: Option<i64>,
    /// The record that describes it; none where nobody does.
    pub record: Option<String>,
    /// What that says is seen.
    pub title: Option<String>,
    /// Whether nobody says what is seen.
    pub lacks_alt: bool,
    /// Whether nobody says who took it.
    pub lacks_credit: bool,
    /// Where it is used.
    pub uses: Vec<UseLine>,
    /// The file as it was sent.
    pub original: Option<SizeLine>,
    /// What readers get of it, the smallest first; empty until it is published.
    pub published: Vec<SizeLine>,
}

/// A place in which a picture is used.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UseLine {
    /// The kind of the record.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// The way to the field.
    pub path: String,
    /// What the record is called.
    pub title: String,
}

/// How large a file is.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SizeLine {
    /// In bytes.
    pub bytes: u64,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl From<Size> for SizeLine {
    fn from(size: Size) -> Self {
        Self {
            bytes: size.bytes,
            width: size.width,
            height: size.height,
        }
    }
}

impl From<Use> for UseLine {
    fn from(one: Use) -> Self {
        Self {
            kind: one.place.kind,
            id: one.place.id,
            path: one.place.path,
            title: one.title,
        }
    }
}

impl From<Pictured> for PictureLine {
    fn from(one: Pictured) -> Self {
        Self {
            file: one.file,
            revision: one.revision,
            record: one.record,
            title: one.title,
            lacks_alt: one.lacks_alt,
            lacks_credit: one.lacks_credit,
            uses: one.uses.into_iter().map(Into::into).collect(),
            original: one.original.map(Into::into),
            published: one.published.into_iter().map(Into::into).collect(),
        }
    }
}
