//! The app, rendered to text.

use std::sync::{Arc, Once};

use leptos::prelude::*;
use leptos::tachys::view::Position;
use memchr::{memchr, memmem};

use alliance::app::App;
use alliance::components::HeadlineCache;
use alliance::library::{NODES, ROOT};
use alliance::pages::every_page;
use model::Lang;
use model::document::Embedded;

use super::headlines::SiteHeadlines;
use crate::escape::replaced;

/// Writes what stands between the `<body>` tags: the element that the app draws
/// in, with exactly what it renders, so that it can take over. `app` is room for
/// it, used again and again.
pub fn body(embedded: Embedded, lang: Lang, app: &mut String, html: &mut String) {
    static EXECUTOR: Once = Once::new();
    // Somebody else may have chosen one before, as a test's server does: then
    // that one serves.
    EXECUTOR.call_once(|| drop(any_spawner::Executor::init_futures_executor()));

    let owner = Owner::new_root(None);
    app.clear();
    owner.with(|| {
        provide_context::<Arc<dyn HeadlineCache>>(SiteHeadlines::of(&embedded.site));
        let view = view! { <App embedded lang draw=every_page /> };
        view.to_html_with_buf(app, &mut Position::FirstChild, true, false, Vec::new());
    });
    owner.unset_with_forced_cleanup();
    let nodes = count_nodes(app).to_string();
    for part in ["<div id=\"", ROOT, "\" ", NODES, "=\"", &nodes, "\">"] {
        html.push_str(part);
    }
    // What leptos puts between texts is a comment to every parser, but only
    // written like this is it one by the rules. In text and attributes `<` is
    // escaped: it stands nowhere else.
    replaced(app, "<!>", "<!---->", html);
    html.push_str("</div>");
}

/// How many nodes a browser makes of it: elements, comments, texts. `<` and `>`
/// stand nowhere but around tags and around and in comments.
fn count_nodes(html: &str) -> usize {
    let (mut nodes, mut rest) = (0, html.as_bytes());
    while let Some(start) = memchr(b'<', rest) {
        // A text before it, and what it opens itself.
        nodes += usize::from(start > 0);
        rest = &rest[start..];
        nodes += usize::from(!rest.starts_with(b"</"));
        let end = match rest.starts_with(b"<!--") {
            true => memmem::find(rest, b"-->").map(|end| end + 3),
            false => memchr(b'>', rest).map(|end| end + 1),
        };
        rest = &rest[end.unwrap_or(rest.len())..];
    }
    nodes + usize::from(!rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::count_nodes;

    #[test]
    fn counts_elements_comments_and_texts() {
        assert_eq!(count_nodes(""), 0);
        assert_eq!(count_nodes("铝"), 1);
        // p, text, comment, text, br, b, text; text.
        let html = "<p title=\"a &gt; b\">a<!>b<br><b>c &lt; d</b></p>\n";
        assert_eq!(count_nodes(html), 8);
        assert_eq!(count_nodes("<i></i><!--<() />-->"), 2);
    }
}
