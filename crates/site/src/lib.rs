//! The editors' and operators' command line.
//!
//! - `commands`: one file for each command
//! - [`links`]: asks the addresses that a bundle names whether they still answer
//! - [`stats`]: counts what a bundle holds, and what in it wants a look

mod balance;
mod commands;
pub mod links;
pub mod stats;

pub use commands::run;
