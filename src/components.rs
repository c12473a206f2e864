//! Pieces that more than one page uses.
//!
//! A component used by one page only stays in that page's file. Component
//! name, file name, CSS block and test name are the same word.

mod breadcrumbs;
mod cite;
mod figure_card;
mod footer;
mod header;
mod load_failed;
mod load_notice;
mod page_heading;
mod section_heading;
mod skip_link;
mod tag;
mod theme_switch;

pub use breadcrumbs::Breadcrumbs;
pub use cite::Cite;
pub use figure_card::{FigureCard, FigureCards};
pub use footer::Footer;
pub use header::{Header, main_pages};
pub use load_failed::LoadFailed;
pub use load_notice::LoadNotice;
pub use page_heading::PageHeading;
pub use section_heading::{LinkTo, SectionHeading};
pub use skip_link::SkipLink;
pub use tag::{CategoryTag, KindTag, LinkTag, MembershipTag};
pub use theme_switch::ThemeSwitch;
