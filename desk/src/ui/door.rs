//! Signing in: at the beginning, and over what is being written when a session has ended.

use desk::words::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;
use web_sys::SubmitEvent;

use super::api::{ApiError, Me};
use super::state::use_desk;

/// The form.
#[component]
pub fn Door() -> impl IntoView {
    let desk = use_desk();
    let name = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let code = RwSignal::new(String::new());
    let wants_code = RwSignal::new(false);
    let trouble = RwSignal::new(None::<fn(&Words) -> &'static str>);
    let busy = RwSignal::new(false);
    let enter = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let mut with =
                json!({ "name": name.get_untracked(), "password": password.get_untracked() });
            if wants_code.get_untracked() {
                with["code"] = code.get_untracked().into();
            }
            let signed = desk.ask().with(with).post::<Me>("/session").await;
            busy.set(false);
            match signed {
                Ok(me) => desk.enter(me),
                Err(ApiError::SignIn(why)) => match &*why {
                    "code-wanted" => {
                        wants_code.set(true);
                        trouble.set(None);
                    }
                    "too-many" => trouble.set(Some(|words| words.too_many)),
                    _ => trouble.set(Some(|words| words.refused)),
                },
                Err(_) => trouble.set(Some(|words| words.offline)),
            }
        });
    };
    view! {
        <div
            class="door"
            class:door--over=move || desk.expired.get()
            role=move || if desk.expired.get() { "dialog" } else { "main" }
            aria-modal=move || desk.expired.get().then_some("true")
            aria-labelledby="door-t"
        >
            <form class="door__card panel" on:submit=enter>
                <h1 class="door__title" id="door-t">{move || desk.words().desk}" · "{move || desk.words().sign_in}</h1>
                <p class="small">{move || match desk.expired.get() {
                    true => desk.words().signed_out,
                    false => desk.words().alliance,
                }}</p>
                <label class="field"><span class="field__name">{move || desk.words().account}</span>
                    <input class="input" name="username" autocomplete="username" required=true
                        on:input=move |event| name.set(event_target_value(&event))/></label>
                <label class="field"><span class="field__name">{move || desk.words().password}</span>
                    <input class="input" type="password" name="password" autocomplete="current-password" required=true
                        on:input=move |event| password.set(event_target_value(&event))/></label>
                <Show when=move || wants_code.get()>
                    <label class="field"><span class="field__name">{move || desk.words().code}</span>
                        <input class="input" inputmode="numeric" autocomplete="one-time-code" required=true
                            on:input=move |event| code.set(event_target_value(&event))/></label>
                </Show>
                <p class="field__fault" role="alert">
                    {move || trouble.get().map(|words| words(desk.words()))}
                    {move || match desk.trouble.get() {
                        Some(ApiError::Offline) => Some(desk.words().offline),
                        _ => None,
                    }}
                </p>
                <button class="btn btn--main door__go" type="submit" disabled=move || busy.get()>
                    {move || desk.words().sign_in}
                </button>
                <p class="small">{move || desk.words().local_sign_in}</p>
            </form>
        </div>
    }
}
