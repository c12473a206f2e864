//! What the editors' desk thinks with, apart from any browser: forms, ways through a record,
//! merging what two people wrote, Markdown's tools, tables from elsewhere, words.

pub mod backoff;
pub mod crop;
pub mod difference;
pub mod edit;
pub mod form;
pub mod history;
pub mod merge;
pub mod paste;
pub mod path;
pub mod review;
pub mod table;
pub mod text;
pub mod words;
