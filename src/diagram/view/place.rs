//! A place on the chain: the same drawing, small, with names only.

use leptos::prelude::*;

use super::drawing::{Look, drawing};
use crate::diagram::layout::{Orientation, layout};
use crate::diagram::scene::{Scene, SceneFlow, SceneNode, ScenePower};
use crate::library::{use_lang, use_library};
use chain::{Pin, Quantity};
use markup::{Markup, markup};
use model::Flow;
use model::document::Site;
use model::{Lang, StageId};

/// The stages that a page is about, on the chain; the widths are those of the
/// chain's own picture.
pub fn chain_place(here: &[StageId]) -> Markup {
    let lang = use_lang();
    let site = use_library().site.get_untracked();
    let here = StageId::ALL.map(|stage| here.contains(&stage));
    #[cfg(not(target_arch = "wasm32"))]
    return kept::place(&site, here, lang);
    #[cfg(target_arch = "wasm32")]
    markup::lazy(move || picture(&scene(&site, here, lang), lang))
}

/// Which stages a page is about, in the order of [`StageId::ALL`].
type Here = [bool; StageId::ALL.len()];

#[cfg(not(target_arch = "wasm32"))]
mod kept {
    //! Very many pages are about the same stages: the picture is written once.

    use std::cell::RefCell;
    use std::sync::{Arc, Weak};

    use super::{Here, picture, scene};
    use markup::{Markup, Prerendered};
    use model::Lang;
    use model::document::Site;

    struct Kept {
        site: Weak<Site>,
        here: Here,
        lang: Lang,
        picture: Prerendered,
    }

    thread_local! {
        static ALL: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
    }

    pub fn place(site: &Arc<Site>, here: Here, lang: Lang) -> Markup {
        let is_it = |kept: &Kept| {
            kept.here == here && kept.lang == lang && kept.site.as_ptr() == Arc::as_ptr(site)
        };
        let known = ALL.with_borrow(|all| {
            let known = all.iter().find(|kept| is_it(kept));
            known.map(|kept| kept.picture.clone())
        });
        let picture = known.unwrap_or_else(|| {
            let picture = Prerendered::new(picture(&scene(site, here, lang), lang));
            ALL.with_borrow_mut(|all| {
                // Those of a site that is gone, as after a change in a preview.
                all.retain(|kept| kept.site.strong_count() > 0);
                all.push(Kept {
                    site: Arc::downgrade(site),
                    here,
                    lang,
                    picture: picture.clone(),
                });
            });
            picture
        });
        picture.into()
    }
}

fn scene(site: &Site, here: Here, lang: Lang) -> Scene {
    let words = &lang.words().picture;
    Scene {
        title: words.place.to_owned(),
        caption: String::new(),
        quantity: Quantity::Mass,
        beside: None,
        nodes: site
            .stages
            .iter()
            .map(|stage| SceneNode {
                id: stage.id,
                name: stage.name.clone(),
                lines: Vec::new(),
                open: false,
                arising: String::new(),
                weight: 0,
                here: here[stage.id as usize],
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
                band: (0, 0),
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
        stop: Pin::Stage(StageId::Alumina),
        bare: true,
    };
    let small = Orientation::Small;
    markup! {
        <div class="diagram diagram--place">{drawing(layout(scene, small), small, scene, &look)}</div>
    }
}
