//! The app, rendered to text.

use std::sync::{Arc, Once};

use leptos::prelude::*;
use leptos::tachys::view::Position;
use leptos_router::location::RequestUrl;

use alliance::app::App;
use alliance::components::HeadlineCache;
use model::Lang;
use model::document::Embedded;

use super::escape::replaced;
use super::headlines::Kept;

/// Writes what stands between the `<body>` tags: exactly what the app renders,
/// so that it can take over. `app` is room for it, used again and again.
pub fn body(path: &str, embedded: Embedded, lang: Lang, app: &mut String, html: &mut String) {
    static EXECUTOR: Once = Once::new();
    // Somebody else may have chosen one before, as a test's server does: then
    // that one serves.
    EXECUTOR.call_once(|| drop(any_spawner::Executor::init_futures_executor()));

    let owner = Owner::new_root(None);
    app.clear();
    owner.with(|| {
        provide_context(RequestUrl::new(path));
        provide_context::<Arc<dyn HeadlineCache>>(Kept::of(&embedded.site));
        let view = view! { <App embedded lang /> };
        view.to_html_with_buf(app, &mut Position::FirstChild, true, false, Vec::new());
    });
    owner.unset_with_forced_cleanup();
    // What leptos puts between texts is a comment to every parser, but only
    // written like this is it one by the rules. In text and attributes `<` is
    // escaped: it stands nowhere else.
    replaced(app, "<!>", "<!---->", html);
}
