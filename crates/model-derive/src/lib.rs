//! The derives of `model`: what is written once in a type's declaration, and
//! serde's attributes on it, is known to the browser as well.
//!
//! - `Served` makes the browser's reader of a served type (`model::read::Read`), and
//!   natively the visitor of its texts (`model::texts::Texts`).
//! - `Words` makes the words of a closed list: `ALL`, `as_str`, `from_word`.
//!
//! Both take names from `#[serde(rename_all = "kebab-case")]` and
//! `#[serde(rename = "…")]`, so that they are those of the served JSON.

mod names;
mod served;
mod texts;
mod words;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Makes the reader of a type that is served as JSON, and the visitor of its texts, which
/// passes by what is marked `#[served(verbatim)]`. The reader is made of a struct by its fields' names;
/// of an enum as serde tags it, by its variants' names. An enum needs a variant without
/// content: it stands for what cannot be read.
#[proc_macro_derive(Served, attributes(serde, served))]
pub fn served(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    served::derive(&input)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Makes `ALL`, `as_str` and `from_word` of an enum without content;
/// `#[words(to = "tag", from = "from_tag")]` calls the two methods otherwise.
#[proc_macro_derive(Words, attributes(serde, words))]
pub fn words(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    words::derive(&input)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}
