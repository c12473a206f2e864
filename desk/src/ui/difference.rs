//! What readers will see changed, in their words: gone and new are elements, which a screen
//! reader says too.

use desk::difference::{Part, parts};
use leptos::prelude::*;

/// A comparison, with its marks drawn.
pub fn difference(text: &str) -> impl IntoView + use<> {
    let part = |part: Part<'_>| match part {
        Part::Same(words) => words.to_owned().into_any(),
        Part::Gone(words) => view! { <del>{words.to_owned()}</del> }.into_any(),
        Part::New(words) => view! { <ins>{words.to_owned()}</ins> }.into_any(),
    };
    parts(text).into_iter().map(part).collect_view()
}
