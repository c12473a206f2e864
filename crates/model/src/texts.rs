//! Every text of a served type that a reader reads: what publishing converts to
//! another script. The derive `Served` visits all fields but those marked
//! `#[served(verbatim)]`: addresses, and ids that addresses lead to.

use std::sync::Arc;

/// A served type whose texts can be visited.
pub trait Texts {
    /// Hands every text to `change`.
    fn texts(&mut self, change: &mut dyn FnMut(&mut String));
}

impl Texts for String {
    fn texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        change(self);
    }
}

/// Numbers and flags hold no text.
macro_rules! no_text {
    ($($type:ty),*) => {$(
        impl Texts for $type {
            fn texts(&mut self, _: &mut dyn FnMut(&mut String)) {}
        }
    )*};
}

no_text!(bool, u8, u16, u32, f64);

impl<T: Texts> Texts for Option<T> {
    fn texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        self.iter_mut().for_each(|content| content.texts(change));
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        self.iter_mut().for_each(|item| item.texts(change));
    }
}

impl<T: Texts> Texts for Box<T> {
    fn texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        (**self).texts(change);
    }
}

impl<T: Texts + Clone> Texts for Arc<T> {
    fn texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        Arc::make_mut(self).texts(change);
    }
}
