//! A place for files: dropped on it, or chosen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

fn all_of(files: &FileList) -> Vec<File> {
    (0..files.length())
        .filter_map(|at| files.item(at))
        .collect()
}

/// The place.
#[component]
pub fn DropFile(
    /// What stands in it.
    #[prop(into)]
    words: Signal<&'static str>,
    /// What the browser offers to choose.
    accept: &'static str,
    /// Whether it takes more than one.
    several: bool,
    /// Who takes them.
    take: impl Fn(Vec<File>) + Copy + Send + 'static,
) -> impl IntoView {
    let over = RwSignal::new(false);
    view! {
        <label class="drop panel" class:drop--over=move || over.get()
            on:dragover=move |event: DragEvent| { event.prevent_default(); over.set(true); }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event: DragEvent| {
                event.prevent_default();
                over.set(false);
                if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
                    take(all_of(&files));
                }
            }>
            <svg class="drop__icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d="M12 15V4M7.5 8 12 3.5 16.5 8M4 15v5h16v-5"/>
            </svg>
            <span>{words}</span>
            <input class="drop__field" type="file" multiple=several accept=accept
                on:change=move |event| {
                    let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
                    let Some(input) = input else {
                        return;
                    };
                    if let Some(files) = input.files() {
                        take(all_of(&files));
                    }
                    // The same file may be chosen again once it has changed.
                    input.set_value("");
                }/>
        </label>
    }
}
