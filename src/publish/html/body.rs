//! The app, rendered to text.

use std::sync::Once;

use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::app::App;
use crate::content::Lang;
use crate::library::Embedded;

/// What stands between the `<body>` tags: exactly what the app renders, so
/// that it can take over.
pub fn body(path: &str, embedded: Embedded, lang: Lang) -> String {
    static EXECUTOR: Once = Once::new();
    // Somebody else may have chosen one before, as a test's server does: then
    // that one serves.
    EXECUTOR.call_once(|| drop(any_spawner::Executor::init_futures_executor()));

    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        provide_context(RequestUrl::new(path));
        view! { <App embedded lang /> }.to_html()
    });
    owner.unset_with_forced_cleanup();
    // What leptos puts between texts is a comment to every parser, but only
    // written like this is it one by the rules. In text and attributes `<` is
    // escaped: it stands nowhere else.
    html.replace("<!>", "<!---->")
}
