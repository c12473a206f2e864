//! A state of the content that does not change any more, to be looked at once or twice:
//! pages are rendered when somebody asks for them.

use std::path::Path;

use axum::response::Response;

use super::handler::found;
use super::pictures::MadePictures;
use super::snapshot::{Content, Unshown};
use content::load::ArticleCache;
use model::Lang;
use publish::app::App;

/// A bundle as editors see it, at one moment.
pub struct Still {
    app: App,
    content: Content,
    pictures: MadePictures,
}

impl std::fmt::Debug for Still {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Still")
            .field("revision", &self.content.revision)
            .finish()
    }
}

impl Still {
    /// Reads a bundle; its documents have a revision of this number.
    ///
    /// # Errors
    /// When it has faults.
    pub fn read(
        folder: &Path,
        number: u64,
        app: App,
        lang: Lang,
        cache: &mut ArticleCache,
    ) -> Result<Self, Unshown> {
        let (content, _) = Content::read(folder, number, lang, cache);
        Ok(Self {
            app,
            content: content?,
            pictures: MadePictures::default(),
        })
    }

    /// The HTML of the page at a path. Takes its time, as [`Still::answer`] does.
    pub fn page(&self, path: &str) -> Option<String> {
        self.content.page(path, &self.app)
    }

    /// What stands at a path. Takes its time: it is for a thread that has it.
    pub fn answer(&self, path: &str) -> Response {
        found(&self.app, &self.pictures, &self.content, path, |html, _| {
            html
        })
    }
}
