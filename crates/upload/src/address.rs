//! Where a site is brought to: `s3://BUCKET/PREFIX`.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A bucket, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The bucket's name.
    pub bucket: String,
    /// What the names of all files begin with: nothing, or a path that ends with a slash.
    pub prefix: String,
}

/// Why an address is none.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("a bucket is named as s3://BUCKET or s3://BUCKET/PREFIX, without .., ? and #")]
pub struct AddressError;

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(address: &str) -> Result<Self, AddressError> {
        let rest = address.strip_prefix("s3://").ok_or(AddressError)?;
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        let is_bucket = !bucket.is_empty()
            && bucket.chars().all(is_name)
            && bucket.starts_with(|c: char| c.is_ascii_alphanumeric());
        let prefix = prefix.trim_end_matches('/');
        let is_part = |part: &str| {
            !matches!(part, "" | "." | "..") && !part.contains(['\\', '?', '#', '%', '*'])
        };
        if !is_bucket || !(prefix.is_empty() || prefix.split('/').all(is_part)) {
            return Err(AddressError);
        }
        let prefix = match prefix {
            "" => String::new(),
            prefix => format!("{prefix}/"),
        };
        Ok(Self {
            bucket: bucket.to_owned(),
            prefix,
        })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}/{}", self.bucket, self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_bucket_and_prefix() {
        for (address, bucket, prefix) in [
            ("s3://site", "site", ""),
            ("s3://site/", "site", ""),
            ("s3://site-1250000000/www", "site-1250000000", "www/"),
            ("s3://my.site/a/b/", "my.site", "a/b/"),
            ("s3://site/网站", "site", "网站/"),
        ] {
            let read: Address = address.parse().expect("it is one");
            assert_eq!(
                (read.bucket.as_str(), read.prefix.as_str()),
                (bucket, prefix)
            );
        }
    }

    #[test]
    fn refuses_what_is_no_bucket() {
        for address in [
            "",
            "site",
            "s3:site",
            "https://site.example/",
            "s3://",
            "s3:///prefix",
            "s3://-site",
            "s3://user@site",
            "s3://site/../other",
            "s3://site/a//b",
            "s3://site/a?b",
        ] {
            assert_eq!(address.parse::<Address>(), Err(AddressError), "{address}");
        }
    }
}
