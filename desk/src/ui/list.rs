//! All records of a kind, and all kinds.

use desk::words::fill;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::api::Title;
use super::bar::kinds_of;
use super::editor::state_words;
use super::find::address;
use super::sheets::has_sheets;
use super::state::use_desk;

/// So many are drawn at once.
const AT_ONCE: usize = 100;

/// The records of a kind.
#[component]
pub fn ListPage() -> impl IntoView {
    let desk = use_desk();
    let params = use_params_map();
    let kind = Memo::new(move |_| params.with(|params| params.get("kind").unwrap_or_default()));
    let asked = RwSignal::new(String::new());
    let most = RwSignal::new(AT_ONCE);
    let found = Memo::new(move |_| {
        let wanted = asked.get().to_lowercase();
        let of = |title: &Title| {
            let en = title.en.as_deref().unwrap_or_default().to_lowercase();
            title.zh.to_lowercase().contains(&wanted)
                || en.contains(&wanted)
                || title.id.contains(&wanted)
        };
        let mut all = desk.of_kind(&kind.get());
        all.retain(of);
        all.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.zh.cmp(&b.zh)));
        all
    });
    let fault_counts = move |title: &Title| {
        desk.checked.with(|checked| {
            let faults = checked.as_ref().map(|(checked, _)| &checked.faults);
            let all = faults.into_iter().flatten();
            all.filter(|fault| fault.is_in(&title.kind, &title.id))
                .count()
        })
    };
    view! {
        <main class="plain" id="main">
            <header class="list__head">
                <h1>{move || kinds_of(desk, &kind.get(), "")}</h1>
                <input class="input list__find" type="search" autocomplete="off"
                    aria-label=move || desk.words().search_list
                    placeholder=move || desk.words().search_list
                    on:input=move |event| asked.set(event_target_value(&event))/>
                <Show when=move || has_sheets(&kind.get())>
                    <a class="btn" href=move || format!("/desk/sheets/{}", kind.get())>
                        {move || desk.words().sheets}
                    </a>
                </Show>
                <a class="btn btn--main" href=move || format!("/desk/new/{}", kind.get())>
                    "＋ "{move || desk.words().new_record}
                </a>
            </header>
            <p class="small" role="status">{move || fill(desk.words().count, &[&found.with(Vec::len).to_string()])}</p>
            <ul class="panel list">
                {move || found.get().into_iter().take(most.get()).map(|title| {
                    let faults = fault_counts(&title);
                    view! {
                        <li class="list__row">
                            <a class="list__name" href=address(&title.kind, &title.id, "")>
                                {desk.called(&title.kind, &title.id)}
                            </a>
                            <span class="small">{title.date.clone()}</span>
                            {(faults > 0).then(|| view! { <span class="btn__count">{faults}</span> })}
                            {state_words(desk, &title)}
                        </li>
                    }
                }).collect_view()}
                {move || found.with(Vec::is_empty).then(|| view! {
                    <li class="list__row">{desk.words().nothing_here}</li>
                })}
            </ul>
            <Show when=move || { found.with(Vec::len) > most.get() }>
                <button type="button" class="btn" on:click=move |_| most.update(|most| *most += AT_ONCE)>
                    {move || desk.words().show_more}
                </button>
            </Show>
        </main>
    }
}

/// Every kind of record: nothing of the bundle is out of reach.
#[component]
pub fn MorePage() -> impl IntoView {
    let desk = use_desk();
    view! {
        <main class="plain" id="main">
            <h1>{move || desk.words().more}</h1>
            <ul class="panel list">
                {move || desk.forms.get().kinds.clone().into_iter().map(|form| {
                    let href = match &form.id {
                        Some(id) => address("file", id, ""),
                        None => format!("/desk/list/{}", form.kind),
                    };
                    let count = form.id.is_none().then(|| desk.of_kind(&form.kind).len());
                    let name = if desk.english.get() { form.en } else { form.zh };
                    view! {
                        <li class="list__row">
                            <a class="list__name" href=href>{name}</a>
                            <span class="small">{count.map(|count| fill(desk.words().count, &[&count.to_string()]))}</span>
                        </li>
                    }
                }).collect_view()}
            </ul>
        </main>
    }
}
