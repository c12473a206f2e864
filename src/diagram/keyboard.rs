//! The drawing under the keyboard: one stop for Tab, arrows from link to link.
//!
//! Every link is a stop of its own until one has the focus and the app is live;
//! from then on the drawing is one stop: arrows go along and across the chain as
//! it lies on screen, Home and End to its ends, Escape on to the text beneath.

use super::layout::{Orientation, place};
use crate::content::LinkId;

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To a link.
    To(LinkId),
    /// Nowhere: there is no link on that side.
    Stay,
    /// Out of the drawing, to the text.
    Leave,
    /// The key is none of the drawing's.
    Ignore,
}

/// Where a key leads from a link.
pub fn step(key: &str, from: LinkId, orientation: Orientation) -> Move {
    let (right, down) = match orientation {
        Orientation::Horizontal => ((1, 0), (0, 1)),
        Orientation::Vertical => ((0, 1), (1, 0)),
    };
    let (along, across) = match key {
        "ArrowRight" => right,
        "ArrowLeft" => (-right.0, -right.1),
        "ArrowDown" => down,
        "ArrowUp" => (-down.0, -down.1),
        "Home" => return Move::To(LinkId::Alumina),
        "End" => return Move::To(LinkId::Recycled),
        "Escape" => return Move::Leave,
        _ => return Move::Ignore,
    };
    neighbour(from, along, across).map_or(Move::Stay, Move::To)
}

/// The link beside another on the grid: the nearest along the chain, in the
/// same row if there is one; across it only in the same column.
fn neighbour(from: LinkId, along: i32, across: i32) -> Option<LinkId> {
    let (column, row) = position(from);
    LinkId::ALL
        .into_iter()
        .filter(|link| {
            let (other_column, other_row) = position(*link);
            let (columns, rows) = (other_column - column, other_row - row);
            if along != 0 {
                columns == along
            } else {
                columns == 0 && rows == across
            }
        })
        .min_by_key(|link| (position(*link).1 - row).abs())
}

fn position(link: LinkId) -> (i32, i32) {
    let (column, row) = place(link);
    (column as i32, row as i32)
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::prelude::document;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, Event, HtmlElement, KeyboardEvent, SvgElement};

    use super::{LinkId, Move, Orientation, step};

    /// Makes the drawing one stop of Tab, at the given link.
    fn one_stop(link: LinkId) {
        let Ok(links) = document().query_selector_all(".diagram__node") else {
            return;
        };
        for index in 0..links.length() {
            let Some(node) = links
                .get(index)
                .and_then(|node| node.dyn_into::<Element>().ok())
            else {
                continue;
            };
            let stop = link_of(&node) == Some(link);
            let _ = node.set_attribute("tabindex", if stop { "0" } else { "-1" });
        }
    }

    /// Follows the keys in every drawing from now on: one listener for all.
    pub fn listen() {
        use crate::library::browser::listen;

        listen(document().as_ref(), "focusin", |event| {
            if let Some(link) = node_of(&event).and_then(|node| link_of(&node)) {
                one_stop(link);
            }
        });
        listen(document().as_ref(), "keydown", |event| {
            if let Some(event) = event.dyn_ref() {
                follow(event);
            }
        });
    }

    fn follow(event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let Some((node, from)) =
            node_of(event).and_then(|node| link_of(&node).map(|link| (node, link)))
        else {
            return;
        };
        let Some(drawing) = node.closest("svg").ok().flatten() else {
            return;
        };
        let orientation = match drawing.get_attribute("data-runs").as_deref() {
            Some("down") => Orientation::Vertical,
            _ => Orientation::Horizontal,
        };
        match step(&event.key(), from, orientation) {
            Move::Ignore => return,
            Move::Stay => {}
            Move::Leave => leave(),
            Move::To(link) => {
                one_stop(link);
                let selector = format!("[data-link={}]", link.as_str());
                let next = drawing.query_selector(&selector).ok().flatten();
                if let Some(next) = next.and_then(|next| next.dyn_into::<SvgElement>().ok()) {
                    let _ = next.focus();
                }
            }
        }
        event.prevent_default();
    }

    /// To the panel of the chosen link, or to the list of links.
    fn leave() {
        let text = document()
            .query_selector("[data-after-diagram]")
            .ok()
            .flatten();
        if let Some(text) = text.and_then(|text| text.dyn_into::<HtmlElement>().ok()) {
            let _ = text.focus();
        }
    }

    /// The node that an event is on.
    fn node_of(event: &Event) -> Option<Element> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        target.closest(".diagram__node").ok().flatten()
    }

    fn link_of(node: &Element) -> Option<LinkId> {
        LinkId::from_word(&node.get_attribute("data-link")?)
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::listen;
