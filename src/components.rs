//! Pieces that more than one page uses.
//!
//! A component used by one page only stays in that page's file. Component
//! name, file name, CSS block and test name are the same word.

mod body;
mod breadcrumbs;
mod cite;
mod company_list;
mod company_tile;
mod contact_list;
mod corrections;
mod event;
mod figure_card;
mod filter;
mod fold;
mod footer;
mod full_view;
mod glossary;
mod header;
mod headline_list;
mod inside_app;
mod item_heading;
mod load_failed;
mod load_notice;
mod page_heading;
mod pagination;
mod paper_list;
mod picture;
mod project_list;
mod reader;
mod section_heading;
mod settings;
mod share;
mod skip_link;
mod stage_tags;
mod tag;

pub use body::article_body;
pub use breadcrumbs::{breadcrumb_links, breadcrumbs};
pub use cite::cite;
pub use company_list::company_list;
pub use company_tile::company_tile;
pub use contact_list::contact_list;
pub use corrections::{changes, corrected, corrections};
pub use event::{calendar_link, date_tile, dated_card, event_card, event_tags, outside};
pub use figure_card::{figure_card, figure_cards};
pub use filter::{Facet, FacetChoice, active_filters, facet_filter, heading_of};
pub use fold::fold;
pub use footer::footer;
pub use full_view::full_view;
pub use glossary::{glossary, term, with_terms};
pub use header::{header, main_pages};
#[cfg(not(target_arch = "wasm32"))]
pub use headline_list::HeadlineCache;
pub use headline_list::headline_list;
pub use inside_app::inside_app;
pub use item_heading::item_heading;
pub use load_failed::load_failed;
pub use load_notice::load_notice;
pub use page_heading::page_heading;
pub use pagination::pagination;
pub use paper_list::{attachments, paper_list};
pub use picture::{Place, image, picture, pictures, thumbnail};
pub use project_list::project_list;
pub use reader::reader;
pub use section_heading::{LinkTo, section_heading};
pub use settings::settings;
pub use share::share;
pub use skip_link::skip_link;
pub use stage_tags::stage_tags;
pub use tag::{category_tag, kind_tag, membership_tag, stage_tag};
