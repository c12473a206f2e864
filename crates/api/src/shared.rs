//! What all requests share.

use crate::limits::Limits;
use crate::office::Office;
use crate::presence::Presence;

/// What all requests share.
#[derive(Debug)]
pub struct Shared {
    /// What can be done.
    pub office: Office,
    /// How often somebody may try to sign in.
    pub limits: Limits,
    /// Who has what open.
    pub presence: Presence,
    /// Whether browsers come by https.
    pub https: bool,
}

impl Shared {
    /// Around an office.
    pub fn new(office: Office, https: bool) -> Self {
        Self {
            office,
            limits: Limits::default(),
            presence: Presence::default(),
            https,
        }
    }
}
