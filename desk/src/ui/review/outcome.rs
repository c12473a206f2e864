//! What came of a decision, in words.

use leptos::prelude::*;

use crate::ui::api::ApiError;
use crate::ui::fault_links::fault_links;
use crate::ui::state::Desk;

/// What came of a button.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It goes out with the next publish.
    Approved,
    /// The writer has it again.
    SentBack,
    /// Nothing is different.
    Failed(ApiError),
}

/// The message.
pub fn said(desk: Desk, outcome: Outcome) -> AnyView {
    let words = desk.words();
    match outcome {
        Outcome::Approved => view! { <p class="strip">{words.review_approved}</p> }.into_any(),
        Outcome::SentBack => view! { <p class="strip">{words.review_sent_back}</p> }.into_any(),
        Outcome::Failed(error) => view! {
            <div class="strip strip--heat">
                <p>{match &error {
                    ApiError::Offline => words.offline,
                    ApiError::SignIn(_) => words.signed_out,
                    ApiError::Faults { .. } => words.review_faults,
                    // The revision that was shown is not the newest, or does
                    // not wait any more.
                    _ => words.review_stale,
                }}</p>
                {match error {
                    ApiError::Faults { faults, .. } => Some(fault_links(desk, &faults)),
                    _ => None,
                }}
            </div>
        }
        .into_any(),
    }
}
