//! What a spreadsheet would change.

use schemars::JsonSchema;
use serde::Serialize;

use crate::office::Planned;
use crate::sheets::plan::{CellFault, ChangedRecord};

/// What a spreadsheet would change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SheetPlan {
    /// The records that would change.
    pub records: Vec<SheetRecord>,
    /// Cells whose values cannot be taken: nothing of their records is written.
    pub faults: Vec<SheetFault>,
    /// What the check would say of the records: they are written all the same, as drafts.
    pub checks: Vec<SheetFault>,
    /// Sheets and columns that nobody knows.
    pub ignored: Vec<String>,
}

/// A record that a spreadsheet would change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SheetRecord {
    /// Its id.
    pub id: String,
    /// The revision that it is changed from; none of a new one.
    pub revision: Option<i64>,
    /// What it is called.
    pub title: String,
    /// Whether a faulty cell keeps it from being written.
    pub held: bool,
    /// Its cells that are different.
    pub changes: Vec<SheetChange>,
}

/// A cell that is different.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SheetChange {
    /// The sheet.
    pub sheet: String,
    /// The cell, as `B7`.
    pub cell: String,
    /// What its column is called.
    pub field: String,
    /// What is there now.
    pub before: String,
    /// What is to be; empty: nothing any more.
    pub after: String,
}

/// A cell with a fault.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SheetFault {
    /// The sheet.
    pub sheet: String,
    /// The cell, as `B7`.
    pub cell: String,
    /// What is wrong.
    pub message: String,
}

impl From<CellFault> for SheetFault {
    fn from(fault: CellFault) -> Self {
        Self {
            sheet: fault.location.sheet,
            cell: fault.location.cell,
            message: fault.message,
        }
    }
}

impl From<ChangedRecord> for SheetRecord {
    fn from(one: ChangedRecord) -> Self {
        let changes = one.changes.into_iter().map(|change| SheetChange {
            sheet: change.location.sheet,
            cell: change.location.cell,
            field: change.field,
            before: change.before,
            after: change.after,
        });
        Self {
            changes: changes.collect(),
            id: one.id,
            revision: one.revision,
            title: one.title,
            held: one.held,
        }
    }
}

impl From<Planned> for SheetPlan {
    fn from(planned: Planned) -> Self {
        let plan = planned.plan;
        Self {
            records: plan.changed.into_iter().map(Into::into).collect(),
            faults: plan.faults.into_iter().map(Into::into).collect(),
            checks: planned.faults.into_iter().map(Into::into).collect(),
            ignored: plan.ignored,
        }
    }
}
