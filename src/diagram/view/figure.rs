//! The figure: title, the drawing for a wide and for a narrow place, what is said of
//! what is held on to, the keys.

use leptos::prelude::*;

use super::drawing::{Look, drawing, to_stage};
use crate::diagram::layout::{Orientation, layout};
use crate::diagram::scene::Scene;
use crate::diagram::state::DiagramState;
use crate::library::{use_lang, use_library, use_words};
use chain::view::Pin;
use markup::{Content, Markup, Reactive, markup, reactive};
use model::routes::with_query;
use model::{Lang, StageId};

/// The chain as a picture whose stages and flows can be held on to; without the
/// app its stages lead to the chain's pages.
///
/// It is drawn twice, for a wide and for a narrow place; the style sheet shows the
/// one that fits, so the right one is there before any script. `name` tells it apart
/// from another one on the same page. `query` is what the way to a stage takes
/// along.
pub fn chain_diagram(
    name: &'static str,
    [wide, narrow]: [Orientation; 2],
    scene: Signal<Scene>,
    chosen: Option<StageId>,
    pinned: RwSignal<Option<Pin>>,
    query: Option<Memo<String>>,
) -> Markup<Reactive> {
    let words = use_words();
    let state = DiagramState::new(pinned);
    let live = use_library().hydrated;

    let lang = use_lang();
    let draw = move |orientation| {
        let drawn = move || {
            let pinned = state.pinned.get();
            let look = Look {
                lang,
                live: live.get(),
                chosen,
                pinned,
                lit: state.hot.get().or(pinned),
                stop: state.stop.get(),
                bare: false,
            };
            scene.with(|scene| drawing(layout(scene, orientation), orientation, scene, &look))
        };
        reactive(move || match state.seen.get() {
            // The other one follows once it is seen; but what the app adds, it has as well.
            Some(seen) if seen != orientation => {
                live.track();
                untrack(drawn)
            }
            _ => drawn(),
        })
    };
    let title = reactive(move || {
        let title = scene.with(|scene| scene.title.clone());
        markup! { <p class="diagram__title">{title}</p> }
    });
    let caption = reactive(move || {
        let caption = scene.with(|scene| scene.caption.clone());
        markup! { <figcaption class="diagram__caption">{caption}</figcaption> }
    });
    let description = reactive(move || {
        let pinned = state.pinned.get();
        scene.with(|scene| description(scene, pinned, query, lang))
    });
    let figure = markup! {
        <figure class="diagram" translate="no" data-diagram={name}>
            <div class="diagram__bar">
                {title}
            </div>
            {draw(wide)}
            {draw(narrow)}
            <div class="diagram__foot">
                {description}
                <details class="diagram__keys" translate="yes">
                    <summary class="diagram__keys-name">{words.picture.keys}</summary>
                    {keys(&words.picture.key_list)}
                </details>
            </div>
            {announcement(scene, state)}
            {caption}
        </figure>
    };
    #[cfg(target_arch = "wasm32")]
    let figure = crate::diagram::browser::followed(figure, state, [wide, narrow]);
    figure
}

/// What is held on to, in words, and the way to its page.
fn description(
    scene: &Scene,
    pinned: Option<Pin>,
    query: Option<Memo<String>>,
    lang: Lang,
) -> Markup {
    let words = &lang.words().picture;
    let Some(pin) = pinned else {
        return markup! {
            <div class="diagram__told" tabindex="-1">
                <p class="diagram__hint">{words.hint}</p>
            </div>
        };
    };
    let open = match pin {
        Pin::Stage(stage) => {
            let query = query.map(|query| query.get()).unwrap_or_default();
            let page = with_query(&to_stage(lang, stage), &query);
            Some(markup! { <a class="diagram__open" href={page}>{words.open}</a> })
        }
        Pin::Flow(_) => None,
    };
    markup! {
        <div class="diagram__told" tabindex="-1">
            <p class="diagram__held">{scene.describe(pin, words)}</p>
            {open}
            <button class="diagram__release" type="button">{words.release}</button>
        </div>
    }
}

fn keys(list: &'static [(&'static str, &'static str)]) -> Markup {
    let rows: Vec<Content> = list
        .iter()
        .map(|(key, what)| markup! { <><dt>{*key}</dt><dd>{*what}</dd></> })
        .collect();
    markup! { <dl class="diagram__key-list">{rows}</dl> }
}

/// Says what has changed, once it rests: not every step of a slider.
fn announcement(scene: Signal<Scene>, state: DiagramState) -> Content<Reactive> {
    let said = RwSignal::new(String::new());
    #[cfg(target_arch = "wasm32")]
    {
        let words = &use_words().picture;
        let mut say = debounce(std::time::Duration::from_millis(700), move |()| {
            // The page may be gone by then.
            let pinned = state.pinned.try_get_untracked().flatten();
            let text = scene.try_with_untracked(|scene| match pinned {
                Some(pin) => scene.describe(pin, words),
                None => scene.summary(words),
            });
            if let Some(text) = text {
                let _ = said.try_set(text);
            }
        });
        // That the app has come changes the picture, and nothing for the reader.
        let live = use_library().hydrated;
        Effect::new(move |was_live: Option<bool>| {
            state.pinned.track();
            scene.track();
            if was_live == Some(true) {
                say(());
            }
            live.get()
        });
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (scene, state);
    reactive(move || markup! { <p class="visually-hidden" aria-live="polite">{said.get()}</p> })
}
