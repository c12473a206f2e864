//! Every document of a bundle at once, for tests that look at several.
#![allow(dead_code, reason = "each test uses its part")]

use std::sync::Arc;

use content::bundle::Bundle;
use model::Lang;
use model::document::Site;
use publish::documents::search::IndexFile;
use publish::documents::{BuiltPage, DocumentBuilder, Page, PublicationError, Served};

/// Every document of the site.
#[derive(Clone, Debug)]
pub struct Publication {
    /// Changes whenever any document changes.
    pub revision: String,
    /// One per language, in the order of [`Lang::ALL`].
    pub editions: Vec<Edition>,
    /// The files of the search's index.
    pub search: Vec<IndexFile>,
    /// The documents as they are served.
    pub served: Vec<Served>,
}

/// The site in one language.
#[derive(Clone, Debug)]
pub struct Edition {
    pub lang: Lang,
    /// What every page shares.
    pub site: Arc<Site>,
    pub pages: Vec<Page>,
}

/// Builds every document of a checked bundle.
pub fn publication(bundle: &Bundle) -> Publication {
    let builder = DocumentBuilder::new(bundle).unwrap();
    let built = builder.every(|| (), |(), built| Ok::<_, PublicationError>(built));
    let (pages, whole) = built.unwrap();
    let mut editions: Vec<Edition> = (builder.shared().iter())
        .map(|shared| Edition {
            lang: shared.lang,
            site: Arc::clone(&shared.site),
            pages: Vec::new(),
        })
        .collect();
    let mut served = whole.served;
    for BuiltPage { page, served: file } in pages.into_iter().flatten() {
        let mut editions = editions.iter_mut();
        let edition = editions.find(|edition| edition.lang == page.address.lang);
        edition.unwrap().pages.push(page);
        served.push(file);
    }
    Publication {
        revision: whole.revision,
        editions,
        search: whole.search,
        served,
    }
}
