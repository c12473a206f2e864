//! What the balance of the chain answers on the command line.

pub mod report;
