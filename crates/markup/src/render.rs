//! Markup as a view of leptos.

use leptos::prelude::{AddAnyAttr, Mountable, Render, RenderHtml};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use leptos::web_sys::{Element, Node};

use super::Markup;
use super::build::build;
use super::hydrate::hydrate;
use super::kind::Kind;
use super::node::ReactiveState;
use super::write::write;

/// Markup in the DOM.
pub struct MarkupState {
    element: Element,
    _states: Vec<ReactiveState>,
}

impl<K: Kind> Render for Markup<K> {
    type State = MarkupState;

    fn build(self) -> Self::State {
        let mut states = Vec::new();
        let element = build(self.element, false, &mut states);
        MarkupState {
            element,
            _states: states,
        }
    }

    /// Fixed markup is not compared with what was there before: it is
    /// exchanged for it.
    fn rebuild(self, state: &mut Self::State) {
        let new = self.build();
        // The old one goes first. If the focus is in it, the browser brings the
        // whole page up to date before it lets it go: that must not be both.
        let _ = state.element.replace_with_with_node_1(&new.element);
        *state = new;
    }
}

impl Mountable for MarkupState {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let _ = parent.insert_before(&self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.element.parent_element() else {
            return false;
        };
        child.mount(&parent, Some(&self.element));
        true
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

impl<K: Kind> AddAnyAttr for Markup<K> {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self::Output<NewAttr> {
        self
    }
}

impl<K: Kind> RenderHtml for Markup<K> {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        write(self.element, buf);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Self::State {
        let mut states = Vec::new();
        let element = hydrate(self.element, cursor, position, &mut states);
        MarkupState {
            element,
            _states: states,
        }
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}
