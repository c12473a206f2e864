//! A place on the chain: the same drawing, small, with names only.

use leptos::prelude::*;

use super::drawing::{Look, drawing};
use crate::chain::Flow;
use crate::chain::{Pin, Quantity};
use crate::content::{Lang, LinkId};
use crate::diagram::layout::{Orientation, layout};
use crate::diagram::scene::{Scene, SceneFlow, SceneNode, ScenePower};
use crate::library::document::Site;
use crate::library::{use_lang, use_library};
use crate::markup::{Markup, later, markup};

/// The links that a page is about, on the chain; the widths are those of the
/// chain's own picture.
pub fn chain_place(here: &[LinkId]) -> Markup {
    let lang = use_lang();
    let scene = use_library()
        .site
        .with_untracked(|site| scene(site, here, lang));
    later(move || picture(&scene, lang))
}

fn scene(site: &Site, here: &[LinkId], lang: Lang) -> Scene {
    let words = &lang.words().picture;
    Scene {
        title: words.place.to_owned(),
        caption: String::new(),
        quantity: Quantity::Mass,
        beside: None,
        nodes: site
            .links
            .iter()
            .map(|link| SceneNode {
                id: link.id,
                name: link.name.clone(),
                lines: Vec::new(),
                open: false,
                arising: String::new(),
                weight: 0,
                here: here.contains(&link.id),
            })
            .collect(),
        flows: Flow::ALL
            .into_iter()
            .zip(&site.flows)
            .map(|(flow, weight)| SceneFlow {
                flow,
                name: String::new(),
                amount: String::new(),
                weight: *weight as i32,
            })
            .collect(),
        power: ScenePower::default(),
    }
}

fn picture(scene: &Scene, lang: Lang) -> Markup {
    let look = Look {
        lang,
        live: false,
        chosen: None,
        pinned: None,
        lit: None,
        stop: Pin::Link(LinkId::Alumina),
        bare: true,
    };
    let small = Orientation::Small;
    markup! {
        <div class="diagram diagram--place">{drawing(layout(scene, small), small, scene, &look)}</div>
    }
}
