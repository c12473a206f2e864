//! The aluminium chain as science: graph, balance, units.
//!
//! Pure Rust on both targets; every formula stands beside its source. The
//! names of quantities carry their units: `kwh_per_t`, `product_t`.

pub mod balance;
#[cfg(not(target_arch = "wasm32"))]
pub mod bundle;
pub mod factors;
pub mod graph;
pub mod stoichiometry;
pub mod view;

pub use balance::{Balance, ImpossibleInput, Input, Inputs};
pub use graph::Flow;
pub use view::{ChainView, Pin, Quantity};
