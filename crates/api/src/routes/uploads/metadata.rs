//! What an upload says of its file.

use axum::http::HeaderMap;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::problem::Problem;

/// What an upload says of its file, by the names that the protocol's clients use.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Where it is to lie in the bundle.
    pub filename: String,
    /// Why, for the history.
    pub why: String,
}

impl Metadata {
    /// From the headers of a request; what else stands there is for others.
    ///
    /// # Errors
    /// When there is no file's name in it, or something is no text in base 64.
    pub fn of(headers: &HeaderMap) -> Result<Self, Problem> {
        let wrong = || {
            Problem::bad_request(
                "Upload-Metadata has names with values in base 64, and `filename` among them",
            )
        };
        let value = headers.get("upload-metadata").ok_or_else(wrong)?;
        Self::parse(value.to_str().map_err(|_| wrong())?).ok_or_else(wrong)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut metadata = Self::default();
        for pair in text.split(',') {
            let pair = pair.trim();
            let (name, value) = pair.split_once(' ').unwrap_or((pair, ""));
            let to = match name {
                "filename" => &mut metadata.filename,
                "why" => &mut metadata.why,
                _ => continue,
            };
            // Said twice, it would be one thing for one reader and another for the next.
            if !to.is_empty() {
                return None;
            }
            *to = String::from_utf8(STANDARD.decode(value.trim()).ok()?).ok()?;
        }
        (!metadata.filename.is_empty()).then_some(metadata)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_pairs_of_a_name_and_a_value_in_base_64() {
        let parsed = Metadata::parse("filename bWVkaWEveS5qcGc=, is_confidential,why 5o2i");
        let expected = Metadata {
            filename: "media/y.jpg".to_owned(),
            why: "换".to_owned(),
        };
        assert_eq!(parsed, Some(expected));
        for wrong in [
            "",
            "why 5o2i",
            "filename",
            "filename ",
            "filename media/y.jpg",
            "filename /w==",
            "filename bWVkaWEveS5qcGc=,filename bWVkaWEveS5qcGc=",
        ] {
            assert_eq!(Metadata::parse(wrong), None, "{wrong}");
        }
    }
}
