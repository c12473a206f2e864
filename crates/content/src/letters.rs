//! Letters that look right and are others, or that nobody sees.
//!
//! They come with what is copied out of a PDF, a web page or a chat: a radical of
//! Kangxi's dictionary for the character that looks like it (⼴ for 广), a character
//! that stands twice in Unicode, a digit as wide as a character, a Cyrillic letter in a
//! Latin word. A reader sees no difference; searching, sorting and converting do.
//!
//! What is [the same letter in every case](plain) is read as that letter wherever a
//! bundle is loaded, so that everything published has the same letters. Editors are
//! warned all the same ([`odd`]): their files are read by others, too. What nobody sees,
//! or what breaks a file, is refused ([`hidden`]).

mod addresses;
mod found;
mod kind;
mod marks;
mod odd;
mod plain;
#[cfg(test)]
mod tests;
mod twins;
mod width;

pub use found::{Odd, mended};
pub use kind::{Letter, code_point, hidden};
pub use odd::odd;
pub use plain::{pairs, plain};
