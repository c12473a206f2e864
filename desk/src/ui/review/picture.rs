//! A picture before and after.

use leptos::prelude::*;

use super::sides::{Nothing, Sides, Switch};
use crate::ui::api::Title;

/// The picture's file.
#[component]
pub fn Picture(title: Title) -> impl IntoView {
    let sides = Sides::of(&title);
    let is_after = RwSignal::new(sides.after.is_some());
    let id = title.id;
    view! {
        <Switch is_after/>
        {move || match sides.of_side(is_after.get()) {
            Some(revision) => {
                let src = format!("/api/v1/assets/{id}?revision={revision}");
                view! { <img class="review__picture" src=src alt=id.clone()/> }.into_any()
            }
            None => view! { <Nothing is_after/> }.into_any(),
        }}
    }
}
