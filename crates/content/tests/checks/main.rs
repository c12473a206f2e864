//! Loading and checking the bundle: what is sound loads, and whatever is wrong
//! is named with its place and its remedy, all at once.

#![allow(clippy::unwrap_used)]

mod corrections;
mod faults;
mod files;
mod leftovers;
mod letters;
mod newest_known;
mod overlay;
mod papers;
mod pictures;
mod presets;
mod random;
mod sound;
mod together;
mod warnings;
