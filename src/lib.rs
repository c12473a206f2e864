//! The application: rendered natively for every address, taken over in the browser.
//!
//! A page's document is embedded in its HTML or fetched ([`library`]); a page
//! ([`pages`]) arranges it with [`components`] and, for the chain, the [`diagram`].
//! Nothing flows back: only `library` fetches, and a component keeps nothing
//! between renders. In the browser each of the [`door`]s draws some of the pages.

#![recursion_limit = "512"]

pub mod app;
pub mod components;
pub mod diagram;
pub mod door;
pub mod library;
pub mod pages;
