//! What can be inside an element.

use std::borrow::Cow;

use super::{Markup, Piece};

/// What can be inside an element.
pub enum Content {
    /// An element.
    Element(Markup),
    /// Text.
    Text(Cow<'static, str>),
    /// Several, in order; perhaps none.
    Many(Vec<Content>),
    /// A view that changes while mounted.
    Live(Piece),
    /// An element that follows signals: [`living`](super::living).
    Living(Box<dyn Fn() -> Markup + Send>),
}

impl Content {
    /// Adds something at the end.
    pub fn push(&mut self, child: impl Into<Content>) {
        self.add(child.into());
    }

    /// Makes room for so many.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn room(&mut self, _attributes: usize, contents: usize) {
        if let Content::Many(several) = self {
            several.reserve_exact(contents);
        }
    }

    // Not inlined, and not generic: pages call it hundreds of times.
    #[inline(never)]
    fn add(&mut self, child: Content) {
        if let Content::Many(contents) = self {
            contents.push(child);
        } else {
            let first = std::mem::replace(self, Content::Many(Vec::new()));
            *self = Content::Many(vec![first, child]);
        }
    }

    /// Whether there is something live in it.
    pub(super) fn is_live(&self) -> bool {
        match self {
            Content::Element(markup) => markup.is_live(),
            Content::Text(_) => false,
            Content::Many(contents) => contents.iter().any(Content::is_live),
            Content::Live(_) | Content::Living(_) => true,
        }
    }
}

impl From<Markup> for Content {
    fn from(markup: Markup) -> Self {
        Content::Element(markup)
    }
}

impl From<&'static str> for Content {
    fn from(text: &'static str) -> Self {
        Content::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Content::Text(Cow::Owned(text))
    }
}

impl From<Piece> for Content {
    fn from(view: Piece) -> Self {
        Content::Live(view)
    }
}

impl<C: Into<Content>> From<Option<C>> for Content {
    fn from(content: Option<C>) -> Self {
        content.map_or_else(super::tags::fragment, Into::into)
    }
}

impl<C: Into<Content>> From<Vec<C>> for Content {
    fn from(contents: Vec<C>) -> Self {
        Content::Many(contents.into_iter().map(Into::into).collect())
    }
}

impl<C: Into<Content>, const N: usize> From<[C; N]> for Content {
    fn from(contents: [C; N]) -> Self {
        Content::Many(contents.into_iter().map(Into::into).collect())
    }
}
