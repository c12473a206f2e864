//! What readers saw before, what they will see, and the way back.

use desk::words::fill;
use gloo_net::http::Method;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Going;
use super::go_back::GoBack;
use crate::ui::api::{Published, ToCome};
use crate::ui::state::Desk;
use crate::ui::when;

/// How many publishes are shown, the newest.
const SHOWN: usize = 8;

/// Those to come, and those before.
#[component]
pub fn Past(desk: Desk, going: RwSignal<Going>) -> impl IntoView {
    // The publish to go back to, while somebody looks at what that undoes.
    let looked = RwSignal::new(None::<i64>);
    let before = move |at: usize, one: &Published| {
        let number = one.publish;
        let way = match at {
            0 => {
                view! { <span class="tag tag--water">{desk.words().readers_see}</span> }.into_any()
            }
            _ => view! {
                <button type="button" class="btn btn--small"
                    aria-expanded=move || (looked.get() == Some(number)).to_string()
                    on:click=move |_| looked.update(|looked| {
                        *looked = (*looked != Some(number)).then_some(number);
                    })>
                    {desk.words().roll_back}
                </button>
            }
            .into_any(),
        };
        view! {
            <li>
                <div class="past__row">
                    <b>{number}</b>
                    <span>{when::moment(one.at)}" "{one.who.clone()}" "{one.why.clone()}</span>
                    {way}
                </div>
                <Show when=move || looked.get() == Some(number)>
                    <GoBack desk going looked number/>
                </Show>
            </li>
        }
    };
    view! {
        <section class="panel step" aria-labelledby="past-t">
            <h2 id="past-t">{move || desk.words().past}</h2>
            <ul class="past">
                {move || desk.publishes.get().map(|all| {
                    let to_come = all.scheduled.iter().map(|one| to_come(desk, one)).collect_view();
                    let past = all.publishes.iter().take(SHOWN).enumerate();
                    let past = past.map(|(at, one)| before(at, one)).collect_view();
                    view! { {to_come}{past} }
                })}
            </ul>
        </section>
    }
}

/// A publish to come, which can be called off.
fn to_come(desk: Desk, one: &ToCome) -> impl IntoView + use<> {
    let number = one.number;
    let call_off = move |_| {
        spawn_local(async move {
            let path = format!("/scheduled/{number}");
            if let Err(error) = desk.ask().send(Method::DELETE, &path).await {
                desk.note(&error);
            }
            desk.refresh();
        });
    };
    view! {
        <li class="past__row">
            <b>"·"</b>
            <span>{fill(desk.words().scheduled, &[&when::moment(one.due)])}" "{one.who.clone()}</span>
            <button type="button" class="btn btn--small" on:click=call_off>{desk.words().call_off}</button>
        </li>
    }
}
