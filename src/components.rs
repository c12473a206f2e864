//! Pieces that more than one page uses.
//!
//! A component used by one page only stays in that page's file. Component
//! name, file name, CSS block and test name are the same word.

mod body;
mod breadcrumbs;
mod cite;
mod company_list;
mod figure_card;
mod filter;
mod footer;
mod header;
mod headline_list;
mod item_heading;
mod link_tags;
mod load_failed;
mod load_notice;
mod page_heading;
mod pagination;
mod project_list;
mod section_heading;
mod share;
mod skip_link;
mod tag;
mod theme_switch;

pub use body::Body;
pub use breadcrumbs::Breadcrumbs;
pub use cite::Cite;
pub use company_list::{CompanyList, matches};
pub use figure_card::{FigureCard, FigureCards};
pub use filter::{ActiveFilters, Facet, Filter, heading_of};
pub use footer::Footer;
pub use header::{Header, main_pages};
pub use headline_list::HeadlineList;
pub use item_heading::ItemHeading;
pub use link_tags::LinkTags;
pub use load_failed::LoadFailed;
pub use load_notice::LoadNotice;
pub use page_heading::PageHeading;
pub use pagination::Pagination;
pub use project_list::ProjectList;
pub use section_heading::{LinkTo, SectionHeading};
pub use share::Share;
pub use skip_link::SkipLink;
pub use tag::{CategoryTag, KindTag, LinkTag, MembershipTag};
pub use theme_switch::ThemeSwitch;
