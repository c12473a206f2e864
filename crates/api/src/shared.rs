//! What all requests share.

use crate::limits::Limits;
use crate::office::Office;
use crate::presence::Presence;
use crate::uploads::Uploads;

/// What all requests share.
#[derive(Debug)]
pub struct Shared {
    /// What can be done.
    pub office: Office,
    /// How often somebody may try to sign in.
    pub limits: Limits,
    /// Who has what open.
    pub presence: Presence,
    /// What is being uploaded.
    pub uploads: Uploads,
    /// Whether browsers come by https.
    pub https: bool,
}

impl Shared {
    /// Around an office.
    pub fn new(office: Office, https: bool) -> Self {
        Self {
            uploads: Uploads::beside(&office.options().work),
            office,
            limits: Limits::default(),
            presence: Presence::default(),
            https,
        }
    }
}
