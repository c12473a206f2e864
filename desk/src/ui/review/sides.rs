//! Before and after: one at a time, in the same place, so that what differs is seen by going
//! there and back. Two beside each other have no room on a phone.

use leptos::prelude::*;

use crate::ui::api::Title;
use crate::ui::state::use_desk;

/// What is seen of a record: as readers have it, and as it was last saved.
#[derive(Clone, Copy, Debug)]
pub struct Sides {
    before: Option<i64>,
    /// None where it is removed.
    pub after: Option<i64>,
}

impl Sides {
    /// Of a record.
    pub fn of(title: &Title) -> Self {
        Self {
            before: title.live,
            after: (!title.removed).then_some(title.revision),
        }
    }

    /// The revision of a side.
    pub fn of_side(self, is_after: bool) -> Option<i64> {
        if is_after { self.after } else { self.before }
    }
}

/// The buttons.
#[component]
pub fn Switch(is_after: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let side = move |wanted: bool| {
        view! {
            <button type="button" class="seg__item review__side"
                aria-pressed=move || (is_after.get() == wanted).to_string()
                on:click=move |_| is_after.set(wanted)>
                {move || if wanted { desk.words().after } else { desk.words().before }}
            </button>
        }
    };
    view! {
        <div class="seg" role="group" aria-label=move || desk.words().before_after>
            {side(false)}{side(true)}
        </div>
    }
}

/// Why there is nothing to see.
#[component]
pub fn Nothing(is_after: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    view! {
        <p class="small">
            {move || if is_after.get() { desk.words().not_after } else { desk.words().not_before }}
        </p>
    }
}
