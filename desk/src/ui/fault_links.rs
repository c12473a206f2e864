//! What keeps something from being published, with a link to each place.

use leptos::prelude::*;

use super::api::Fault;
use super::faults::mark;
use super::find::address;
use super::state::Desk;

/// More would hide the rest of the page.
const SHOWN: usize = 12;

/// Faults, each with a link to its field.
pub fn fault_links(desk: Desk, faults: &[Fault]) -> impl IntoView + use<> {
    let faults = faults.to_vec();
    view! {
        <ul class="fault-links">
            {faults.into_iter().take(SHOWN).map(|fault| {
                let place = fault.record.clone().unwrap_or_default();
                view! {
                    <li>
                        {mark(true)}
                        <a href=address(&place.kind, &place.id, &place.path)>{desk.called(&place.kind, &place.id)}</a>
                        <span>{fault.message.clone()}</span>
                    </li>
                }
            }).collect_view()}
        </ul>
    }
}
