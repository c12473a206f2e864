//! The chain as a picture.

mod drawing;
mod figure;
mod place;

pub use drawing::{frame, texts};
pub use figure::chain_diagram;
pub use place::chain_place;
