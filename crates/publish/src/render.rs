//! The HTML of every page: the app itself, rendered natively, in a document
//! that brings along what the app needs to take over.

mod body;
pub mod head;
mod headlines;
mod moved;

use std::sync::Arc;

use serde::Serialize;
use simdutf8::basic::from_utf8;

use body::body;
pub use moved::moved_page;

use model::Lang;
use model::document::{CHECKSUM, DOCUMENT, Document, Embedded, Site, checksum};
use model::head::{full_title, head as library_head};
use model::routes::{Address, CONTENT_BASE, Door};

use super::app::Record;
use super::documents::Page;
use super::headers::BOOT;
use crate::content_base::ContentBase;
use crate::escape::{script, text};
use crate::origin::Origin;

/// What every page of an edition is made with.
#[derive(Clone, Copy, Debug)]
pub struct PageRenderer<'a> {
    /// The language.
    pub lang: Lang,
    /// What every page shares.
    pub site: &'a Arc<Site>,
    /// The browser's program.
    pub app: &'a Record,
    /// The public address, if it is known.
    pub origin: Option<&'a Origin>,
    /// Where a backend serves the documents, if one does.
    pub content_base: Option<&'a ContentBase>,
    /// Whether pictures for shared links are drawn.
    pub cards: bool,
}

impl PageRenderer<'_> {
    /// Whether pages name the pictures for shared links: only an absolute
    /// address leads to one.
    pub fn has_cards(&self) -> bool {
        self.cards && self.origin.is_some()
    }

    /// Prints the whole HTML of a page.
    ///
    /// # Errors
    /// When the documents cannot be written as JSON.
    pub fn page<'s>(
        &self,
        page: Page,
        buffers: &'s mut RenderBuffers,
    ) -> Result<&'s str, serde_json::Error> {
        let Page {
            address,
            document,
            revision,
            json,
        } = page;
        self.print(
            &address.path(),
            Some(&address),
            document,
            &revision,
            &json,
            buffers,
        )
    }

    /// Prints the whole HTML of the page for an address that no page has. The
    /// path embedded in it is no address, so the app takes it for what it is.
    ///
    /// # Errors
    /// As [`page`](Self::page).
    pub fn not_found<'s>(
        &self,
        revision: &str,
        buffers: &'s mut RenderBuffers,
    ) -> Result<&'s str, serde_json::Error> {
        let path = not_found_path(self.lang);
        let json = serde_json::to_vec(&Document::NotFound)?;
        self.print(path, None, Document::NotFound, revision, &json, buffers)
    }

    fn print<'s>(
        &self,
        path: &str,
        address: Option<&Address>,
        document: Document,
        revision: &str,
        json: &[u8],
        buffers: &'s mut RenderBuffers,
    ) -> Result<&'s str, serde_json::Error> {
        let RenderBuffers { html, app, site } = buffers;
        html.clear();
        let site = match site {
            Some((known, json)) if Arc::ptr_eq(known, self.site) => json,
            _ => &mut site.insert((Arc::clone(self.site), written(self.site)?)).1,
        };
        let own = library_head(path, &document, self.site, self.lang.words());
        let title = full_title(&own.title, self.site);
        let tags = head::tags(self, address, &document, &own)?;
        // The page for what is not there is every door's.
        let door = address.map_or(Door::App, |address| address.route.door());
        // Of the chain's pages the document is long, and most of it stands in the page as text:
        // the app fetches it.
        let beside = (address.filter(|_| door == Door::Chain)).map(|address| {
            let (path, sum) = (address.document(), checksum(json));
            format!("\" data-document=\"{CONTENT_BASE}{path}\" {CHECKSUM}=\"{sum}")
        });
        let embeds = beside.is_none();
        let door = self.app.door(door);
        // The theme is set before the stylesheet is waited for; the documents,
        // which nothing waits for, come last.
        for part in [
            "<!doctype html>\n<html lang=\"",
            self.lang.tag(),
            "\" data-js=\"/",
            &door.js,
            "\" data-wasm=\"/",
            &door.wasm,
            "\" data-words=\"/",
            door.words(self.lang),
            &beside.unwrap_or_default(),
            "\">\n<head>\n<meta charset=\"utf-8\">\n",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
            &text(&title),
            "</title>\n<script>",
            &BOOT,
            "</script>\n<link rel=\"stylesheet\" href=\"/",
            &door.css,
            "\">\n",
            &tags,
            "<script type=\"application/json\" id=\"documents\">",
        ] {
            html.push_str(part);
        }
        // An `Embedded`, most of which has been written already.
        for part in [
            "{\"path\":",
            &written(path)?,
            ",\"revision\":",
            &written(revision)?,
            ",\"site\":",
            site,
        ] {
            html.push_str(part);
        }
        if embeds {
            html.push_str(DOCUMENT);
            script(from_utf8(json).expect("JSON is UTF-8"), html);
        }
        html.push_str("}</script>\n</head>\n<body>");
        let embedded = Embedded {
            path: path.to_owned(),
            revision: revision.to_owned(),
            site: Arc::clone(self.site),
            document,
        };
        body(embedded, self.lang, app, html);
        html.push_str("</body>\n</html>\n");
        Ok(html)
    }
}

/// Room to print pages in. One that is used again and again spares taking and
/// giving back memory for every page.
#[derive(Debug, Default)]
pub struct RenderBuffers {
    /// The page.
    html: String,
    /// What the app renders.
    app: String,
    /// What the pages share, and how it stands in them.
    site: Option<(Arc<Site>, String)>,
}

/// JSON as it stands in a page.
fn written(value: &(impl Serialize + ?Sized)) -> Result<String, serde_json::Error> {
    let mut json = String::new();
    script(&serde_json::to_string(value)?, &mut json);
    Ok(json)
}

/// What stands in the page that says "not found": no address.
pub fn not_found_path(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans => "/404/",
        Lang::ZhHant => "/zh-hant/404/",
        Lang::En => "/en/404/",
    }
}
