//! The library in the browser: the only code of the site that fetches.

mod composition;
mod documents;
mod door;
mod embedded;
mod events;
mod failure;
mod fetch;
mod frame;
pub mod history;
mod links;
mod navigation;
mod read;
mod revalidation;
mod root;
mod search;
mod visibility;
mod words;

pub use composition::{is_composing, is_under_way};
pub use documents::cached;
pub use door::{call_door, enter};
pub use embedded::{embedded, fetch_embedded, has_documents};
pub use events::listen;
pub use failure::has_failed;
pub use failure::set_hook;
pub use frame::after_frame;
pub use links::{followed_link, press_link};
pub use navigation::follow;
pub use read::Parsed;
pub use root::{is_as_published, root};
pub use search::{FetchedFile, SearchFiles, cache, document, fetch_file, records};
pub use visibility::follow_visibility;
pub use words::{fetch_words, take_words};
