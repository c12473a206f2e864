//! 问这个数: how a number comes about, from what and from whom, what it leaves
//! out; and the question the other way round.

mod explain;
mod reverse;

use leptos::prelude::*;

use super::state::{Chain, use_chain};
use crate::library::use_words;
use chain::Output;
use explain::explain;
use markup::{IntoErasedView, Markup, Reactive, markup, reactive};
use model::words::fill;
use reverse::reverse;

/// The card of the number that is asked about; nothing while none is.
pub fn ask_card() -> Markup<Reactive> {
    let chain = use_chain();
    let inside = move || chain.asked.get().map(|output| card(chain, output));
    markup! { <div class="ask-place" translate="no">{inside.erased()}</div> }
}

fn card(chain: Chain, output: Output) -> Markup<Reactive> {
    let words = &use_words().ask;
    let model = chain.model();
    let name = model.output(output);
    let facts = reactive(move || {
        let model = chain.model();
        let query = chain.shown_query.get();
        chain
            .throttled
            .with(|shown| explain(&model, shown, output, &query))
    });
    let mut card = markup! {
        <section
            class="ask-card"
            id="ask"
            role="dialog"
            tabindex="-1"
            aria-label={fill(use_words().levers.ask, &[name])}
            on:keydown={move |event| if event.key() == "Escape" { close(chain) }}
        >
            <button
                type="button"
                class="button button--quiet ask-card__close"
                on:click={move |_| close(chain)}
            >
                {words.close}
            </button>
            {facts}
            {reverse(chain, output)}
        </section>
    };
    card.mounted(|_| {
        #[cfg(target_arch = "wasm32")]
        super::presses::focus_card();
    });
    card
}

/// Closes the card; the focus goes back to the number.
fn close(chain: Chain) {
    #[cfg(target_arch = "wasm32")]
    if let Some(output) = chain.asked.get_untracked() {
        super::presses::focus_number(output.key());
    }
    chain.asked.set(None);
}
