//! What is wrong with the record, in the words of `site check`: at the field, and together
//! below it. A solid square holds up publishing, a dashed one does not.

use desk::words::fill;
use leptos::prelude::*;
use serde_json::Value;
use web_sys::KeyboardEvent;

use super::api::Fault;
use super::browser::composes;
use super::doc::{Doc, go_to};
use super::state::use_desk;

/// The square before a fault.
pub fn mark(blocks: bool) -> impl IntoView {
    let (class, sign) = match blocks {
        true => ("mark", "!"),
        false => ("mark mark--open", "i"),
    };
    view! { <span class=class aria-hidden="true">{sign}</span> }
}

/// A fault at its field.
pub fn line(fault: Fault) -> impl IntoView {
    let class = match fault.blocks() {
        true => "field__fault",
        false => "field__fault field__fault--open",
    };
    view! {
        <p class=class>
            {mark(fault.blocks())}
            <span>{fault.message.clone()}</span>
        </p>
    }
}

/// Where a fault is, in words.
fn place(fault: &Fault) -> String {
    let desk = use_desk();
    let english = desk.english.get();
    let Some(place) = fault.record.clone() else {
        return String::new();
    };
    desk.forms.with(|forms| {
        let form = forms.of(&place.kind, &place.id);
        let words = form.map(|form| forms.words(form, &fault.path(), english));
        words.unwrap_or_default().join(" › ")
    })
}

/// The value that mends a fault in one press, where the check names one for just this place:
/// an example of a date or a name is nobody's value.
fn mend(fault: &Fault) -> Option<Value> {
    let mends = ["heading-level", "odd-letters", "not-simplified"];
    mends
        .contains(&&*fault.code)
        .then(|| fault.example.clone())
        .flatten()
}

/// The panel below a record: every fault of it, with the way there.
#[component]
pub fn Faults(doc: Doc) -> impl IntoView {
    let desk = use_desk();
    let folded = RwSignal::new(false);
    let at = RwSignal::new(0_usize);
    let own = Memo::new(move |_| doc.own_faults());
    let elsewhere = Memo::new(move |_| {
        let all = doc
            .faults
            .with(|all| all.iter().filter(|one| one.blocks()).count());
        all - own.with(|own| own.iter().filter(|one| one.blocks()).count())
    });
    let go = move |step: isize| {
        let faults = own.get_untracked();
        if faults.is_empty() {
            return;
        }
        let count = faults.len().cast_signed();
        let next = (at.get_untracked().cast_signed() + step).rem_euclid(count);
        at.set(next.cast_unsigned());
        if let Some(fault) = faults.get(next.cast_unsigned()) {
            go_to(&fault.path());
        }
    };
    let mend_one = move |fault: &Fault| {
        if let Some(value) = mend(fault) {
            let path = fault.path();
            doc.step(|whole| path.set(whole, Some(value)));
        }
    };
    let started = StoredValue::new(false);
    let keys = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if composes(&event) {
            return;
        }
        match (event.key().as_str(), event.alt_key()) {
            ("F8", _) => {
                event.prevent_default();
                // The first press goes to the first, not to the second.
                let step = match (event.shift_key(), started.get_value()) {
                    (true, _) => -1,
                    (false, true) => 1,
                    (false, false) => 0,
                };
                started.set_value(true);
                go(step);
            }
            ("Enter", true) => {
                if let Some(fault) = own.get_untracked().get(at.get_untracked()) {
                    event.prevent_default();
                    mend_one(fault);
                }
            }
            _ => {}
        }
    });
    on_cleanup(move || keys.remove());
    let count =
        move |blocks: bool| own.with(|own| own.iter().filter(|one| one.blocks() == blocks).count());
    view! {
        <section class="faults" aria-label=move || desk.words().faults>
            <header class="faults__head">
                <p class="faults__sum" role="status">
                    {move || match (count(true), count(false)) {
                        (0, 0) => view! {
                            <span class="mark mark--ok" aria-hidden="true">"✓"</span>
                            <b>{desk.words().all_good}</b>
                        }.into_any(),
                        (faults, reminders) => view! {
                            {mark(true)}
                            <b>{fill(desk.words().fault_count, &[&faults.to_string()])}</b>
                            {mark(false)}
                            <b>{fill(desk.words().reminder_count, &[&reminders.to_string()])}</b>
                            <span class="small faults__rule">{desk.words().fault_rule}</span>
                        }.into_any(),
                    }}
                    {move || (elsewhere.get() > 0).then(|| view! {
                        <a class="small" href="/desk/todo">
                            {fill(desk.words().elsewhere, &[&elsewhere.get().to_string()])}
                        </a>
                    })}
                </p>
                <Show when=move || own.with(|own| !own.is_empty())>
                    <p class="faults__acts">
                        <button type="button" class="btn btn--small btn--bare" on:click=move |_| {
                            let step = isize::from(started.get_value());
                            started.set_value(true);
                            go(step);
                        }>
                            <kbd>"F8"</kbd>
                            {move || desk.words().next_fault}
                        </button>
                        <button
                            type="button"
                            class="btn btn--small btn--bare"
                            aria-expanded=move || (!folded.get()).to_string()
                            on:click=move |_| folded.update(|folded| *folded = !*folded)
                        >
                            {move || match folded.get() {
                                true => desk.words().unfold,
                                false => desk.words().fold,
                            }}
                        </button>
                    </p>
                </Show>
            </header>
            <Show when=move || !folded.get() && own.with(|own| !own.is_empty())>
                <ul class="faults__list">
                    {move || own.get().into_iter().enumerate().map(|(index, fault)| {
                        let (to, mended) = (fault.path(), fault.clone());
                        let offer = mend(&fault).map(|value| match value {
                            Value::String(text) => text,
                            other => other.to_string(),
                        });
                        view! {
                            <li class="fault" class:fault--on=move || at.get() == index>
                                {mark(fault.blocks())}
                                <b class="fault__where">{place(&fault)}</b>
                                <span class="fault__what">{fault.message.clone()}</span>
                                <span class="fault__acts">
                                    {offer.map(|value| view! {
                                        <button type="button" class="btn btn--small"
                                            on:click=move |_| mend_one(&mended)>
                                            {fill(desk.words().mend, &[&value])}
                                        </button>
                                    })}
                                    <button type="button" class="btn btn--small btn--bare"
                                        on:click=move |_| {
                                            at.set(index);
                                            started.set_value(true);
                                            go_to(&to);
                                        }>
                                        {desk.words().go_there}
                                    </button>
                                </span>
                            </li>
                        }
                    }).collect_view()}
                </ul>
            </Show>
        </section>
    }
}
