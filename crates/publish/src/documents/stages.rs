//! Stages of the chain as a set.

use model::StageId;

/// Stages of the chain as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stages(u8);

impl Stages {
    /// The set of these.
    pub fn of(stages: &[StageId]) -> Self {
        Self(stages.iter().fold(0, |set, stage| set | 1 << *stage as u8))
    }

    /// How many are in both.
    pub fn shared(self, other: Self) -> u32 {
        (self.0 & other.0).count_ones()
    }
}
