//! The drawing of the chain: scene and layout (pure), view, keyboard.
//!
//! The five stages stand on a grid of three columns and two rows, so that the
//! main line runs straight and the loop of recycling closes around the last
//! column; on a phone the same grid is turned by a quarter:
//!
//! ```text
//! alumina ═══► electrolytic ═══► processing ═══► product
//!                 ▲                ▲       ▼
//! anode   ────────┘             recycled ◄──────  scrap
//! ```
//!
//! A stage by itself is drawn by [`stage`]: what goes in, what comes out.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod export;
pub mod keyboard;
pub mod layout;
pub mod role;
pub mod scene;
pub mod stage;
mod state;
pub mod text;
mod view;

pub use view::{chain_diagram, chain_place};
