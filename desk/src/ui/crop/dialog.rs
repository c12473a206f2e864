//! The dialog in which a picture is turned and cropped.

use desk::crop::{Crop, Size};
use desk::words::fill;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::canvas::export;
use super::shapes::Shapes;
use super::sliders::Sliders;
use super::stage::Stage;
use super::{CropJob, Cropped, OpenCrop};
use crate::ui::state::use_desk;

/// The dialog, while there is a picture.
#[component]
pub fn CropDialog(open: OpenCrop) -> impl IntoView {
    move || open.get().map(|job| view! { <Cropping open job/> })
}

#[component]
fn Cropping(open: OpenCrop, job: CropJob) -> impl IntoView {
    let desk = use_desk();
    let dialog = NodeRef::<html::Dialog>::new();
    let crop = RwSignal::new(Crop::new(job.size()));
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let job = StoredValue::new_local(job);
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // It is in the page and not open yet.
            let _ = dialog.show_modal();
        }
    });
    // Closed and not just taken away: so the focus goes back to where it was.
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let finish = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(false);
        spawn_local(async move {
            let (job, crop) = (job.get_value(), crop.get_untracked());
            let file = match (crop.is_original(), &job.chosen) {
                // Not a pixel is lost of what nobody has touched.
                (true, Some(chosen)) => Some(chosen.clone()),
                (true, None) => None,
                (false, _) => match export(&job.image, &crop, &job.name, job.format).await {
                    Ok(file) => Some(file),
                    Err(_) => {
                        failed.set(true);
                        busy.set(false);
                        return;
                    }
                },
            };
            close();
            if let Some(file) = file {
                (job.done)(Cropped { file, crop });
            }
        });
    };
    let size = move || {
        let Size { width, height } = crop.with(Crop::export_size);
        fill(
            desk.words().crop_size,
            &[&width.to_string(), &height.to_string()],
        )
    };
    view! {
        <dialog node_ref=dialog class="crop" aria-labelledby="crop-t" on:close=move |_| open.set(None)>
            <h2 id="crop-t" class="crop__title">{move || desk.words().crop}</h2>
            <Stage job crop/>
            <div class="crop__tools">
                <button type="button" class="btn" on:click=move |_| crop.update(Crop::turn_left)>
                    <span aria-hidden="true">"↺"</span>{move || desk.words().turn_left}
                </button>
                <button type="button" class="btn" on:click=move |_| crop.update(Crop::turn_right)>
                    <span aria-hidden="true">"↻"</span>{move || desk.words().turn_right}
                </button>
                <Shapes crop/>
                <button type="button" class="btn" disabled=move || crop.with(Crop::is_original)
                    on:click=move |_| crop.update(Crop::reset)>{move || desk.words().reset_picture}</button>
            </div>
            <p class="small">{move || desk.words().crop_hint}</p>
            <Sliders crop/>
            <p class="field__fault" role="alert">{move || failed.get().then(|| desk.words().crop_failed)}</p>
            <footer class="crop__end">
                <p class="small crop__size" role="status">{size}</p>
                <button type="button" class="btn" on:click=move |_| close()>{move || desk.words().cancel}</button>
                <button type="button" class="btn btn--main" on:click=finish
                    disabled=move || busy.get()>{move || desk.words().use_picture}</button>
            </footer>
        </dialog>
    }
}
