//! The chain as a picture.

use super::context::Context;
use crate::library::document::{Diagram, Node};

/// The picture of the chain.
pub fn diagram(cx: &Context) -> Diagram {
    Diagram {
        title: String::new(),
        nodes: (cx.bundle.chain.links.iter())
            .map(|link| Node {
                id: link.id,
                name: cx.text(&link.name),
                detail: String::new(),
                remark: String::new(),
                local: link.local == crate::content::bundle::LocalState::Local,
            })
            .collect(),
        flows: Vec::new(),
        electricity: String::new(),
        caption: String::new(),
    }
}
