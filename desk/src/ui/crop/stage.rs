//! The picture with the frame over it, moved and pulled by mouse, pen or finger. For the
//! keyboard there are the sliders.

use desk::crop::{Corner, Crop, Frame};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use super::CropJob;
use super::canvas::draw;

/// The longest side of what is drawn to look at: enough for any screen, and little to draw.
const SHOWN: u32 = 1600;

/// What a pointer does since it went down.
#[derive(Clone, Copy, Debug)]
struct Drag {
    pointer: i32,
    x: f64,
    y: f64,
    start: Frame,
    corner: Option<Corner>,
}

fn class(corner: Corner) -> &'static str {
    match corner {
        Corner::TopLeft => "crop__handle crop__handle--top-left",
        Corner::TopRight => "crop__handle crop__handle--top-right",
        Corner::BottomLeft => "crop__handle crop__handle--bottom-left",
        Corner::BottomRight => "crop__handle crop__handle--bottom-right",
    }
}

/// The picture and its frame.
#[component]
pub fn Stage(job: StoredValue<CropJob, LocalStorage>, crop: RwSignal<Crop>) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let drag = RwSignal::new(None::<Drag>);
    // Drawn again when it is turned, and not while the frame moves.
    let shown = Memo::new(move |_| crop.with(|crop| crop.shown_within(SHOWN)));
    Effect::new(move |_| {
        let (size, matrix) = shown.get();
        if let Some(canvas) = canvas.get() {
            // Where it cannot be drawn, it cannot be exported either: that is said then.
            let _ = job.with_value(|job| draw(&canvas, &job.image, size, matrix, job.format));
        }
    });
    let begin = move |event: &PointerEvent, corner: Option<Corner>| {
        event.prevent_default();
        event.stop_propagation();
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if let Some(target) = target {
            // The pointer is down, so it can be captured.
            let _ = target.set_pointer_capture(event.pointer_id());
        }
        drag.set(Some(Drag {
            pointer: event.pointer_id(),
            x: f64::from(event.client_x()),
            y: f64::from(event.client_y()),
            start: crop.with_untracked(Crop::frame),
            corner,
        }));
    };
    let go_on = move |event: PointerEvent| {
        let (Some(drag), Some(canvas)) = (drag.get_untracked(), canvas.get_untracked()) else {
            return;
        };
        let shown = canvas.get_bounding_client_rect().width();
        if drag.pointer != event.pointer_id() || shown <= 0.0 {
            return;
        }
        crop.update(|crop| {
            let scale = f64::from(crop.turned_size().width) / shown;
            let right = (f64::from(event.client_x()) - drag.x) * scale;
            let down = (f64::from(event.client_y()) - drag.y) * scale;
            match drag.corner {
                Some(corner) => crop.pull_from(drag.start, corner, right, down),
                None => crop.move_from(drag.start, right, down),
            }
        });
    };
    let percent = move |pick: fn(Frame) -> u32, across: bool| {
        let crop = crop.get();
        let size = crop.turned_size();
        let whole = if across { size.width } else { size.height };
        format!(
            "{}%",
            f64::from(pick(crop.frame())) / f64::from(whole) * 100.0
        )
    };
    let handles = Corner::ALL.map(|corner| {
        view! {
            <span class=class(corner) aria-hidden="true"
                on:pointerdown=move |event: PointerEvent| begin(&event, Some(corner))></span>
        }
    });
    view! {
        <div class="crop__stage">
            <div class="crop__area">
                <canvas node_ref=canvas class="crop__picture" role="img"
                    aria-label=job.with_value(|job| job.name.clone())></canvas>
                <div class="crop__frame"
                    style:left=move || percent(|frame| frame.left, true)
                    style:top=move || percent(|frame| frame.top, false)
                    style:width=move || percent(|frame| frame.width, true)
                    style:height=move || percent(|frame| frame.height, false)
                    on:pointerdown=move |event: PointerEvent| begin(&event, None)
                    on:pointermove=go_on
                    on:pointerup=move |_| drag.set(None)
                    on:pointercancel=move |_| drag.set(None)>
                    {handles}
                </div>
            </div>
        </div>
    }
}
