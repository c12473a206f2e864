//! The desk as a whole: its addresses, its bar, its door.

use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use super::bar::Bar;
use super::door::Door;
use super::editor::EditorPage;
use super::history::HistoryPage;
use super::home::{AllToDo, Home};
use super::list::{ListPage, MorePage};
use super::media::MediaPage;
use super::new::NewPage;
use super::progress::Uploads;
use super::publish::PublishPage;
use super::review::ReviewPage;
use super::sheets::SheetsPage;
use super::state::Desk;

/// All of it.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    provide_context(desk);
    desk.begin();
    // Whoever was here stays where they were when their session ends: the door stands over it.
    let inside = Memo::new(move |_| desk.me.with(Option::is_some) || desk.expired.get());
    let outside = Memo::new(move |_| desk.asked.get() && desk.me.with(Option::is_none));
    view! {
        <Show when=move || inside.get()>
            <Router>
                <Bar/>
                <Routes fallback=|| view! { <Home/> }>
                    <Route path=path!("/desk") view=Home/>
                    <Route path=path!("/desk/todo") view=AllToDo/>
                    <Route path=path!("/desk/list/:kind") view=ListPage/>
                    <Route path=path!("/desk/new/:kind") view=NewPage/>
                    <Route path=path!("/desk/edit/:kind/*id") view=EditorPage/>
                    <Route path=path!("/desk/history/:kind/*id") view=HistoryPage/>
                    <Route path=path!("/desk/publish") view=PublishPage/>
                    <Route path=path!("/desk/review") view=ReviewPage/>
                    <Route path=path!("/desk/sheets/:kind") view=SheetsPage/>
                    <Route path=path!("/desk/media") view=MediaPage/>
                    <Route path=path!("/desk/more") view=MorePage/>
                </Routes>
            </Router>
            <Uploads/>
        </Show>
        <Show when=move || outside.get()>
            <Door/>
        </Show>
    }
}
