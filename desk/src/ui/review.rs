//! A review, where the link to it leads: what readers will see changed, before and after,
//! and the two buttons. Made for a phone first.

mod changes;
mod decide;
mod outcome;
mod pages;
mod picture;
mod record;
mod sides;
mod why_not;

use desk::review::{OF, parse};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::api::Title;
use super::state::use_desk;
use changes::Changes;
use decide::Decide;
use record::Record;

/// Whether there are no faults; none while that is not known.
type Faultless = RwSignal<Option<bool>>;

/// The page.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let desk = use_desk();
    desk.refresh();
    let query = use_query_map();
    let named = Memo::new(move |_| query.with(|query| parse(&query.get(OF).unwrap_or_default())));
    let is_there = Memo::new(move |_| desk.titles.with(|titles| !titles.is_empty()));
    let records = Memo::new(move |_| {
        let named = named.get();
        let is_it = |title: &&Title| match named.is_empty() {
            true => title.state == "proposed",
            false => named
                .iter()
                .any(|(kind, id)| *kind == title.kind && *id == title.id),
        };
        desk.titles
            .with(|titles| titles.iter().filter(is_it).cloned().collect::<Vec<_>>())
    });
    let faultless = RwSignal::new(None);
    view! {
        <main class="review" id="main">
            <h1>{move || desk.words().review_title}</h1>
            <Show when=move || is_there.get() fallback=|| view! { <p role="status">"…"</p> }>
                <Show when=move || records.with(|records| !records.is_empty())
                    fallback=move || view! { <p class="panel review__none">{move || desk.words().review_none}</p> }>
                    <Changes records faultless/>
                    // A record that has changed, or has gone a step further, is drawn anew.
                    <For each=move || records.get() key=|title| (title.kind.clone(), title.id.clone(), title.revision, title.state.clone())
                        let:title>
                        <Record title/>
                    </For>
                    <Decide records faultless/>
                </Show>
            </Show>
        </main>
    }
}
