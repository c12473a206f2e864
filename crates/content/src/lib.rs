//! The bundle that editors write: its types, how it is read and checked, and what
//! helps to change it. Native only; nothing here knows leptos or the network.

pub mod bundle;
pub mod chain_inputs;
pub mod check;
mod decode;
pub mod editing;
mod encoding;
pub mod fault;
pub mod fields;
mod files;
pub mod forms;
pub mod io_words;
mod json;
pub mod leftovers;
pub mod letters;
mod literal;
pub mod load;
mod localized;
pub mod markdown;
pub mod papers;
pub mod pictures;
pub mod presets;
pub mod records;
pub mod rename;
mod root_name;
pub mod schema;
mod source;
pub mod suggest;
pub mod synthetic;
mod table;
pub mod words;
