//! The browser's door to every page but the chain.

fn main() {
    #[cfg(target_arch = "wasm32")]
    alliance::door::open(alliance::door::Program {
        door: model::routes::Door::App,
        read: model::document::read_app,
        draw: alliance::pages::app_page,
    });
    #[cfg(not(target_arch = "wasm32"))]
    alliance::door::refuse();
}
