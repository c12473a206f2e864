//! Loading and checking the bundle: what is sound loads, and whatever is wrong
//! is named with its place and its remedy, all at once.

#![allow(clippy::unwrap_used)]

#[path = "content/command.rs"]
mod command;
#[path = "content/faults.rs"]
mod faults;
#[path = "content/files.rs"]
mod files;
#[path = "content/overlay.rs"]
mod overlay;
#[path = "content/presets.rs"]
mod presets;
#[path = "content/random.rs"]
mod random;
#[path = "content/sound.rs"]
mod sound;
#[path = "content/together.rs"]
mod together;
#[path = "content/warnings.rs"]
mod warnings;
