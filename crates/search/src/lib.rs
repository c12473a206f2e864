//! The search: terms of an index, and how it is queried. No leptos, no fetch.
//!
//! Publishing makes an index (`publish::documents::search`), the browser queries it
//! here, a few kilobytes at a time. Both fold texts alike: full width, case and script
//! make no difference ([`fold`]). A text is a row of symbols: a Chinese
//! character is one, a word of letters or digits is one.
//!
//! Every pair of neighbouring symbols is a term with the list of the entries
//! that hold it; of two words only when very many hold one of them, for a word
//! is a term of its own. A term that very many hold grows by the symbols beside it,
//! and so on: so a frequent phrase is answered by one list, and every other phrase is
//! put together from rare terms, by their positions ([`phrase`]). The answer is
//! exactly that of reading all texts.
//!
//! Terms lie in many small files, each where its text says ([`shard_of`]): a
//! question takes a few of them.

mod ask;
mod excerpt;
mod fold;
mod phrase;
mod shard;
mod sort;

pub use ask::{Manner, Match, Question, entry, find_matches, is_title, rank};
pub use excerpt::{Piece, excerpt};
pub use fold::{Folded, Script, Symbol, fold, folded_by_table, is_letter, symbols};
pub use phrase::phrase;
pub use shard::{FileKey, Files, Kind, LISTS_PER_POSITIONS, Reader, put_number, shard_of};

/// From how many letters on a word also matches longer words that begin with it.
/// Shorter ones match whole words, and the beginning of words in titles.
pub const BEGINNING: usize = 3;
/// Stands between two titles of an entry that are read: it is in no folded text.
pub const APART: &str = "\u{ffff}";
/// How many symbols a term has at most.
pub const LONGEST: usize = 8;
/// How far a symbol stands from the one before it. A blank between them adds
/// one: no symbol in its place is taken for it.
pub const STEP: u32 = 2;
/// How many articles' records lie in one file.
pub const ARTICLES_PER_FILE: u32 = 32;
/// How many other records lie in one file.
pub const RECORDS_PER_FILE: u32 = 8;
