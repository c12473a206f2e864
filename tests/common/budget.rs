//! What everybody fetches with the first page may weigh, in bytes after brotli 11.
//! A kilobyte has a thousand bytes.
#![allow(dead_code, reason = "each test uses its part")]

pub const KB: usize = 1000;
/// The wasm, its script and the words of one language, whichever door it is.
pub const APP: usize = 222 * KB;
/// The same of the door that draws articles, and every page but the chain.
pub const ARTICLE: usize = 176 * KB;
/// The style.
pub const STYLE: usize = 12 * KB;
