//! The public address of the site.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;
use url::Url;

/// The public address: `https://example.org`, without path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

/// Why a text is not an origin.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OriginError {
    /// It is no URL at all.
    #[error("`{0}` is not an address of the form https://host")]
    Form(String),
    /// It is one with more than scheme, host and port.
    #[error("`{0}` has more than scheme, host and port: the site stands at the root of its host")]
    MoreThanOrigin(String),
}

impl Origin {
    /// A path of the site as an address: absolute where the origin is known,
    /// and else relative to whatever serves it.
    pub fn url(origin: Option<&Self>, path: &str) -> String {
        match origin {
            Some(Origin(origin)) => format!("{origin}{path}"),
            None => path.to_owned(),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Origin {
    type Err = OriginError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let form = || OriginError::Form(text.to_owned());
        let url = Url::parse(text).map_err(|_| form())?;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(form());
        }
        let more = url.path() != "/"
            || url.query().is_some()
            || url.fragment().is_some()
            || !url.username().is_empty()
            || url.password().is_some();
        if more {
            return Err(OriginError::MoreThanOrigin(text.to_owned()));
        }
        Ok(Self(url.origin().ascii_serialization()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_scheme_host_and_port() {
        for (text, origin) in [
            ("https://example.org", "https://example.org"),
            ("https://EXAMPLE.org/", "https://example.org"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ] {
            let read: Origin = text.parse().expect(text);
            assert_eq!(read.to_string(), origin);
        }
    }

    #[test]
    fn refuses_everything_else() {
        for text in ["", "example.org", "ftp://example.org", "mailto:a@b.cn"] {
            assert_eq!(
                text.parse::<Origin>(),
                Err(OriginError::Form(text.to_owned()))
            );
        }
        for text in [
            "https://example.org/site/",
            "https://example.org/?a",
            "https://user@example.org/",
        ] {
            assert_eq!(
                text.parse::<Origin>(),
                Err(OriginError::MoreThanOrigin(text.to_owned()))
            );
        }
    }
}
