//! What is pasted, read by the browser's own parser: one that came along was a fifth of what
//! a desk has to fetch.

use std::cell::RefCell;
use std::rc::Rc;

use htmd::Node;
use markup5ever::{Attribute, LocalName, QualName, ns};
use markup5ever_rcdom::NodeData;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::browser;

/// A piece of HTML as the converter to Markdown takes it.
pub fn parse(html: &str) -> Rc<Node> {
    let root = Node::new(NodeData::Document);
    take_children(&root, &browser::parse(html));
    root
}

fn take_children(node: &Rc<Node>, from: &web_sys::Node) {
    let mut next = from.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        let Some(data) = data(&child) else {
            continue;
        };
        let taken = Node::new(data);
        taken.parent.set(Some(Rc::downgrade(node)));
        take_children(&taken, &child);
        node.children.borrow_mut().push(taken);
    }
}

/// What a node is; comments and the like are nothing.
fn data(node: &web_sys::Node) -> Option<NodeData> {
    if node.node_type() == web_sys::Node::TEXT_NODE {
        let text = node.node_value().unwrap_or_default();
        return Some(NodeData::Text {
            contents: RefCell::new(text.into()),
        });
    }
    let element: &Element = node.dyn_ref()?;
    let attributes = element
        .get_attribute_names()
        .into_iter()
        .filter_map(|name| {
            let name = name.as_string()?;
            Some(Attribute {
                value: element.get_attribute(&name)?.into(),
                name: named(&name),
            })
        });
    Some(NodeData::Element {
        name: named(&element.local_name()),
        attrs: RefCell::new(attributes.collect()),
        template_contents: RefCell::new(None),
        mathml_annotation_xml_integration_point: false,
    })
}

fn named(name: &str) -> QualName {
    QualName::new(None, ns!(html), LocalName::from(name))
}
