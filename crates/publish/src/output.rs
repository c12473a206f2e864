//! How a site is written: file by file into a folder that then takes the place of
//! the one before.
//!
//! - `writer`: a file, or what the publish before left of it; [`compress`]
//! - `build_cache`: what was published before, and from what
//! - [`foreign`]: what somebody else has put there
//! - [`atomic_dir`]: the folder is replaced whole; [`history`]: and can be put back.
//!   `placement`: or it must stay, and `in_place` goes file by file, by [`turn`]; `lock`: one publish
//!   at a time; `modes`: who may read; `room`: whether it fits

pub mod atomic_dir;
pub(crate) mod build_cache;
pub mod compress;
pub(crate) mod exchange;
pub mod foreign;
pub mod history;
pub(crate) mod in_place;
pub(crate) mod lock;
pub(crate) mod modes;
pub(crate) mod placement;
pub(crate) mod replace_error;
pub(crate) mod room;
pub mod turn;
pub(crate) mod writer;
