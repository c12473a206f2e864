//! The drawing of the chain: layout (pure), view, keyboard.

mod view;

pub use view::ChainDiagram;
