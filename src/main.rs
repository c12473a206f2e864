//! The browser's door: hydrates the prerendered page, or mounts on an empty one.

#[cfg(target_arch = "wasm32")]
fn main() {
    use alliance::library::browser::{embedded, fetch_embedded, fetch_words, take_words};
    use alliance::routes::lang_of;
    use leptos::either::Either;
    use leptos::prelude::*;

    alliance::app::set_hook();
    let path = window()
        .location()
        .pathname()
        .unwrap_or_else(|_| "/".to_owned());
    if let Some(embedded) = embedded(&path) {
        if !take_words() {
            // The page stays as it is, and its script says so.
            wasm_bindgen::throw_str("the words are of another version of the app");
        }
        let lang = lang_of(&embedded.path);
        // In a task of its own: between two short ones a reader's tap gets through.
        let hydrate = move || {
            leptos::mount::hydrate_body(move || view! { <alliance::app::App embedded lang /> });
        };
        set_timeout(hydrate, std::time::Duration::ZERO);
        return;
    }
    // No page was prerendered here, as under `trunk serve`.
    wasm_bindgen_futures::spawn_local(async move {
        let lang = lang_of(&path);
        let words = fetch_words(lang).await;
        let documents = fetch_embedded(&path).await;
        if let Some(body) = document().body() {
            // Without its words it cannot say more than this.
            body.set_text_content(
                words
                    .is_err()
                    .then_some("加载失败，请刷新。Reload, please."),
            );
        }
        if words.is_err() {
            return;
        }
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", lang.tag());
        }
        leptos::mount::mount_to_body(move || match documents {
            Ok(embedded) => Either::Left(view! { <alliance::app::App embedded lang /> }),
            Err(error) => {
                provide_context(lang);
                Either::Right(
                    view! { <alliance::components::LoadFailed error=error retry=Callback::new(|()| {
                        let _ = window().location().reload();
                    }) /> },
                )
            }
        });
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This half of the site runs in a browser: build it with Trunk. Here, run `site`.");
    std::process::exit(2);
}
