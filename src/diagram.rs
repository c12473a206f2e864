//! The drawing of the chain: layout (pure), view, keyboard.
//!
//! The five links stand on a grid of three columns and two rows, so that the
//! main line runs straight and the loop of recycling closes around the last
//! column; on a phone the same grid is turned by a quarter:
//!
//! ```text
//! alumina ═══► electrolytic ═══► processing ═══► product
//!                 ▲                ▲       ▼
//! anode   ────────┘             recycled ◄──────  scrap
//! ```

pub mod keyboard;
pub mod layout;
pub mod text;
mod view;

pub use view::chain_diagram;
