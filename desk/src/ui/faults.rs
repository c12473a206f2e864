//! What is wrong with the record, in the words of `site check`: at the field, and together
//! below it. A solid square holds up publishing, a dashed one does not.

use desk::path::Path;
use desk::text;
use desk::words::fill;
use leptos::prelude::*;
use serde_json::Value;
use web_sys::KeyboardEvent;

use super::api::Fault;
use super::browser::composes;
use super::doc::{Doc, go_to};
use super::state::use_desk;

/// What mends a fault is shown on its button if it has no more characters.
const SHORT: usize = 16;

/// The square before a fault.
pub fn mark(blocks: bool) -> impl IntoView {
    let (class, sign) = match blocks {
        true => ("mark", "!"),
        false => ("mark mark--open", "i"),
    };
    view! { <span class=class aria-hidden="true">{sign}</span> }
}

/// A fault at its field, with what mends it.
pub fn line(doc: Doc, fault: Fault) -> impl IntoView {
    let class = match fault.blocks() {
        true => "field__fault",
        false => "field__fault field__fault--open",
    };
    view! {
        <p class=class>
            {mark(fault.blocks())}
            <span>{fault.message.clone()}</span>
            {button(doc, &fault)}
        </p>
    }
}

/// The button that mends a fault in one press, where the check knows what belongs there.
fn button(doc: Doc, fault: &Fault) -> Option<impl IntoView + use<>> {
    let desk = use_desk();
    let mend = fault.mend.clone()?;
    let before = doc.read(|value| text::line(Path::parse(&mend.path).get(value)));
    let (_, after) = text::apart(&before, &mend.value);
    let (short, after) = (
        !after.is_empty() && after.chars().count() <= SHORT,
        after.to_owned(),
    );
    let fault = fault.clone();
    Some(view! {
        <button type="button" class="btn btn--small" on:click=move |_| apply(doc, &fault)>
            {move || match short {
                true => fill(desk.words().mend, &[&after]),
                false => desk.words().mend_it.to_owned(),
            }}
        </button>
    })
}

/// Mends a fault: one step to undo.
fn apply(doc: Doc, fault: &Fault) {
    if let Some(mend) = fault.mend.clone() {
        let path = Path::parse(&mend.path);
        doc.step(|whole| path.set(whole, Some(Value::String(mend.value))));
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
                    apply(doc, fault);
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
                        let to = fault.path();
                        view! {
                            <li class="fault" class:fault--on=move || at.get() == index>
                                {mark(fault.blocks())}
                                <b class="fault__where">{place(&fault)}</b>
                                <span class="fault__what">{fault.message.clone()}</span>
                                <span class="fault__acts">
                                    {button(doc, &fault)}
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
