//! What the tests of the published site share: publishing the real bundle,
//! serving it, knowing its pages.
#![allow(dead_code, unused_imports, reason = "each test uses its part")]

mod pages;
mod published;
mod server;
mod soak;
mod tools;

pub use pages::{Kind, Page, addresses, document, kinds, result_name};
pub use published::{Published, bundle, copy_folder};
pub use server::Server;
pub use soak::{in_turn, part, soak};
pub use tools::tool;
