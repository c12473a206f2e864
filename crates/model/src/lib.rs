//! What every part of the site speaks of. No leptos, no browser, no disk.
//!
//! - [`Lang`], [`StageId`], [`Flow`], [`Input`], [`Category`] and their like: small closed lists
//! - [`routes`]: every address, typed, both ways
//! - [`words`]: the interface's words
//! - [`document`]: what a page is given; [`head`]: what it says of itself
//! - [`csv`]: tables that a spreadsheet shows and never runs
//! - [`read`]: how the browser reads it
//! - `date`, `quantity`: dates and numbers with their units (feature `native`)
//! - `texts`: every text of a served type (feature `native`)
//! - `traditional`: traditional characters from simplified ones (feature `native`)
//!
//! The feature `native` adds what only publishing needs; the browser's half is
//! built without it.

mod body;
pub mod csv;
#[cfg(feature = "native")]
pub mod date;
pub mod document;
pub mod flow;
pub mod head;
pub mod input;
mod lang;
mod phrase;
mod picture;
#[cfg(feature = "native")]
pub mod quantity;
pub mod read;
pub mod routes;
#[cfg(feature = "native")]
mod schema;
mod stage;
#[cfg(feature = "native")]
pub mod texts;
#[cfg(feature = "native")]
pub mod traditional;
mod vocabulary;
pub mod words;

pub use body::{Align, Block, Inline, add_text};
pub use flow::Flow;
pub use input::Input;
pub use lang::Lang;
pub use stage::StageId;
pub use vocabulary::{Category, MembershipStatus, PaperKind, PointKind, StatementId};
#[cfg(feature = "native")]
pub use vocabulary::{EventKind, OfferKind};
