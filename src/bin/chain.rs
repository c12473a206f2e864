//! The browser's door to the chain.

fn main() {
    #[cfg(target_arch = "wasm32")]
    alliance::door::open(alliance::door::Program {
        door: model::routes::Door::Chain,
        read: model::document::read_chain,
        draw: alliance::pages::chain_page,
    });
    #[cfg(not(target_arch = "wasm32"))]
    alliance::door::refuse();
}
