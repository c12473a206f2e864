//! One record of a review: what it is, who saved it and why, its page before and after.

use desk::words::fill;
use leptos::prelude::*;
use serde::Deserialize;

use super::pages::Pages;
use super::picture::Picture;
use crate::ui::api::{Ask, Revision, Title};
use crate::ui::bar::kinds_of;
use crate::ui::editor::state_words;
use crate::ui::find::address;
use crate::ui::preview::has_page;
use crate::ui::state::use_desk;
use crate::ui::when;

#[derive(Clone, Debug, Deserialize)]
struct Past {
    revisions: Vec<Revision>,
}

/// The record.
#[component]
pub fn Record(title: Title) -> impl IntoView {
    let desk = use_desk();
    let (kind, id) = (title.kind.clone(), title.id.clone());
    let saved = LocalResource::new(move || {
        let path = format!("/history/{kind}/{id}?most=1");
        async move {
            // Without it the review is as good.
            let past = Ask::default().get::<Past>(&path).await.ok()?;
            past.revisions.into_iter().next()
        }
    });
    let state = title.clone();
    let (kind, id) = (title.kind.clone(), title.id.clone());
    let (of_kind, of_id) = (kind.clone(), id.clone());
    let href = match &*kind {
        "asset" => "/desk/media".to_owned(),
        _ => address(&kind, &id, ""),
    };
    let looks = match &*kind {
        "asset" if id.starts_with("media/") => view! { <Picture title=title.clone()/> }.into_any(),
        _ if has_page(&kind, &id) => view! { <Pages title=title.clone()/> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <section class="panel review__record">
            <h2>
                <span class="small">{move || kinds_of(desk, &kind, &id)}</span>" "
                <a href=href>{move || desk.called(&of_kind, &of_id)}</a>" "
                {move || state_words(desk, &state)}
            </h2>
            {move || saved.get().flatten().map(|one| view! {
                <p class="small">
                    {fill(desk.words().review_saved, &[&one.who, &when::moment(one.at)])}
                    {(!one.why.is_empty()).then(|| view! { " "<q>{one.why.clone()}</q> })}
                </p>
            })}
            {title.note.clone().map(|note| view! {
                <p class="small">{move || desk.words().note_for_writer}"：" <q>{note.clone()}</q></p>
            })}
            {looks}
        </section>
    }
}
