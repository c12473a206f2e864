//! Text that may be in another language than the page.

use model_derive::Served;
use serde::{Deserialize, Serialize};

use crate::Lang;

/// Text that may be in Chinese where no translation exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Phrase {
    /// The text.
    pub text: String,
    /// Its language when it is not the page's: to be set as `lang`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
}
