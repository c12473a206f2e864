//! Where a backend serves the documents, when the site's own are not to be asked first.

use std::fmt;
use std::str::FromStr;

use model::routes::CONTENT_BASE;
use thiserror::Error;
use url::Url;

/// A backend's base of documents: `https://api.example.org/content/v1/`, or another path of
/// the site's own host. The site's own documents are what the app falls back on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentBase(String);

/// Why a text is no base of documents.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ContentBaseError {
    /// Neither an address nor an absolute path, or with something behind it.
    #[error("`{0}` is not of the form https://host{base} or /path{base}", base = CONTENT_BASE)]
    Form(String),
    /// The app would take the site's own documents for those of a backend.
    #[error("`{0}` is where the site's own documents are: a backend there needs no option")]
    Own(String),
}

impl fmt::Display for ContentBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for ContentBase {
    type Err = ContentBaseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == CONTENT_BASE {
            return Err(ContentBaseError::Own(text.to_owned()));
        }
        let form = || ContentBaseError::Form(text.to_owned());
        // A path is read as one of some host.
        let (host, path) = match text.strip_prefix('/') {
            Some(path) if !path.starts_with('/') => ("https://host", text),
            _ => ("", text),
        };
        let url = Url::parse(&[host, path].concat()).map_err(|_| form())?;
        let sound = matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none()
            // As it was written: nothing to resolve, nothing to escape.
            && url.path().ends_with(CONTENT_BASE)
            && url.as_str() == [host, path].concat();
        match sound {
            true => Ok(Self(text.to_owned())),
            false => Err(form()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_addresses_and_paths() {
        for text in [
            "https://api.example.org/content/v1/",
            "http://127.0.0.1:8080/content/v1/",
            "https://api.example.org/alliance/content/v1/",
            "/backend/content/v1/",
        ] {
            let read: ContentBase = text.parse().expect(text);
            assert_eq!(read.to_string(), text);
        }
    }

    #[test]
    fn refuses_everything_else() {
        for text in [
            "",
            "api.example.org/content/v1/",
            "https://api.example.org/",
            "https://api.example.org/content/v1",
            "https://api.example.org/content/v2/",
            "https://api.example.org/content/v1/?a",
            "https://user@api.example.org/content/v1/",
            "https://api.example.org/../content/v1/",
            "/a\"b/content/v1/",
            "//api.example.org/content/v1/",
            "ftp://api.example.org/content/v1/",
        ] {
            assert_eq!(
                text.parse::<ContentBase>(),
                Err(ContentBaseError::Form(text.to_owned()))
            );
        }
        assert_eq!(
            CONTENT_BASE.parse::<ContentBase>(),
            Err(ContentBaseError::Own(CONTENT_BASE.to_owned()))
        );
    }
}
