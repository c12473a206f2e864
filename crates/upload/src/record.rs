//! What uploads have left in a bucket: lies there itself, so that any machine can go on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Its name in the bucket, below the prefix. Nothing in it is secret: the names of files
/// that readers may fetch.
pub const NAME: &str = ".site-upload.json";
/// What this program writes and understands.
pub const FORMAT: u32 = 1;

/// What uploads have left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What can be understood of it.
    pub format: u32,
    /// The upload that wrote it last: another one must not go on beside it.
    pub run: String,
    /// Whether that has come to its end.
    pub complete: bool,
    /// The files, by name.
    pub files: BTreeMap<String, Kept>,
}

/// A file in the bucket.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The digest of what was put there.
    pub digest: String,
    /// What the bucket calls that content; none when it was about to be put there, and
    /// nobody knows whether it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// Since when the site has it no more, in seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<u64>,
}

impl Default for Record {
    fn default() -> Self {
        Self {
            format: FORMAT,
            run: String::new(),
            complete: true,
            files: BTreeMap::new(),
        }
    }
}

/// A tag as it can be compared: some write it in quotes, some in capital letters.
pub fn tag(tag: &str) -> String {
    let tag = tag.trim().trim_start_matches("W/").trim_matches('"');
    tag.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_tags_however_they_are_written() {
        for written in ["\"0A1B\"", "0a1b", "W/\"0a1b\"", " \"0a1b\" "] {
            assert_eq!(tag(written), "0a1b");
        }
    }
}
