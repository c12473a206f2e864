//! Technical terms: the word in place, and what it means.
//!
//! The browser itself opens and closes an explanation (`popover`): no script is
//! needed. Where it cannot, `boot.js` does; without scripts either they are a list
//! at the foot of the page.

use super::cite;
use crate::library::{use_lang, use_words};
use markup::{Content, Markup, markup};
use model::document::{Span, TermText};
use model::routes::term_anchor;

/// A term in a text, with what closes after it: opens what it means. Not for the
/// inside of a `<label>` or a link, where no button may stand.
pub fn term(id: &str, text: String, closing: Option<String>) -> Markup {
    markup! {
        <span class="term-run">
            <button type="button" class="term" popovertarget={term_anchor(id)}>{text}</button>
            {closing}
        </span>
    }
}

/// A text with its terms.
pub fn with_terms(spans: Vec<Span>) -> Content {
    (spans.into_iter())
        .map(
            |Span {
                 text,
                 term: id,
                 closing,
             }| match id {
                Some(id) => term(&id, text, closing).into(),
                None => text.into(),
            },
        )
        .collect::<Vec<Content>>()
        .into()
}

/// What the page's terms mean, each to be opened where it stands in the text.
pub fn glossary(terms: Vec<TermText>) -> Option<Markup> {
    let words = &use_words().chain;
    (!terms.is_empty()).then(|| {
        markup! {
            <section class="glossary" aria-labelledby="glossary">
                <h2 class="glossary__heading" id="glossary">{words.glossary}</h2>
                {terms.into_iter().map(explanation).collect::<Vec<_>>()}
            </section>
        }
    })
}

fn explanation(term: TermText) -> Markup {
    let words = &use_words().chain;
    let id = term_anchor(&term.id);
    let name = format!("{id}-name");
    markup! {
        <div class="glossary__term" id={id.clone()} popover="auto" role="dialog" aria-labelledby={name.clone()}>
            <p class="glossary__name" id={name}>
                <strong>{term.term}</strong>
                " "
                <span lang={use_lang().beside()}>{term.other_term}</span>
            </p>
            <p>{term.definition} " " {term.source.map(cite)}</p>
            <button
                type="button"
                class="glossary__close"
                popovertarget={id}
                popovertargetaction="hide"
            >
                {words.glossary_close}
            </button>
        </div>
    }
}
