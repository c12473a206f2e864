//! The website of the Guangyuan Aluminium Industry Alliance (广元市铝产业联盟).
//!
//! One crate, compiled twice: for the browser (wasm32, where it hydrates) and
//! for the machine that publishes (native, where it renders). The same
//! components draw both. Everything a visitor reads comes from one JSON bundle:
//!
//! ```text
//! public/content/*.json      what editors write
//!         │  content::load      parse and check; every fault with file, line and path
//!         ▼
//! content::bundle::Bundle    typed, all languages
//!         │  publish::documents one small JSON per page and language
//!         ▼
//! /content/v1/{lang}/….json  the served documents
//!         │  library            embedded in the page, or fetched; cached; revalidated
//!         ▼
//! pages → components         plain values in, markup out
//! ```
//!
//! Nothing flows back. The rooms:
//!
//! - [`content`]: what the site says; no leptos, no fetch
//! - [`chain`]: the aluminium chain as science; no leptos
//! - [`routes`]: every address, typed, both ways
//! - [`library`]: how a document reaches a page; only it fetches
//! - [`search`]: how an index is asked; no leptos, no fetch
//! - [`markup`]: what does not change while on screen, as data
//! - [`app`], [`pages`], [`components`], [`diagram`]: what is drawn
//! - `editing`: native only; new records, statistics, differences
//! - `publish`: native only; only it writes the site
//! - `synthetic`: native only; bundles of any size, for measuring

#![recursion_limit = "512"]

pub mod app;
pub mod chain;
pub mod components;
pub mod content;
pub mod diagram;
#[cfg(not(target_arch = "wasm32"))]
pub mod editing;
pub mod library;
pub mod markup;
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod routes;
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
pub mod synthetic;
