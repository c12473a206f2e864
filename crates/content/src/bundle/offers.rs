//! `offers.json`: what is offered and needed.

use deserr::Deserr;
use model::date::{Date, Day};
use model::quantity::Number;
use model::{OfferKind, StageId};
use schemars::JsonSchema;

use crate::decode::Decoding;
use crate::localized::Text;

/// `offers.json`: what somebody has to offer, and what somebody is looking for. A bundle
/// need not have it.
#[derive(Clone, Debug, Default, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Offers {
    /// Offers and needs.
    pub offers: Vec<Offer>,
}

/// Metal or material that somebody offers or needs, up to a day. Whoever answers does so
/// through the alliance.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Offer {
    /// A slug, and the number by which one asks for it.
    pub id: String,
    /// Whether it is offered or needed.
    pub kind: OfferKind,
    /// What.
    pub material: Text,
    /// Its alloy or quality, as the trade writes it; absent when any will do.
    #[deserr(default)]
    pub grade: Option<String>,
    /// How many tonnes; absent when nobody says.
    #[deserr(default)]
    pub tonnes: Option<Number>,
    /// The day from which it stands on the site.
    pub date: Date,
    /// The last day on which it stands.
    pub until: Date,
    /// Who offers or needs it: an id in `companies.json`; absent when nobody is to be named.
    #[deserr(default)]
    pub company: Option<String>,
    /// Where it is, or where it is to go.
    #[deserr(default)]
    pub place: Option<Text>,
    /// The stages of the chain that it belongs to.
    pub stages: Vec<StageId>,
    /// What else one must know.
    #[deserr(default)]
    pub note: Option<Text>,
    /// Who says so: an id in `sources.json`.
    pub source: String,
}

impl Offer {
    /// Whether it stands on the site on this day. On no day in particular nothing does.
    pub fn is_open(&self, today: Option<Day>) -> bool {
        today.is_some_and(|today| !today.is_before(self.date)) && !self.is_over(today)
    }

    /// Whether its last day has passed.
    pub fn is_over(&self, today: Option<Day>) -> bool {
        let last = self.until.ends();
        last.is_none_or(|last| today.is_none_or(|today| last < today))
    }
}
