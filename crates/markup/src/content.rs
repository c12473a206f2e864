//! What can be inside an element.

use std::borrow::Cow;
use std::marker::PhantomData;

use super::Markup;
use super::erased_view::ErasedView;
use super::kind::{Fixed, Kind, Reactive};
use super::node::Node;

/// What can be inside an element: an element, text, several of them, a view.
#[must_use]
pub struct Content<K: Kind = Fixed> {
    pub(super) node: Node,
    kind: PhantomData<K>,
}

impl<K: Kind> Content<K> {
    #[doc(hidden)]
    #[inline(always)]
    pub fn data(&mut self) -> FragmentData<'_> {
        FragmentData(&mut self.node)
    }

    #[doc(hidden)]
    #[inline(always)]
    pub fn done(&mut self, _: PhantomData<K>) {}
}

impl Node {
    #[inline(always)]
    pub(super) const fn of_kind<K: Kind>(self) -> Content<K> {
        Content {
            node: self,
            kind: PhantomData,
        }
    }
}

/// What a fragment is made of.
pub struct FragmentData<'a>(&'a mut Node);

impl FragmentData<'_> {
    /// Adds something at the end.
    pub fn push<C: IntoContent>(&mut self, child: C) -> PhantomData<C::Kind> {
        self.push_node(child.into().node);
        PhantomData
    }

    #[inline(never)]
    fn push_node(&mut self, child: Node) {
        if let Node::Many(contents) = self.0 {
            contents.push(child);
        }
    }

    /// Makes room for so many.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn room(&mut self, _attributes: usize, children: usize) {
        if let Node::Many(contents) = self.0 {
            contents.reserve_exact(children);
        }
    }
}

/// What can stand in an element, and the kind that it makes it.
pub trait IntoContent: Into<Content<Self::Kind>> {
    /// Its kind.
    type Kind: Kind;
}

impl<K: Kind> IntoContent for Content<K> {
    type Kind = K;
}

/// Fixed content stands wherever reactive content can.
impl From<Content> for Content<Reactive> {
    fn from(content: Content) -> Self {
        content.node.of_kind()
    }
}

impl<K: Kind> IntoContent for Markup<K> {
    type Kind = K;
}

impl<K: Kind> From<Markup<K>> for Content<K> {
    fn from(markup: Markup<K>) -> Self {
        Node::Element(markup.element).of_kind()
    }
}

impl From<Markup> for Content<Reactive> {
    fn from(markup: Markup) -> Self {
        Node::Element(markup.element).of_kind()
    }
}

impl IntoContent for &'static str {
    type Kind = Fixed;
}

impl<K: Kind> From<&'static str> for Content<K> {
    fn from(text: &'static str) -> Self {
        Node::Text(Cow::Borrowed(text)).of_kind()
    }
}

impl IntoContent for String {
    type Kind = Fixed;
}

impl<K: Kind> From<String> for Content<K> {
    fn from(text: String) -> Self {
        Node::Text(Cow::Owned(text)).of_kind()
    }
}

impl IntoContent for ErasedView {
    type Kind = Reactive;
}

impl From<ErasedView> for Content<Reactive> {
    fn from(view: ErasedView) -> Self {
        Node::View(view).of_kind()
    }
}

impl<C: IntoContent> IntoContent for Option<C> {
    type Kind = C::Kind;
}

impl<C: IntoContent> From<Option<C>> for Content<C::Kind> {
    fn from(content: Option<C>) -> Self {
        content.map_or_else(|| Node::Many(Vec::new()).of_kind(), Into::into)
    }
}

impl<C: IntoContent> IntoContent for Vec<C> {
    type Kind = C::Kind;
}

impl<C: IntoContent> From<Vec<C>> for Content<C::Kind> {
    fn from(contents: Vec<C>) -> Self {
        Node::Many(contents.into_iter().map(|one| one.into().node).collect()).of_kind()
    }
}

impl<C: IntoContent, const N: usize> IntoContent for [C; N] {
    type Kind = C::Kind;
}

impl<C: IntoContent, const N: usize> From<[C; N]> for Content<C::Kind> {
    fn from(contents: [C; N]) -> Self {
        Node::Many(contents.into_iter().map(|one| one.into().node).collect()).of_kind()
    }
}
