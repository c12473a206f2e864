//! The bundle, read; each page is arranged and rendered when it is asked for,
//! and the search's index made when someone searches.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::pictures::MadePictures;
use super::withheld::{Withheld, withheld};
use content::bundle::{Audience, Bundle};
use content::fault::paint::Paint;
use content::fault::{Faults, Summary};
use content::load::{ArticleCache, read_again};
use model::Lang;
use model::date::Day;
use model::document::{Document, Manifest, Site, VERSION};
use model::routes::{Address, Route, lang_of, site_document, words_document};
use publish::app::{App, words};
use publish::artifacts::tables;
use publish::documents::search::IndexFile;
use publish::documents::{DocumentBuilder, Page, PublicationError};
use publish::papers::Papers;
use publish::pictures::{Pictures, Source};
use publish::render::RenderBuffers;
use publish::renderer;

/// Everything that can be looked at.
#[derive(Debug)]
pub struct Content {
    bundle: Bundle,
    /// By language, in the order of [`Lang::ALL`].
    sites: Vec<(Lang, Arc<Site>)>,
    /// What a search needs; of every article, and so made only when it is used.
    searched: OnceLock<PreviewSearch>,
    /// In place of a digest: a new reading is new content.
    pub revision: String,
    /// What of it readers would not see.
    pub withheld: Vec<Withheld>,
}

#[derive(Debug, Default)]
struct PreviewSearch {
    pages: HashMap<Lang, Document>,
    /// By their paths below the content base.
    files: HashMap<String, IndexFile>,
}

impl PreviewSearch {
    fn of(bundle: &Bundle) -> Result<Self, PublicationError> {
        let (pages, files) = DocumentBuilder::new(bundle)?.search()?;
        let page = |(lang, index)| (lang, Document::Search(Box::new(index)));
        Ok(Self {
            pages: pages.into_iter().map(page).collect(),
            files: (files.into_iter())
                .map(|file| (file.path.clone(), file))
                .collect(),
        })
    }
}

/// Why there is nothing new to look at.
#[derive(Clone, Debug)]
pub enum Unshown {
    /// The bundle has faults.
    Faults(Faults),
    /// Its documents cannot be built.
    Documents(String),
}

impl Unshown {
    /// In words, and in these colours.
    pub fn render(&self, lang: Lang, paint: &Paint) -> String {
        match self {
            Self::Faults(faults) => faults.painted(lang, paint),
            Self::Documents(error) => error.clone(),
        }
    }
}

impl Content {
    /// Reads a bundle, drafts and all, and counts what in it is worth a look. What has
    /// not changed since the reading before is not read again.
    pub fn read(
        folder: &Path,
        version: u64,
        lang: Lang,
        cache: &mut ArticleCache,
    ) -> (Result<Self, Unshown>, Summary) {
        let today = Day::today();
        let reading = read_again(folder, today, cache);
        let warnings = reading.warnings_summary();
        let bundle = reading.bundle.map_err(Unshown::Faults);
        let content = bundle.and_then(|bundle| Self::of(bundle, today, version, lang));
        (content, warnings)
    }

    fn of(bundle: Bundle, today: Day, version: u64, lang: Lang) -> Result<Self, Unshown> {
        let bundle = bundle.seen_by(Audience::Editors, today);
        let arranger =
            DocumentBuilder::new(&bundle).map_err(|error| Unshown::Documents(error.to_string()))?;
        let shared = arranger.shared().iter();
        let sites = shared.map(|shared| (shared.lang, Arc::clone(&shared.site)));
        Ok(Self {
            sites: sites.collect(),
            withheld: withheld(&bundle, today, lang),
            bundle,
            searched: OnceLock::new(),
            revision: format!("preview-{version}"),
        })
    }

    fn searched(&self) -> &PreviewSearch {
        // A bundle that cannot be arranged has nothing to search, and says why
        // on every page.
        (self.searched).get_or_init(|| PreviewSearch::of(&self.bundle).unwrap_or_default())
    }

    fn arranged(&self, address: &Address) -> Option<Document> {
        if address.route == Route::Search {
            return self.searched().pages.get(&address.lang).cloned();
        }
        DocumentBuilder::new(&self.bundle).ok()?.document(address)
    }

    fn site(&self, lang: Lang) -> Option<&Arc<Site>> {
        let mut sites = self.sites.iter();
        sites
            .find(|(known, _)| *known == lang)
            .map(|(_, site)| site)
    }

    /// Whether a page stands at a path.
    pub fn has(&self, path: &str) -> bool {
        let address = Address::parse(path).filter(|address| address.path() == path);
        address.is_some_and(|address| self.arranged(&address).is_some())
    }

    /// The HTML of the page at a path.
    pub fn page(&self, path: &str, app: &App) -> Option<String> {
        let address = Address::parse(path).filter(|address| address.path() == path)?;
        let document = self.arranged(&address)?;
        let renderer = renderer(address.lang, self.site(address.lang)?, app, None);
        let page = Page {
            json: Arc::new(serde_json::to_vec(&document).ok()?),
            address,
            document,
            revision: self.revision.clone(),
        };
        let mut buffers = RenderBuffers::default();
        renderer.page(page, &mut buffers).ok().map(str::to_owned)
    }

    /// The HTML for a path that no page has.
    pub fn not_found(&self, path: &str, app: &App) -> Option<String> {
        let lang = lang_of(path);
        let renderer = renderer(lang, self.site(lang)?, app, None);
        let mut buffers = RenderBuffers::default();
        let html = renderer.not_found(&self.revision, &mut buffers);
        html.ok().map(str::to_owned)
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
        let mut sites = self.sites.iter();
        if let Some((_, site)) = sites.find(|(lang, _)| site_document(*lang) == path) {
            return serde_json::to_vec(site).ok();
        }
        if let Some(lang) = Lang::ALL
            .into_iter()
            .find(|lang| words_document(*lang) == path)
        {
            return serde_json::to_vec(&words::json(lang)).ok();
        }
        if path.starts_with("search/") {
            return self
                .searched()
                .files
                .get(path)
                .map(|file| file.bytes().to_vec());
        }
        let address = address_of(path)?;
        serde_json::to_vec(&self.arranged(&address)?).ok()
    }

    /// A file of a picture, by its path: made when somebody looks at it, with all others
    /// of the same picture.
    pub fn picture(&self, path: &str, made: &MadePictures) -> Option<Vec<u8>> {
        made.find(path).or_else(|| {
            let pictures = Pictures::of(&self.bundle).ok()?;
            let all = pictures.all();
            let of =
                |source: &&&Source| (source.targets().iter()).any(|target| target.path == path);
            made.make(all.iter().find(of)?, path)
        })
    }

    /// The file of a paper, by its path.
    pub fn paper(&self, path: &str) -> Option<Vec<u8>> {
        let papers = Papers::of(&self.bundle).ok()?;
        let paper = papers.all().into_iter().find(|paper| paper.path == path)?;
        paper.bytes().ok()
    }

    /// A file that is served from the top of the site as it is, by its path.
    pub fn root_file(&self, path: &str) -> Option<Vec<u8>> {
        let file = self.bundle.root.iter().find(|file| file.path == path)?;
        Some(file.bytes.to_vec())
    }

    /// A table of data, by its path.
    pub fn table(&self, path: &str) -> Option<Vec<u8>> {
        let papers = Papers::of(&self.bundle).ok()?;
        let tables = tables::tables(&self.bundle, &papers).ok()?;
        let table = tables.into_iter().find(|table| table.path == path)?;
        Some(table.bytes)
    }
}

/// The page whose document is served at a path.
fn address_of(path: &str) -> Option<Address> {
    let (lang, name) = path.strip_suffix(".json")?.split_once('/')?;
    let lang = Lang::ALL.into_iter().find(|known| known.tag() == lang)?;
    let home = Address::new(lang, Route::Home);
    let address = match name {
        "home" => home,
        name => Address::parse(&format!("{}{name}/", home.path()))?,
    };
    (address.document() == path).then_some(address)
}
