//! The drawing of the chain.
