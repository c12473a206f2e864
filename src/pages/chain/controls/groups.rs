//! The levers in their groups, the rarer folded away.

use leptos::prelude::*;

use super::super::notes::describe;
use super::super::state::use_chain;
use super::lever::lever;
use super::waiting;
use crate::library::use_words;
use markup::{Content, Markup, Reactive, markup, reactive};
use model::document::LeverGroup;

/// All levers, and the way back to the preset's values; beside it what else may be
/// done.
pub fn lever_groups(beside: Markup<Reactive>) -> Markup<Reactive> {
    let words = &use_words().levers;
    let chain = use_chain();
    let reset = move || {
        chain.notes.set(Vec::new());
        chain.begin(chain.latest().preset);
    };
    let groups: Vec<Markup<Reactive>> = chain.model().levers.groups.iter().map(group).collect();
    markup! {
        <div class="levers">
            <div class="levers__head">
                <h2 class="levers__heading" id="levers">{words.levers}</h2>
                <p class="levers__needs">{words.needs_app}</p>
                {beside}
                <button
                    type="button"
                    class="button button--quiet levers__reset"
                    on:click={move |_| reset()}
                >
                    {words.reset}
                </button>
            </div>
            {error()}
            {groups}
        </div>
    }
}

/// Why the last change was not followed, said at once.
fn error() -> Content<Reactive> {
    let chain = use_chain();
    reactive(move || {
        let text = chain.error.get().map(|_| describe(chain));
        markup! { <p class="levers__trouble" role="alert">{text}</p> }
    })
}

fn group(group: &LeverGroup) -> Markup<Reactive> {
    let levers: Vec<Markup<Reactive>> = group.levers.iter().map(lever).collect();
    let note = group
        .note
        .clone()
        .map(|note| markup! { <p class="levers__note">{note}</p> });
    if group.rare {
        return markup! {
            <details class="levers__group levers__group--rare">
                <summary class="levers__legend">{group.name.clone()}</summary>
                <fieldset disabled={waiting()}>
                    <legend class="visually-hidden">{group.name.clone()}</legend>
                    {note}
                    {levers}
                </fieldset>
            </details>
        };
    }
    markup! {
        <fieldset class="levers__group" disabled={waiting()}>
            <legend class="visually-hidden">{group.name.clone()}</legend>
            {note}
            {levers}
        </fieldset>
    }
}
