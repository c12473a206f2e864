//! The bundle, read and arranged; each page is rendered when it is asked for.

use std::collections::HashMap;
use std::path::Path;

use crate::content::Lang;
use crate::content::bundle::{Audience, Bundle};
use crate::content::date::Day;
use crate::content::load::read;
use crate::library::document::{Manifest, VERSION};
use crate::publish::app::App;
use crate::publish::documents::{Edition, editions};
use crate::publish::html::Press;
use crate::publish::{data, press};
use crate::routes::{lang_of, site_document};

/// Everything that can be looked at.
#[derive(Debug)]
pub struct Content {
    bundle: Bundle,
    editions: Vec<Edition>,
    /// Edition and page, by the page's path.
    pages: HashMap<String, (usize, usize)>,
    /// The same, by the path of its document.
    documents: HashMap<String, (usize, usize)>,
    /// In place of a digest: a new reading is new content.
    pub revision: String,
}

impl Content {
    /// Reads a bundle, drafts and all; its faults, written out, when it has any.
    pub fn read(folder: &Path, version: u64, lang: Lang) -> Result<Self, String> {
        let today = Day::today();
        let bundle = (read(folder, today).bundle)
            .map_err(|faults| faults.render(lang))?
            .seen_by(Audience::Editors, today);
        let editions = editions(&bundle).map_err(|error| error.to_string())?;
        let (mut pages, mut documents) = (HashMap::new(), HashMap::new());
        for (at, edition) in editions.iter().enumerate() {
            for (index, page) in edition.pages.iter().enumerate() {
                pages.insert(page.address.path(), (at, index));
                documents.insert(page.address.document(), (at, index));
            }
        }
        Ok(Self {
            bundle,
            editions,
            pages,
            documents,
            revision: format!("preview-{version}"),
        })
    }

    /// The HTML of the page at a path.
    pub fn page(&self, path: &str, app: &App) -> Option<String> {
        let (at, index) = *self.pages.get(path)?;
        let edition = self.editions.get(at)?;
        let page = edition.pages.get(index)?;
        let press: Press = press(edition, app, None);
        press
            .page(&page.address, &page.document, &self.revision)
            .ok()
    }

    /// The HTML for a path that no page has.
    pub fn not_found(&self, path: &str, app: &App) -> Option<String> {
        let lang = lang_of(path);
        let edition = self.editions.iter().find(|edition| edition.lang == lang)?;
        press(edition, app, None).not_found(&self.revision).ok()
    }

    /// A served document, by its path below the content base.
    pub fn document(&self, path: &str) -> Option<Vec<u8>> {
        if path == "manifest.json" {
            let manifest = Manifest {
                schema: VERSION,
                revision: self.revision.clone(),
                pages: None,
            };
            return serde_json::to_vec(&manifest).ok();
        }
        let site = |edition: &&Edition| site_document(edition.lang) == path;
        if let Some(edition) = self.editions.iter().find(site) {
            return serde_json::to_vec(&edition.site).ok();
        }
        let (at, index) = *self.documents.get(path)?;
        let page = self.editions.get(at)?.pages.get(index)?;
        serde_json::to_vec(&page.document).ok()
    }

    /// A table of data, by its path.
    pub fn table(&self, path: &str) -> Option<Vec<u8>> {
        let tables = data::tables(&self.bundle).ok()?;
        let table = tables.into_iter().find(|table| table.path == path)?;
        Some(table.bytes)
    }
}
