//! The two buttons of a review, or why there are none.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::Faultless;
use super::outcome::{Outcome, said};
use super::why_not::WhyNot;
use crate::ui::api::{Me, Title, records as named};
use crate::ui::state::use_desk;

/// The buttons.
#[component]
pub fn Decide(records: Memo<Vec<Title>>, faultless: Faultless) -> impl IntoView {
    let desk = use_desk();
    let note = RwSignal::new(String::new());
    let wants_note = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let outcome = RwSignal::new(None::<Outcome>);
    let waiting = Memo::new(move |_| {
        let mut waiting = records.get();
        waiting.retain(|title| title.state == "proposed");
        waiting
    });
    let why_not = Memo::new(move |_| {
        let me = desk.me.get();
        records.with(|records| WhyNot::of(me.as_ref(), records))
    });
    let decide = move |path: &'static str, mut with: Value, done: Outcome| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        with["records"] = named(&waiting.get_untracked());
        spawn_local(async move {
            let result = desk.ask().with(with).post::<Value>(path).await;
            if let Err(error) = &result {
                desk.note(error);
            }
            busy.set(false);
            outcome.set(Some(result.map_or_else(Outcome::Failed, |_| done)));
            desk.refresh();
        });
    };
    let approve = move |_| decide("/approve", json!({}), Outcome::Approved);
    let send_back = move |_| {
        let note = note.get_untracked();
        let note = note.trim();
        wants_note.set(note.is_empty());
        if !note.is_empty() {
            decide("/send-back", json!({ "note": note }), Outcome::SentBack);
        }
    };
    let publishes = move || desk.me.with(|me| me.as_ref().is_some_and(Me::publishes));
    view! {
        <section class="review__decide" aria-label=move || desk.words().review_decision>
            <div role="status" aria-live="polite">
                {move || outcome.get().map(|outcome| said(desk, outcome))}
            </div>
            {move || match why_not.get() {
                // What was just done is said above.
                Some(why) => outcome.with(|outcome| !matches!(outcome, Some(Outcome::Approved | Outcome::SentBack)))
                    .then(|| view! { <p class="strip">{why.words(desk.words())}</p> }).into_any(),
                None => view! {
                    <label class="field">
                        <span class="field__name">{move || desk.words().review_note}</span>
                        <textarea class="input input--area" rows="2" maxlength="300" id="review-note"
                            aria-describedby="review-note-fault"
                            aria-invalid=move || wants_note.get().then_some("true")
                            on:input=move |event| {
                                note.set(event_target_value(&event));
                                wants_note.set(false);
                            }></textarea>
                    </label>
                    <p class="field__fault" id="review-note-fault" role="alert">
                        {move || wants_note.get().then(|| desk.words().review_wants_note)}
                    </p>
                    <div class="review__buttons">
                        <button type="button" class="btn" disabled=move || busy.get()
                            on:click=send_back>{move || desk.words().send_back}</button>
                        <button type="button" class="btn btn--main"
                            disabled=move || busy.get() || faultless.get() != Some(true)
                            on:click=approve>{move || desk.words().pass}</button>
                    </div>
                }.into_any(),
            }}
            <Show when=move || { publishes() && records.with(|all| all.iter().any(|title| title.state == "approved")) }>
                <a class="btn review__next" href="/desk/publish">{move || desk.words().publish}</a>
            </Show>
        </section>
    }
}
