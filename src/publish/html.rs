//! The HTML of every page: the app itself, rendered natively, in a document
//! that brings along what the app needs to take over.

mod body;
mod escape;

pub use body::body;
pub use escape::{attribute, script, text};

use crate::content::Lang;
use crate::library::document::{Document, Embedded, Site};
use crate::library::{full_title, head as library_head};
use crate::routes::Address;

use super::app::Record;
use super::head::{self, Origin};
use super::headers::BOOT;

/// What every page of an edition is made with.
#[derive(Clone, Copy, Debug)]
pub struct Press<'a> {
    /// The language.
    pub lang: Lang,
    /// What every page shares.
    pub site: &'a Site,
    /// The browser's program.
    pub app: &'a Record,
    /// The public address, if it is known.
    pub origin: Option<&'a Origin>,
    /// Whether pictures for shared links are drawn.
    pub cards: bool,
}

impl Press<'_> {
    /// Whether pages name the pictures for shared links: only an absolute
    /// address leads to one.
    pub fn has_cards(&self) -> bool {
        self.cards && self.origin.is_some()
    }

    /// The whole HTML of the page at an address.
    ///
    /// # Errors
    /// When the documents cannot be written as JSON.
    pub fn page(
        &self,
        address: &Address,
        document: &Document,
        revision: &str,
    ) -> Result<String, serde_json::Error> {
        self.print(&address.path(), Some(address), document, revision)
    }

    /// The whole HTML of the page for an address that no page has. The path
    /// embedded in it is no address, so the app takes it for what it is.
    ///
    /// # Errors
    /// As [`page`](Self::page).
    pub fn not_found(&self, revision: &str) -> Result<String, serde_json::Error> {
        let path = not_found_path(self.lang);
        self.print(path, None, &Document::NotFound, revision)
    }

    fn print(
        &self,
        path: &str,
        address: Option<&Address>,
        document: &Document,
        revision: &str,
    ) -> Result<String, serde_json::Error> {
        let own = library_head(path, document, self.site, self.lang.words());
        let embedded = Embedded {
            path: path.to_owned(),
            revision: revision.to_owned(),
            site: self.site.clone(),
            document: document.clone(),
        };
        let documents = script(&serde_json::to_string(&embedded)?);
        let title = full_title(&own.title, self.site);
        let tags = head::tags(self, address, document, &own)?;
        let body = body(path, embedded, self.lang);
        let Self { lang, app, .. } = self;
        let lang = lang.tag();
        // The theme is set before the stylesheet is waited for; the documents,
        // which nothing waits for, come last.
        Ok(format!(
            "<!doctype html>\n\
             <html lang=\"{lang}\" data-js=\"/{js}\" data-wasm=\"/{wasm}\" data-words=\"/{words}\">\n\
             <head>\n\
             <meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n\
             <script>{BOOT}</script>\n\
             <link rel=\"stylesheet\" href=\"/{css}\">\n\
             {tags}\
             <script type=\"application/json\" id=\"documents\">{documents}</script>\n\
             </head>\n\
             <body>{body}</body>\n\
             </html>\n",
            js = app.js,
            wasm = app.wasm,
            words = app.words(self.lang),
            css = app.css,
            title = text(&title),
        ))
    }
}

/// What stands in the page that says "not found": no address.
pub fn not_found_path(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans => "/404/",
        Lang::ZhHant => "/zh-hant/404/",
        Lang::En => "/en/404/",
    }
}
