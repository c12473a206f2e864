//! The aluminium chain as science: stoichiometry, balance, bands.
//!
//! Pure Rust on both targets; every formula stands beside its source. The
//! names of quantities carry their units: `kwh_per_t`, `offcuts_t`; an
//! [`Input`](model::Input) and an [`Output`] know theirs.
//!
//! - [`input`]: a value for each input; [`limits`]: what they may be;
//!   [`impossible`]: what is refused, and why
//! - [`balance`]: the loop solved; [`output`]: what it tells
//! - [`formula`]: how each result follows from others; [`stage`]: what goes
//!   into a stage and comes out of it
//! - [`band`]: the low and the high end that the factors' ranges imply, and
//!   which of them widens a result most; [`difference`]: the same of what two
//!   scenarios differ by
//! - [`reverse`]: what an input must be for a result to be so much
//! - [`amount`]: an amount as readers take it in
//! - [`view`]: what the reader has chosen; [`kept`]: what is kept beside it;
//!   [`decimal`]: how numbers are written; [`typed_number`]: how they are typed;
//!   [`slide`]: how they move
//! - [`stoichiometry`]: the reaction; what flows where is in [`model::flow`]

pub mod amount;
pub mod balance;
pub mod band;
pub mod decimal;
pub mod difference;
pub mod formula;
pub mod impossible;
pub mod input;
pub mod kept;
pub mod limits;
pub mod output;
pub mod reverse;
pub mod slide;
pub mod stage;
pub mod stoichiometry;
pub mod typed_number;
pub mod view;

pub use balance::{Balance, Quantity};
pub use impossible::ImpossibleInput;
pub use input::Inputs;
pub use limits::Limits;
pub use output::Output;
pub use view::{ChainView, Pin};
