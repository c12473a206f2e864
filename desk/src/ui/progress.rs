//! What is said of uploads under way.

use desk::words::fill;
use leptos::prelude::*;

use super::state::use_desk;
use super::when::bytes;

/// All uploads under way, wherever in the desk somebody is.
#[component]
pub fn Uploads() -> impl IntoView {
    let desk = use_desk();
    let numbers = Memo::new(move |_| desk.uploads.numbers());
    view! {
        <Show when=move || numbers.with(|numbers| !numbers.is_empty())>
            <section class="uploads panel" aria-label=move || desk.words().uploading>
                <For each=move || numbers.get() key=|number| *number let:number>
                    <One number/>
                </For>
            </section>
        </Show>
    }
}

/// One of them.
#[component]
fn One(number: u32) -> impl IntoView {
    let desk = use_desk();
    let progress = Memo::new(move |_| desk.uploads.of(number));
    let name = move || progress.get().map(|one| one.name);
    let far = move || {
        let one = progress.get()?;
        Some(match one.sent < one.total {
            true => {
                let percent = (100.0 * one.sent / one.total).floor().to_string();
                let values = [&*bytes(one.sent), &bytes(one.total), &percent];
                fill(desk.words().uploaded_so_far, &values)
            }
            false => desk.words().upload_is_checked.to_owned(),
        })
    };
    let waits = move || progress.with(|one| one.as_ref().is_some_and(|one| one.waits));
    view! {
        <div class="uploads__one">
            <p class="uploads__name">{name}</p>
            <button type="button" class="btn btn--small"
                aria-label=move || fill(desk.words().cancel_upload, &[&name().unwrap_or_default()])
                on:click=move |_| desk.uploads.call_off(number)>
                {move || desk.words().cancel}
            </button>
            <progress class="uploads__bar" aria-label=name
                max=move || progress.get().map(|one| one.total.to_string())
                value=move || progress.get().map(|one| one.sent.to_string())></progress>
            <p class="small" role="status">
                {far}
                {move || waits().then(|| view! { <b class="heat">" "{desk.words().upload_waits}</b> })}
            </p>
        </div>
    }
}
