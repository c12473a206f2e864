//! A view of one type, whatever it is made of.
//!
//! leptos has `AnyView` for that. It also brings what streaming and islands
//! need of every view that goes through it, which this site has no use for:
//! 45 kB of the app before compression.

use leptos::prelude::{IntoView, Mountable, RenderHtml};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};

/// A view that changes while mounted, put into markup with [`IntoPiece::live`].
pub struct Piece(Box<dyn Erased + Send>);

/// What can be put into markup as a [`Piece`].
pub trait IntoPiece: IntoView + Send + 'static {
    /// Itself, of one type.
    fn live(self) -> Piece;
}

impl<V: IntoView + Send + 'static> IntoPiece for V
where
    <V as leptos::prelude::Render>::State: 'static,
{
    fn live(self) -> Piece {
        Piece(Box::new(self))
    }
}

/// A piece in the DOM.
pub(super) type PieceState = Box<dyn Mountable>;

trait Erased {
    fn build(self: Box<Self>) -> PieceState;
    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> PieceState;
    fn write(self: Box<Self>, buffer: &mut String, position: &mut Position);
}

impl<V: RenderHtml + 'static> Erased for V
where
    V::State: 'static,
{
    fn build(self: Box<Self>) -> PieceState {
        Box::new((*self).build())
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> PieceState {
        Box::new((*self).hydrate::<true>(cursor, position))
    }

    fn write(self: Box<Self>, buffer: &mut String, position: &mut Position) {
        (*self).to_html_with_buf(buffer, position, true, false, Vec::new());
    }
}

impl Piece {
    pub(super) fn build(self) -> PieceState {
        self.0.build()
    }

    pub(super) fn hydrate(self, cursor: &Cursor, position: &PositionState) -> PieceState {
        self.0.hydrate(cursor, position)
    }

    pub(super) fn write(self, buffer: &mut String, position: &mut Position) {
        self.0.write(buffer, position);
    }
}
