//! Markup that is written once and stands on many pages.

use std::sync::Arc;

use super::Markup;
use super::node::ElementData;
use super::write::write;

/// Markup as it was written: publishing puts it in again as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prerendered(Arc<str>);

impl Prerendered {
    /// Writes markup.
    pub fn new(markup: Markup) -> Self {
        let mut html = String::new();
        write(markup.element, &mut html);
        Self(html.into())
    }
}

impl From<Prerendered> for Markup {
    fn from(html: Prerendered) -> Self {
        Self::of(ElementData::prerendered(html.0))
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::RenderHtml;

    use super::*;
    use crate::markup;

    #[test]
    fn stands_wherever_it_is_put_as_it_was_written() {
        let html = Prerendered::new(markup! { <b title="a & b">"1 < 2"</b> });
        let [first, second] = [html.clone(), html].map(Markup::from);
        assert_eq!(
            markup! { <p>{first} " and " {second}</p> }.to_html(),
            "<p><b title=\"a &amp; b\">1 &lt; 2</b> and <b title=\"a &amp; b\">1 &lt; 2</b></p>"
        );
    }
}
