//! How a site is written: file by file into a folder that then takes the place of
//! the one before.
//!
//! - `writer`: a file, or what the publish before left of it; [`compress`]
//! - `build_cache`: what was published before, and from what
//! - [`atomic_dir`]: the folder is replaced whole; [`history`]: and can be put back

pub mod atomic_dir;
pub(crate) mod build_cache;
pub mod compress;
pub mod history;
pub(crate) mod writer;
