//! What a publish says to another program: `site publish --format json`.

use serde::{Deserialize, Serialize};

use crate::{PublishError, Report};

/// How it went, in a line of JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// The site is written.
    Published(Written),
    /// The bundle has faults, which `site check --format json` lists. Nothing has changed.
    Faults {
        /// How many.
        count: usize,
    },
    /// Something else kept it from being written. Nothing has changed.
    Refused {
        /// What, for people.
        why: String,
    },
}

/// What was written, in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The revision of the documents.
    pub revision: String,
    /// How many pages of HTML.
    pub pages: usize,
    /// How many files, the compressed forms left out.
    pub files: usize,
    /// How many of them the publish before had left just so.
    pub unchanged: usize,
}

impl From<&Report> for Written {
    fn from(report: &Report) -> Self {
        Self {
            revision: report.revision.clone(),
            pages: report.pages,
            files: report.files,
            unchanged: report.unchanged,
        }
    }
}

impl From<&Result<Report, PublishError>> for Outcome {
    fn from(published: &Result<Report, PublishError>) -> Self {
        match published {
            Ok(report) => Self::Published(report.into()),
            Err(PublishError::Faults(faults)) => Self::Faults {
                count: faults.count(),
            },
            Err(error) => Self::Refused {
                why: error.to_string(),
            },
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;

    #[test]
    fn it_says_the_same_on_both_sides_of_a_pipe() {
        let written = Written {
            revision: "0123456789abcdef".into(),
            pages: 3,
            files: 12,
            unchanged: 10,
        };
        let all = [
            Outcome::Published(written),
            Outcome::Faults { count: 2 },
            Outcome::Refused {
                why: "no room".into(),
            },
        ];
        for outcome in all {
            let line = serde_json::to_string(&outcome).unwrap();
            assert_eq!(serde_json::from_str::<Outcome>(&line).unwrap(), outcome);
        }
    }
}
