//! A view of one type, whatever it is made of.
//!
//! leptos has `AnyView` for that. It also brings what streaming and islands
//! need of every view that goes through it, which this site has no use for:
//! docs/decisions/markup.md has the figure.

use leptos::prelude::{IntoView, Mountable, RenderHtml};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};

/// A view that changes while mounted, put into markup with
/// [`IntoErasedView::erased`].
pub struct ErasedView(Box<dyn Erased + Send>);

/// What can be put into markup as an [`ErasedView`].
pub trait IntoErasedView: IntoView + Send + 'static {
    /// Itself, of one type.
    fn erased(self) -> ErasedView;
}

impl<V: IntoView + Send + 'static> IntoErasedView for V
where
    <V as leptos::prelude::Render>::State: 'static,
{
    fn erased(self) -> ErasedView {
        ErasedView(Box::new(self))
    }
}

/// A view in the DOM.
pub(super) type ErasedViewState = Box<dyn Mountable>;

trait Erased {
    fn build(self: Box<Self>) -> ErasedViewState;
    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> ErasedViewState;
    fn write(self: Box<Self>, buffer: &mut String, position: &mut Position);
}

impl<V: RenderHtml + 'static> Erased for V
where
    V::State: 'static,
{
    fn build(self: Box<Self>) -> ErasedViewState {
        Box::new((*self).build())
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> ErasedViewState {
        Box::new((*self).hydrate::<true>(cursor, position))
    }

    fn write(self: Box<Self>, buffer: &mut String, position: &mut Position) {
        (*self).to_html_with_buf(buffer, position, true, false, Vec::new());
    }
}

impl ErasedView {
    pub(super) fn build(self) -> ErasedViewState {
        self.0.build()
    }

    pub(super) fn hydrate(self, cursor: &Cursor, position: &PositionState) -> ErasedViewState {
        self.0.hydrate(cursor, position)
    }

    pub(super) fn write(self, buffer: &mut String, position: &mut Position) {
        self.0.write(buffer, position);
    }
}
