//! The frame by keyboard: a slider for each of its place, width and height. Screen readers
//! say them as they say any slider.

use desk::crop::{Crop, Frame, Side};
use desk::words::{Words, fill};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::ui::state::use_desk;

fn name(side: Side, words: &Words) -> &'static str {
    match side {
        Side::Left => words.crop_left,
        Side::Top => words.crop_top,
        Side::Width => words.crop_width,
        Side::Height => words.crop_height,
    }
}

fn pixels(side: Side, frame: Frame) -> u32 {
    match side {
        Side::Left => frame.left,
        Side::Top => frame.top,
        Side::Width => frame.width,
        Side::Height => frame.height,
    }
}

/// The four sliders.
#[component]
pub fn Sliders(crop: RwSignal<Crop>) -> impl IntoView {
    view! { <div class="crop__sliders">{Side::ALL.map(|side| view! { <Slider crop side/> })}</div> }
}

#[component]
fn Slider(crop: RwSignal<Crop>, side: Side) -> impl IntoView {
    let desk = use_desk();
    let at = Memo::new(move |_| crop.with(|crop| crop.permille(side)));
    let said = move || {
        let pixels = crop.with(|crop| pixels(side, crop.frame()));
        fill(desk.words().crop_pixels, &[&pixels.to_string()])
    };
    view! {
        <label class="crop__slider">
            <span class="field__name">{move || name(side, desk.words())}</span>
            <input type="range" min="0" max="1000" step="10" aria-valuetext=said
                prop:value=move || at.get().to_string()
                on:input=move |event| {
                    let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
                    let Some(input) = input else {
                        return;
                    };
                    if let Ok(permille) = input.value().parse() {
                        crop.update(|crop| crop.set_permille(side, permille));
                    }
                    // Where the frame goes no further, the slider does not either.
                    input.set_value(&at.get_untracked().to_string());
                }/>
        </label>
    }
}
