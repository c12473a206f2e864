//! Pictures: what there is, where each is used, what is missing, and new ones.

use desk::words::{Words, fill};
use leptos::prelude::*;

use super::browser::{by_id, window};
use super::crop::CropDialog;
use super::drop::DropFile;
use super::faults::mark;
use super::picture::Chosen;
use super::pictures::{Picture, PictureList};
use super::state::{Desk, use_desk};
use super::when::bytes;

/// Which pictures are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Only {
    All,
    LacksAlt,
    LacksCredit,
    Unused,
}

impl Only {
    const ALL: [Self; 4] = [Self::All, Self::LacksAlt, Self::LacksCredit, Self::Unused];

    fn takes(self, one: &Picture) -> bool {
        match self {
            Self::All => true,
            Self::LacksAlt => one.lacks_alt,
            Self::LacksCredit => one.lacks_credit,
            Self::Unused => one.uses.is_empty(),
        }
    }

    fn words(self, words: &'static Words) -> &'static str {
        match self {
            Self::All => words.see_all,
            Self::LacksAlt => words.lacks_alt,
            Self::LacksCredit => words.lacks_credit,
            Self::Unused => words.unused,
        }
    }
}

/// The page.
#[component]
pub fn MediaPage() -> impl IntoView {
    let desk = use_desk();
    let pictures = PictureList::new(desk);
    pictures.refresh();
    let only = RwSignal::new(Only::All);
    let asked = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let wanted = asked.get().to_lowercase();
        let only = only.get();
        let is_it = |one: &&Picture| {
            only.takes(one)
                && (one.name().to_lowercase().contains(&wanted)
                    || one.file.to_lowercase().contains(&wanted))
        };
        pictures.all.with(|all| {
            let all = all.iter().flatten().filter(is_it);
            all.cloned().collect::<Vec<_>>()
        })
    });
    let count = move |only: Only| {
        pictures.all.with(|all| {
            let all = all.iter().flatten();
            all.filter(|one| only.takes(one)).count()
        })
    };
    view! {
        <main class="media" id="main">
            <div class="media__all">
                <header class="list__head">
                    <h1>{move || desk.words().pictures_title}</h1>
                    <div class="seg">
                        {Only::ALL.map(|one| view! {
                            <button type="button" class="seg__item"
                                aria-pressed=move || (only.get() == one).to_string()
                                on:click=move |_| only.set(one)>
                                {move || one.words(desk.words())}" "{move || count(one)}
                            </button>
                        })}
                    </div>
                    <input class="input list__find" type="search" autocomplete="off"
                        aria-label=move || desk.words().find_picture
                        placeholder=move || desk.words().find_picture
                        on:input=move |event| asked.set(event_target_value(&event))/>
                </header>
                <DropFile words=Signal::derive(move || desk.words().drop_here)
                    accept="image/jpeg,image/png,image/webp,image/gif" several=true
                    take=move |files| pictures.take(files)/>
                <p class="small">{move || desk.words().drop_note}" "{move || desk.words().drop_several}</p>
                <div role="status" class="media__said">
                    {move || pictures.said.get().into_iter().map(|(done, line)| view! {
                        <p class="strip" class:strip--heat=!done>{(!done).then(|| mark(true))}<span>{line}</span></p>
                    }).collect_view()}
                </div>
                <ul class="pics">
                    {move || found.get().into_iter().map(|one| card(desk, pictures, one)).collect_view()}
                </ul>
                {move || (pictures.all.with(Option::is_some) && found.with(Vec::is_empty)).then(|| view! {
                    <p class="small">{desk.words().nothing_here}</p>
                })}
                {move || summed(desk, pictures)}
            </div>
            <Chosen pictures/>
            <CropDialog open=pictures.crop/>
        </main>
    }
}

/// How many there are, and how large together.
fn summed(desk: Desk, pictures: PictureList) -> Option<impl IntoView> {
    let all = pictures.all.get().filter(|all| !all.is_empty())?;
    let sum = |size: fn(&Picture) -> Option<f64>| all.iter().filter_map(size).sum::<f64>();
    let before = sum(|one| Some(one.original?.bytes));
    let after = sum(|one| Some(one.published.iter().map(|size| size.bytes).sum()));
    let values = [&*all.len().to_string(), &bytes(after), &bytes(before)];
    Some(view! { <p class="small">{fill(desk.words().pictures_sum, &values)}</p> })
}

/// On a narrow screen what is said of the chosen one stands below all of them.
fn reveal() {
    const NARROW: f64 = 992.0;
    request_animation_frame(|| {
        let width = window().and_then(|window| window.inner_width().ok()?.as_f64());
        if let Some(details) =
            by_id("picture").filter(|_| width.is_some_and(|width| width < NARROW))
        {
            details.scroll_into_view_with_bool(true);
        }
    });
}

/// A picture of the grid.
fn card(desk: Desk, pictures: PictureList, one: Picture) -> impl IntoView {
    let words = desk.words();
    let file = StoredValue::new(one.file.clone());
    let is_it = move || {
        pictures
            .chosen
            .with(|chosen| chosen.as_ref() == Some(&file.get_value()))
    };
    let used = match one.uses.len() {
        0 => words.unused.to_owned(),
        count => fill(words.used_in, &[&count.to_string()]),
    };
    // What is on no page holds up nothing.
    let blocks = !one.uses.is_empty();
    let lacks = match (one.lacks_alt, one.lacks_credit) {
        (true, _) => Some(words.lacks_alt),
        (false, true) => Some(words.lacks_credit),
        (false, false) => None,
    };
    view! {
        <li class="pic" class:pic--on=is_it>
            <button type="button" class="pic__button" aria-pressed=move || is_it().to_string()
                on:click=move |_| {
                    pictures.chosen.set(Some(file.get_value()));
                    reveal();
                }>
                {match one.revision {
                    Some(_) => view! { <img class="pic__img" src=one.src() alt="" loading="lazy"/> }.into_any(),
                    None => view! { <span class="pic__img pic__img--none">{words.no_file}</span> }.into_any(),
                }}
                <span class="pic__name">
                    {lacks.map(|lacks| view! { {mark(blocks)}<b class:heat=blocks>{lacks}</b>" " })}
                    <span>{one.name()}</span>
                </span>
                <span class="small">{used}"　"{one.sizes()}</span>
            </button>
        </li>
    }
}
