//! `media.json`: pictures.

use deserr::Deserr;
use model::date::Date;
use model::quantity::Number;
use schemars::JsonSchema;

use crate::decode::Decoding;
use crate::localized::Text;

/// `media.json`: the pictures in `media/`. A bundle need not have it.
#[derive(Clone, Debug, Default, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Media {
    /// The pictures.
    pub pictures: Vec<Picture>,
}

/// A picture and all that must be said with it.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Picture {
    /// A slug.
    pub id: String,
    /// The name of its file in `media/`.
    pub file: String,
    /// What it shows, for those who cannot see it.
    pub alt: Text,
    /// Who took it.
    pub credit: Text,
    /// Why we may show it; only editors see it.
    #[deserr(default)]
    pub rights: Option<String>,
    /// What stands beneath it.
    #[deserr(default)]
    pub caption: Option<Text>,
    /// When it was taken.
    #[deserr(default)]
    pub date: Option<Date>,
    /// What must stay in it when it is cut to 3:2; its middle where nothing is said.
    #[deserr(default)]
    pub focus: Option<Focus>,
}

/// A place in a picture.
#[derive(Clone, Debug, PartialEq, Eq, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Focus {
    /// From the left, in per cent of the width.
    pub x: Number,
    /// From the top, in per cent of the height.
    pub y: Number,
}
