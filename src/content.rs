//! What the site says: the bundle that editors write, its types and its checks.
//!
//! Nothing here knows leptos or the browser. The vocabulary ([`Lang`],
//! [`LinkId`], [`Category`], …) serves both halves; loading and checking the
//! bundle is native only.

mod body;
mod lang;
mod link;
mod vocabulary;
pub mod words;

pub use body::{Block, Inline, add_text};
pub use lang::Lang;
pub use link::LinkId;
pub use vocabulary::{Category, MembershipStatus, PointKind};

#[cfg(not(target_arch = "wasm32"))]
pub mod bundle;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod date;
#[cfg(not(target_arch = "wasm32"))]
mod decode;
#[cfg(not(target_arch = "wasm32"))]
pub mod fault;
#[cfg(not(target_arch = "wasm32"))]
pub mod fields;
#[cfg(not(target_arch = "wasm32"))]
pub mod load;
#[cfg(not(target_arch = "wasm32"))]
pub mod quantity;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod suggest;
#[cfg(not(target_arch = "wasm32"))]
pub mod traditional;
