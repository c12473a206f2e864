//! Why nothing can be decided in a review.

use desk::words::Words;

use crate::ui::api::{Me, Title};

/// Why nothing can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// Somebody else must.
    MayNot,
    /// It was not sent, or has changed since.
    NotProposed,
    /// It was sent back.
    SentBack,
    /// It is approved.
    Approved,
    /// Readers see it.
    Published,
}

impl WhyNot {
    /// Of who is here and of what is reviewed; none if it can be decided.
    pub fn of(me: Option<&Me>, records: &[Title]) -> Option<Self> {
        if records.iter().any(|title| title.state == "proposed") {
            let may = me.is_some_and(Me::publishes);
            return (!may).then_some(Self::MayNot);
        }
        let all = |state: &str| records.iter().all(|title| title.state == state);
        Some(if all("approved") {
            Self::Approved
        } else if all("published") {
            Self::Published
        } else if all("sent-back") {
            Self::SentBack
        } else {
            Self::NotProposed
        })
    }

    /// In words.
    pub fn words(self, words: &'static Words) -> &'static str {
        match self {
            Self::MayNot => words.review_may_not,
            Self::NotProposed => words.review_not_proposed,
            Self::SentBack => words.review_sent_back,
            Self::Approved => words.review_approved,
            Self::Published => words.review_published,
        }
    }
}
