//! The bar that is everywhere: where one can go, what readers see, what is not published.

use desk::words::fill;
use gloo_net::http::Method;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use super::state::{Desk, use_desk};
use super::when;

/// What records of a kind are called together.
pub fn kinds_of(desk: Desk, kind: &str, id: &str) -> String {
    if kind == "asset" {
        return desk.words().media.to_owned();
    }
    let english = desk.english.get();
    desk.forms.with(|forms| {
        let form = forms.of(kind, id);
        form.map_or_else(String::new, |form| match english {
            true => form.en.clone(),
            false => form.zh.clone(),
        })
    })
}

/// The bar.
#[component]
pub fn Bar() -> impl IntoView {
    let desk = use_desk();
    let path = use_location().pathname;
    let link = move |href: &'static str, name: fn(&desk::words::Words) -> &'static str| {
        let here = move || {
            let path = path.get();
            match href {
                "/desk/" => path == "/desk/" || path == "/desk",
                href => {
                    let parts = ["/list/", "/edit/", "/sheets/"];
                    let mut parts = parts.iter().map(|part| href.replace("/list/", part));
                    parts.any(|part| path.starts_with(&part))
                }
            }
        };
        view! {
            <a class="nav__link" href=href aria-current=move || here().then_some("page")>
                {move || name(desk.words())}
            </a>
        }
    };
    let live = move || {
        let words = desk.words();
        let publishes = desk.publishes.get()?;
        Some(match publishes.publishes.first() {
            Some(last) => format!(
                "{}，{}",
                fill(words.live_now, &[&last.publish.to_string()]),
                when::moment(last.at)
            ),
            None => words.never_published.to_owned(),
        })
    };
    let waiting = Memo::new(move |_| desk.unpublished().len());
    let leave = move |_| {
        spawn_local(async move {
            // Signed out or not, it is asked for again.
            let _ = desk.ask().send(Method::DELETE, "/session").await;
            desk.me.set(None);
            desk.expired.set(false);
        });
    };
    view! {
        <header class="top">
            <a class="skip" href="#main">{move || desk.words().skip}</a>
            <div class="top__in">
                <a class="brand" href="/desk/">
                    <span class="tile" aria-hidden="true"><span class="tile__n">"13"</span><span class="tile__s">"Al"</span></span>
                    <span class="brand__name">
                        {move || desk.words().desk}
                        <span class="brand__of">{move || desk.words().alliance}</span>
                    </span>
                </a>
                <nav class="nav" aria-label=move || desk.words().desk>
                    {link("/desk/", |words| words.home)}
                    {link("/desk/list/article", |words| words.articles)}
                    {link("/desk/list/company", |words| words.companies)}
                    {link("/desk/list/indicator", |words| words.figures)}
                    {link("/desk/media", |words| words.media)}
                    {link("/desk/list/source", |words| words.sources)}
                    {link("/desk/more", |words| words.more)}
                </nav>
                <div class="top__end">
                    <p class="live">
                        <span class="live__now">{live}</span>
                        <span class="live__wait">
                            {move || match waiting.get() {
                                0 => desk.words().all_published.to_owned(),
                                count => fill(desk.words().unpublished, &[&count.to_string()]),
                            }}
                        </span>
                    </p>
                    <a class="btn btn--main" href="/desk/publish">{move || desk.words().publish}</a>
                    <details class="me">
                        <summary class="btn btn--bare">{move || desk.me.get().map(|me| me.name)}</summary>
                        <div class="me__menu panel">
                            <button type="button" class="btn btn--bare" lang=move || if desk.english.get() { "zh-Hans" } else { "en" }
                                on:click=move |_| {
                                    desk.english.update(|english| *english = !*english);
                                    desk.refresh();
                                }>{move || desk.words().other_language}</button>
                            <a class="btn btn--bare" href="/" target="_blank">{move || desk.words().open_site}</a>
                            <button type="button" class="btn btn--bare" on:click=leave>{move || desk.words().sign_out}</button>
                        </div>
                    </details>
                </div>
            </div>
        </header>
    }
}
