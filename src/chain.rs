//! The aluminium chain as science: graph, balance, units.
//!
//! Pure Rust on both targets; every formula stands beside its source. The
//! names of quantities carry their units: `kwh_per_t`, `offcuts_t`; an
//! [`Input`] and an [`Output`] know theirs.
//!
//! - [`input`]: what the balance is asked; [`impossible`]: what it refuses
//! - [`balance`]: the loop solved; [`output`]: what it tells
//! - [`band`]: the low and the high end that the factors' ranges imply
//! - [`amount`]: an amount as readers take it in
//! - [`view`]: what the reader has chosen; [`decimal`]: how it is written;
//!   [`slide`]: how it moves
//! - [`stoichiometry`], [`graph`]: the reaction, and what flows where

pub mod amount;
pub mod balance;
pub mod band;
#[cfg(not(target_arch = "wasm32"))]
pub mod bundle;
pub mod decimal;
pub mod graph;
pub mod impossible;
pub mod input;
pub mod output;
#[cfg(not(target_arch = "wasm32"))]
pub mod presets;
#[cfg(not(target_arch = "wasm32"))]
pub mod report;
pub mod slide;
pub mod stoichiometry;
pub mod view;

pub use balance::{Balance, Quantity};
pub use graph::Flow;
pub use impossible::ImpossibleInput;
pub use input::{Input, Inputs};
pub use output::Output;
pub use view::{ChainView, Pin};
