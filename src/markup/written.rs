//! Markup that has been written once and stands on many pages.

use std::sync::Arc;

use super::Markup;
use super::write::write;

/// Markup as it was written: publishing puts it in again as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written(Arc<str>);

impl Written {
    /// Writes markup, which must have nothing live on it or in it.
    pub fn new(markup: Markup) -> Self {
        let mut html = String::new();
        write(markup, &mut html);
        Self(html.into())
    }

    pub(super) fn html(&self) -> &str {
        &self.0
    }
}

impl From<Written> for Markup {
    fn from(written: Written) -> Self {
        Self {
            written: Some(written),
            ..Self::new("")
        }
    }
}
