//! What readers will see changed by a review, in their words, and what stands in the way.

use desk::review::named;
use leptos::prelude::*;
use serde::Deserialize;

use super::Faultless;
use crate::ui::api::{ApiError, Ask, Checked, Fault, Title};
use crate::ui::difference::difference;
use crate::ui::fault_links::fault_links;
use crate::ui::state::use_desk;

#[derive(Clone, Debug, Deserialize)]
struct Difference {
    text: String,
}

#[derive(Clone, Debug)]
struct Found {
    faults: Vec<Fault>,
    /// In readers' words; none where there is nothing to compare with.
    text: Result<Option<String>, ApiError>,
}

async fn look(english: bool, records: &[Title]) -> Result<Found, ApiError> {
    let with = named(records.iter().map(|title| (&*title.kind, &*title.id)));
    let ask = || Ask::new(english);
    let checked: Checked = ask().get(&format!("/check?with={with}")).await?;
    // What is approved already would be no change of what is approved.
    let from = match records.iter().all(|title| title.state != "approved") {
        true => "ready",
        false => "live",
    };
    let path = format!("/diff?from={from}&with={with}");
    let text = match ask().get::<Difference>(&path).await {
        Ok(answer) => Ok(Some(answer.text)),
        // Before the first publish there is no site to compare with.
        Err(ApiError::Faults { .. }) => Ok(None),
        Err(error) => Err(error),
    };
    Ok(Found {
        faults: checked.faults,
        text,
    })
}

/// The changes.
#[component]
pub fn Changes(records: Memo<Vec<Title>>, faultless: Faultless) -> impl IntoView {
    let desk = use_desk();
    let found = LocalResource::new(move || {
        let (english, records) = (desk.english.get(), records.get());
        faultless.set(None);
        async move {
            let found = look(english, &records).await;
            let none = found.as_ref().map(|found| found.faults.is_empty());
            // Somebody may have gone elsewhere meanwhile.
            let _ = faultless.try_set(none.ok());
            found
        }
    });
    let said = move |error: ApiError| match error {
        ApiError::Offline => desk.words().offline.to_owned(),
        error => error.to_string(),
    };
    view! {
        <section class="panel review__changes" aria-labelledby="review-changes-t">
            <h2 id="review-changes-t">{move || desk.words().changes_title}</h2>
            {move || match found.get() {
                None => view! { <p role="status">"…"</p> }.into_any(),
                Some(Err(error)) => view! { <p role="alert">{said(error)}</p> }.into_any(),
                Some(Ok(found)) => view! {
                    {match found.text {
                        Ok(Some(text)) => view! { <pre class="diff review__diff">{difference(&text)}</pre> }.into_any(),
                        Ok(None) => view! { <p class="small">{desk.words().review_first}</p> }.into_any(),
                        Err(error) => view! { <p role="alert">{said(error)}</p> }.into_any(),
                    }}
                    {(!found.faults.is_empty()).then(|| view! {
                        <div class="strip strip--heat">
                            <p>{desk.words().review_faults}</p>
                            {fault_links(desk, &found.faults)}
                        </div>
                    })}
                }.into_any(),
            }}
        </section>
    }
}
