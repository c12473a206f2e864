//! What helps editors besides checking: new records, statistics, differences,
//! older bundles.
//! Native only.

pub mod ask;
pub mod diff;
pub mod draft;
pub mod insert;
pub mod links;
pub mod migrate;
pub mod new;
pub mod propose;
pub mod stats;
