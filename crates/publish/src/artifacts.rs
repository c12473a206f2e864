//! What a site has beside its pages: feeds, sitemap, pictures for shared links,
//! tables.

pub mod calendars;
pub mod cards;
pub mod feeds;
pub mod sitemap;
pub mod tables;
