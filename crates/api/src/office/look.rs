//! The page of a record as it is being written, by the site's own renderer.

use std::sync::Arc;

use axum::response::Response;
use model::Lang;
use model::routes::{Address, PICTURES, Route};
use server::preview::{Still, Unshown};
use store::{FILE, Key, Which};
use tokio::sync::Mutex;

use super::Office;
use super::error::OfficeError;
use crate::BASE;

/// A page, as a browser is given it.
#[derive(Clone, Debug)]
pub struct Looked {
    /// Where readers would find it.
    pub path: String,
    /// The page. Its pictures are those of [`Office::looked_at`].
    pub html: String,
}

/// What was looked at last, for its pictures.
#[derive(Debug, Default)]
pub struct LastLooked(Mutex<Option<Arc<Still>>>);

impl Office {
    /// The page on which a record is read, with the record as somebody is writing it.
    ///
    /// # Errors
    /// [`OfficeError::Faults`] when what is written has some.
    pub async fn look(
        &self,
        key: &Key,
        content: &str,
        lang: Lang,
    ) -> Result<Option<Looked>, OfficeError> {
        let Some(route) = route_of(key) else {
            return Ok(None);
        };
        let path = Address::new(lang, route).path();
        let still = match self.look_over(&Which::Drafts, key, content, lang).await {
            // A fault in another draft hides no page: then beside what readers see.
            Err(OfficeError::Faults(_)) => {
                self.look_over(&Which::Ready, key, content, lang).await?
            }
            looked => looked?,
        };
        let page = {
            let (still, path) = (Arc::clone(&still), path.clone());
            tokio::task::spawn_blocking(move || still.page(&path)).await
        };
        *self.looked.0.lock().await = Some(still);
        let html = page.map_err(|_| OfficeError::Broken)?;
        Ok(html.map(|html| Looked {
            path,
            html: with_own_pictures(&at_rest(&html)),
        }))
    }

    async fn look_over(
        &self,
        which: &Which,
        key: &Key,
        content: &str,
        lang: Lang,
    ) -> Result<Arc<Still>, OfficeError> {
        let app = self.app()?;
        let mut desk = self.shown.lock().await;
        desk.folder.follow(&**self.store(), which).await?;
        desk.folder.lay(key, content)?;
        let dir = desk.folder.dir().to_owned();
        let still = desk.work(move |cache| Still::read(&dir, 0, app, lang, cache));
        let still = still.await?.map_err(|unshown| match unshown {
            Unshown::Faults(faults) => OfficeError::Faults(faults),
            Unshown::Documents(error) => OfficeError::Unshown(error),
        })?;
        Ok(Arc::new(still))
    }

    /// A picture of what was looked at last.
    pub async fn looked_at(&self, name: &str) -> Option<Response> {
        let still = self.looked.0.lock().await.clone()?;
        let path = format!("{PICTURES}{name}");
        tokio::task::spawn_blocking(move || still.answer(&path))
            .await
            .ok()
    }
}

/// The page on which most of a record stands; none of what is on no page of its own.
fn route_of(key: &Key) -> Option<Route> {
    let id = || key.id().to_owned();
    Some(match key.kind() {
        "article" => Route::Article(id()),
        "company" => Route::Member(id()),
        "event" => Route::Event(id()),
        "indicator" => Route::Figures,
        "paper" => Route::Papers,
        "role" => Route::About,
        "factor" | "preset" | "material" => Route::Chain(None),
        FILE => match key.id() {
            "alliance" => Route::About,
            "chain" => Route::Chain(None),
            "indicators" => Route::Figures,
            _ => return None,
        },
        _ => return None,
    })
}

/// The page without its scripts, and without what is fetched ahead for them: it is only
/// looked at.
fn at_rest(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    loop {
        let script = rest.find("<script").map(|at| (at, "</script>"));
        let ahead = ["<link rel=\"modulepreload\"", "<link rel=\"preload\""];
        let ahead = ahead.iter().filter_map(|tag| rest.find(tag)).min();
        let next = script.into_iter().chain(ahead.map(|at| (at, ">"))).min();
        let Some((at, end)) = next else {
            return out + rest;
        };
        out.push_str(&rest[..at]);
        let length = rest[at..].find(end).map(|length| length + end.len());
        rest = &rest[at + length.unwrap_or(rest.len() - at)..];
    }
}

/// Pictures of what is not published are at an address of the interface.
fn with_own_pictures(html: &str) -> String {
    let own = format!("{BASE}/look{PICTURES}");
    html.replace(&format!("\"{PICTURES}"), &format!("\"{own}"))
        .replace(&format!(", {PICTURES}"), &format!(", {own}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leave_a_page_at_rest() {
        let html = "<head><link rel=\"modulepreload\" href=\"/app.js\">\
                    <link rel=\"stylesheet\" href=\"/site.css\"></head>\
                    <body><script>run()</script><main>铝</main>\
                    <script type=\"application/json\">{}</script></body>";
        let left = "<head><link rel=\"stylesheet\" href=\"/site.css\"></head>\
                    <body><main>铝</main></body>";
        assert_eq!(at_rest(html), left);
    }
}
