//! What the reader does with one drawing.

use leptos::prelude::*;

use crate::diagram::layout::Orientation;
use chain::view::Pin;
use model::StageId;

/// What the reader does with one drawing.
#[derive(Clone, Copy)]
pub struct DiagramState {
    /// What is held on to.
    pub pinned: RwSignal<Option<Pin>>,
    /// What the pointer or the focus is on.
    pub hot: RwSignal<Option<Pin>>,
    /// Where Tab leads.
    pub stop: RwSignal<Pin>,
    /// Which of the two drawings the style sheet shows, once that is known: the
    /// other is drawn again only when it comes to sight.
    pub seen: RwSignal<Option<Orientation>>,
}

impl DiagramState {
    /// A drawing that nobody has touched; the page may hold on to something.
    pub fn new(pinned: RwSignal<Option<Pin>>) -> Self {
        Self {
            pinned,
            hot: RwSignal::new(None),
            stop: RwSignal::new(Pin::Stage(StageId::Alumina)),
            seen: RwSignal::new(None),
        }
    }
}

#[cfg(target_arch = "wasm32")]
impl DiagramState {
    /// Holds on to something, or lets go of it.
    pub fn press(self, pin: Pin) {
        let now = self.pinned.get_untracked();
        self.pinned.set((now != Some(pin)).then_some(pin));
    }

    /// Moves what is looked at; nothing is drawn again where it stays.
    pub fn look_at(self, pin: Option<Pin>) {
        if self.hot.try_get_untracked().is_some_and(|now| now != pin) {
            self.hot.set(pin);
        }
    }
}
