//! What readers can save or copy: the picture, the table, the address.

use leptos::prelude::*;

use crate::diagram::export::Sheet;
use crate::diagram::scene::Scene;
use crate::diagram::stage::StageScene;
use crate::library::{use_lang, use_library, use_words};
use chain::Pin;
use markup::{Content, IntoErasedView, Reactive, markup, reactive};

/// What is on screen, as files have it: asked for when a button is pressed.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser saves it")
)]
pub struct ExportData {
    /// The table, and what is said of the picture; without date and address.
    pub sheet: Sheet,
    /// The picture.
    pub picture: Taken,
    /// What names the files: the scenario's id.
    pub stem: String,
    /// What the address of its frame says besides the page.
    pub query: String,
}

/// What is drawn in the file.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser saves it")
)]
pub enum Taken {
    /// The chain, and what is held on to in it.
    Chain(Scene, Option<Pin>),
    /// A stage's own balance.
    Stage(StageScene),
}

/// A picture to look at and to keep.
#[derive(Clone, PartialEq)]
struct Picture {
    name: &'static str,
    src: String,
    alt: String,
    /// What the file is called; none where none gets out.
    file: Option<String>,
}

/// The buttons, once the app is live: without it they could do nothing.
pub fn export_panel(data: impl Fn() -> ExportData + 'static) -> Content<Reactive> {
    let words = &use_words().take;
    let live = use_library().hydrated;
    let status = RwSignal::new(String::new());
    let picture = RwSignal::new(None::<Picture>);
    let buttons: Vec<Content> = (words.buttons.into_iter().enumerate())
        .map(|(index, name)| {
            // PNG and QR code open the picture, which the browser does itself.
            let opens = matches!(index, PNG | QR).then_some(PICTURE);
            markup! {
                <button
                    type="button"
                    class="button button--quiet"
                    data-export={index}
                    popovertarget={opens}
                >
                    {name}
                </button>
            }
            .into()
        })
        .collect();
    let message = reactive(
        move || markup! { <p class="export-panel__status" role="status">{status.get()}</p> },
    );
    let shown = reactive(move || {
        let picture = picture.get();
        let name = picture.as_ref().map(|picture| picture.name);
        let content = picture.map(|Picture { src, alt, file, .. }| {
            let save = file.map(|file| {
                markup! { <a href={src.clone()} download={file}>{words.save}</a> }
            });
            markup! {
                <div>
                    <img class="export-panel__image" src={src} alt={alt} />
                    <p class="small">{words.hold} " " {save}</p>
                </div>
            }
        });
        markup! {
            <div
                class="export-panel__picture"
                id={PICTURE}
                popover="auto"
                role="dialog"
                aria-label={name.unwrap_or(words.heading)}
            >
                {content}
                <button
                    type="button"
                    class="button button--quiet"
                    popovertarget={PICTURE}
                    popovertargetaction="hide"
                >
                    {words.close}
                </button>
            </div>
        }
    });
    let inside = markup! {
        <div>
            <h2 class="export-panel__heading" id="export">{words.heading}</h2>
            <div class="export-panel__buttons">{buttons}</div>
            {message}
            {shown}
        </div>
    };
    let lang = use_lang();
    let site = use_library().site.get_untracked().name.clone();
    let press = move |event: leptos::ev::MouseEvent| {
        #[cfg(target_arch = "wasm32")]
        press(&event, &data, status, picture, lang, &site);
        #[cfg(not(target_arch = "wasm32"))]
        let _ = (&event, &data, status, picture, lang, &site);
    };
    view! {
        <section class="export-panel" aria-labelledby="export" hidden=move || !live.get() on:click=press>
            {inside}
        </section>
    }
    .erased()
    .into()
}

/// The id of the picture.
const PICTURE: &str = "export-picture";
/// Places in [`TakeWords::buttons`](model::words::TakeWords::buttons).
const PNG: usize = 0;
const QR: usize = 4;

#[cfg(target_arch = "wasm32")]
fn press(
    event: &leptos::ev::MouseEvent,
    data: &impl Fn() -> ExportData,
    status: RwSignal<String>,
    picture: RwSignal<Option<Picture>>,
    lang: model::Lang,
    site: &str,
) {
    use wasm_bindgen_futures::spawn_local;

    use crate::diagram::export::{browser, csv::csv, json::json, qr::qr, stage::stage_svg, svg};
    use crate::diagram::layout::Orientation;
    use crate::diagram::stage::StageShape;
    use crate::library::browser::{after_frame, history};
    use model::routes::{Address, Route, with_query};
    use model::words::fill;

    let words = &lang.words().take;
    let Some(pressed) = super::presses::pressed(event, "data-export") else {
        return;
    };
    let address = history::absolute();
    let ExportData {
        mut sheet,
        picture: taken,
        stem,
        query,
    } = data();
    sheet.date = browser::today();
    sheet.publisher = site.to_owned();
    sheet.address.clone_from(&address);
    let file = |ending: &str| ["chain-", &stem, "-", &sheet.date, ending].concat();
    // What the browser does with a file no page learns, only that it has it.
    let save = |ending: &str, kind: &str, text: &str| {
        let name = file(ending);
        status.set(match browser::save(&name, kind, text) {
            true => fill(words.made, &[&name]),
            false => fill(words.not_made, &[&name]),
        });
    };
    let inside = browser::is_inside_app();
    let drawing = || match (&taken, browser::is_narrow()) {
        (Taken::Chain(scene, pinned), true) => {
            svg::svg(scene, Orientation::Vertical, *pinned, &sheet, words)
        }
        (Taken::Chain(scene, pinned), false) => {
            svg::svg(scene, Orientation::Horizontal, *pinned, &sheet, words)
        }
        (Taken::Stage(scene), true) => stage_svg(scene, StageShape::Narrow, &sheet, words),
        (Taken::Stage(scene), false) => stage_svg(scene, StageShape::Wide, &sheet, words),
    };
    let show = |button: usize, svg: Option<String>, times: u32, alt: &str, file: String| {
        let name = words.buttons[button];
        let alt = alt.to_owned();
        let file = (!inside).then_some(file);
        picture.set(None);
        status.set(String::new());
        spawn_local(async move {
            let src = match svg {
                Some(svg) => browser::picture(svg, times).await,
                None => None,
            };
            if src.is_none() {
                status.set(words.failed.to_owned());
            }
            picture.set(src.map(|src| Picture {
                name,
                src,
                alt,
                file,
            }));
        });
    };
    let copy = |text: String| {
        spawn_local(async move {
            let copied = browser::copy(&text).await;
            status.set(match copied {
                true => words.copied.to_owned(),
                false => [words.copy_by_hand, &text].concat(),
            });
        });
    };
    match pressed.as_str() {
        // No file gets out, but a picture that is pressed and held: as if that button
        // had been pressed. Not now: this handler is at work, and cannot be called
        // again before it is done.
        "1" if inside => after_frame(move || {
            browser::open(PICTURE);
            status.set(words.inside.to_owned());
        }),
        "2" | "3" if inside => status.set(words.inside.to_owned()),
        "0" => show(PNG, Some(drawing()), 2, &sheet.title, file(".png")),
        "1" => save(".svg", "image/svg+xml", &drawing()),
        "2" => save(".csv", "text/csv;charset=utf-8", &csv(&sheet, words)),
        "3" => save(".json", "application/json", &json(&sheet)),
        "4" => show(QR, qr(&address, 6), 1, words.qr_alt, file("-qr.png")),
        "5" => copy(address),
        _ => {
            let mut source = history::here().origin().to_owned();
            let frame = Address::new(lang, Route::Embed).path();
            source.push_str(&with_query(&frame, &query));
            let mut code = String::from("<iframe");
            svg::attribute(&mut code, "src", &source);
            svg::attribute(&mut code, "title", &sheet.title);
            code.push_str(" width=\"100%\" height=\"720\" loading=\"lazy\"></iframe>");
            copy(code);
        }
    }
}
