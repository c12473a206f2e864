//! The editors' and operators' command line.
//!
//! - `commands`: one file for each command
//! - [`conform`]: proves that an address serves just the documents of a site
//! - [`links`]: asks the addresses that a bundle names whether they still answer
//! - [`stats`]: counts what a bundle holds, and what in it wants a look

mod agent;
mod balance;
mod commands;
pub mod conform;
pub mod links;
pub mod stats;

pub use commands::run;
