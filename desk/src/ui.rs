//! What an editor sees and presses.

mod api;
mod app;
mod bar;
mod browser;
mod clashes;
mod crop;
mod difference;
mod doc;
mod door;
mod drop;
mod editor;
mod fault_links;
mod faults;
mod field;
mod find;
mod grid;
mod history;
mod home;
mod input;
mod list;
mod local;
mod media;
mod new;
mod parse;
mod pasted;
mod picture;
mod pictures;
mod preview;
mod progress;
mod publish;
mod replace;
mod resume;
mod review;
mod review_link;
mod sheets;
mod state;
mod tools;
mod upload;
mod uploading;
mod when;

/// Draws the desk.
pub fn open() {
    leptos::mount::mount_to_body(app::App);
}
