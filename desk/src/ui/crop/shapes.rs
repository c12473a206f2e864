//! The shapes that the frame can be held to.

use desk::crop::{Aspect, Crop};
use leptos::prelude::*;

use crate::ui::state::use_desk;

/// A button for each.
#[component]
pub fn Shapes(crop: RwSignal<Crop>) -> impl IntoView {
    let desk = use_desk();
    let shape = move |aspect: Aspect| {
        view! {
            <button type="button" class="seg__item crop__shape"
                aria-pressed=move || (crop.with(Crop::aspect) == aspect).to_string()
                on:click=move |_| crop.update(|crop| crop.choose_aspect(aspect))>
                {move || aspect.label().unwrap_or(desk.words().crop_free)}
            </button>
        }
    };
    view! {
        <div class="seg" role="group" aria-label=move || desk.words().crop_shape>
            {Aspect::ALL.map(shape)}
        </div>
    }
}
