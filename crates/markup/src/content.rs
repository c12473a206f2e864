//! What can be inside an element.

use std::borrow::Cow;
use std::marker::PhantomData;

use super::element_data::FragmentData;
use super::{ElementData, ErasedView, Fixed, Kind, Markup, Reactive};

/// What can be inside an element: an element, text, several of them, a view.
#[must_use]
pub struct Content<K: Kind = Fixed> {
    pub(super) node: Node,
    kind: PhantomData<K>,
}

/// What is inside an element, of whichever kind.
pub(super) enum Node {
    /// An element.
    Element(ElementData),
    /// Text.
    Text(Cow<'static, str>),
    /// Several, in order; perhaps none.
    Many(Vec<Node>),
    /// A view that changes while mounted. Not in what is [`Fixed`].
    View(ErasedView),
    /// An element that follows signals: [`reactive`](super::reactive). Not in what
    /// is [`Fixed`].
    Reactive(Box<dyn Fn() -> ElementData + Send>),
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
