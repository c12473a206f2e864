//! What helps editors besides checking: new records, statistics, differences,
//! older bundles.
//! Native only.

pub mod ask;
pub mod diff;
pub mod draft;
pub mod insert;
mod io_words;
pub mod links;
pub mod migrate;
pub mod new;
pub mod propose;
mod replace;
pub mod stats;

pub use io_words::told_io;
