//! Pieces that more than one page uses.
//!
//! A component used by one page only stays in that page's file. Component
//! name, file name, CSS block and test name are the same word.

mod cite;
mod footer;
mod header;
mod load_failed;
mod load_notice;
mod page_heading;
mod skip_link;
mod theme_switch;

pub use cite::Cite;
pub use footer::Footer;
pub use header::Header;
pub use load_failed::LoadFailed;
pub use load_notice::LoadNotice;
pub use page_heading::PageHeading;
pub use skip_link::SkipLink;
pub use theme_switch::ThemeSwitch;
