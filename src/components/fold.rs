//! A section that opens: its heading says the result, so that many readers need
//! not open it. Paper shows all of it.

use markup::{Content, Markup, Reactive, markup};

/// A section under an `h2`; `result` stands beside it.
pub fn fold(
    id: &'static str,
    heading: &'static str,
    result: Content<Reactive>,
    inside: Content<Reactive>,
) -> Markup<Reactive> {
    markup! {
        <details class="fold">
            <summary class="fold__summary">
                <h2 class="fold__heading" id={id}>{heading}</h2>
                " "
                <span class="fold__result">{result}</span>
            </summary>
            {inside}
        </details>
    }
}
