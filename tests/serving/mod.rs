//! What the embedded server and nginx are both held to: a small published
//! site, a client that sends exactly the given bytes, and what must come back.

pub mod client;
mod expectations;
mod site;

pub use client::{Answer, ask};
pub use expectations::{TRAVERSALS, check_security, expectations};
pub use site::{Published, SECRET};
