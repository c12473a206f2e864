//! Back to an earlier publish, with a look at what that undoes.

use desk::words::fill;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::{Difference, Going};
use crate::ui::api::Ask;
use crate::ui::difference::difference;
use crate::ui::state::Desk;

/// What readers would see changed, and the button that does it.
#[component]
pub fn GoBack(
    desk: Desk,
    going: RwSignal<Going>,
    looked: RwSignal<Option<i64>>,
    number: i64,
) -> impl IntoView {
    let changes = LocalResource::new(move || {
        let english = desk.english.get();
        let path = format!("/diff?from=live&to=publish:{number}");
        async move { Ask::new(english).get::<Difference>(&path).await }
    });
    let go_back = move |_| {
        let words = desk.words_now();
        looked.set(None);
        going.set(Going::On(words.publishing.to_owned()));
        spawn_local(async move {
            let to = json!({ "to": number });
            let result = desk.ask().with(to).post::<Value>("/rollback").await;
            going.set(match result {
                Ok(answer) => {
                    Going::Done(fill(words.publish_done, &[&answer["publish"].to_string()]))
                }
                Err(error) => Going::Failed(
                    fill(words.publish_failed, &[&error.to_string()]),
                    Vec::new(),
                ),
            });
            desk.refresh();
        });
    };
    let words = move || desk.words();
    view! {
        <div class="go-back" role="group" aria-label=move || words().roll_back>
            <p>{move || fill(words().roll_back_sure, &[&number.to_string()])}</p>
            {move || changes.get().map(|answer| match answer {
                Ok(answer) => view! {
                    <pre class="panel diff go-back__changes" tabindex="0" aria-label=words().changes_title>
                        {difference(&answer.text)}
                    </pre>
                    <div class="go-back__ways">
                        <button type="button" class="btn btn--main" on:click=go_back>{words().roll_back_now}</button>
                        <button type="button" class="btn" on:click=move |_| looked.set(None)>{words().cancel}</button>
                    </div>
                }.into_any(),
                Err(error) => view! { <p class="strip strip--heat">{error.to_string()}</p> }.into_any(),
            })}
        </div>
    }
}
