//! The aluminium chain as science: graph, balance, units.
//!
//! Pure Rust on both targets; every formula stands beside its source.

pub mod factors;
