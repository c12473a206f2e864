//! What helps editors besides checking: new records, statistics, differences,
//! older bundles.

pub mod ask;
pub mod blank;
pub mod diff;
pub mod draft;
pub mod fix;
pub mod insert;
pub mod migrate;
pub mod new;
pub mod propose;
mod replace;
