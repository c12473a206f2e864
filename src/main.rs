//! The browser's door: hydrates the prerendered page, or mounts on an empty one.

/// Memory, by a manager that takes a third of the code of the usual one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
mod door {
    use std::time::Duration;

    use alliance::app::App;
    use alliance::components::LoadFailed;
    use alliance::library::browser::{
        embedded, fetch_embedded, fetch_words, has_documents, take_words,
    };
    use leptos::either::Either;
    use leptos::prelude::*;
    use model::document::Embedded;
    use model::routes::lang_of;

    /// Takes the page over in several tasks: between two short ones a reader's tap
    /// gets through.
    pub fn open() {
        alliance::app::set_hook();
        let path = window()
            .location()
            .pathname()
            .unwrap_or_else(|_| "/".to_owned());
        if !has_documents() {
            // No page was prerendered here, as under `trunk serve`.
            return mount(path);
        }
        if !take_words() {
            // The page stays as it is, and its script says so.
            wasm_bindgen::throw_str("the words are of another version of the app");
        }
        let take_over = move || match embedded(&path) {
            Some(embedded) => set_timeout(move || hydrate(embedded), Duration::ZERO),
            // Another page's, served here by a host that knows no better.
            None => mount(path),
        };
        set_timeout(take_over, Duration::ZERO);
    }

    fn hydrate(embedded: Embedded) {
        let lang = lang_of(&embedded.path);
        leptos::mount::hydrate_body(move || view! { <App embedded lang /> });
    }

    fn mount(path: String) {
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
                Ok(embedded) => Either::Left(view! { <App embedded lang /> }),
                Err(error) => {
                    provide_context(lang);
                    let reload = Callback::new(|()| {
                        let _ = window().location().reload();
                    });
                    Either::Right(view! { <LoadFailed error=error retry=reload /> })
                }
            });
        });
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    door::open();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This half of the site runs in a browser: build it with Trunk. Here, run `site`.");
    std::process::exit(2);
}
