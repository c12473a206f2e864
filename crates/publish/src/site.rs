//! Every file of the site, written.
//!
//! A page is arranged, printed, written and forgotten before the next one:
//! there may be hundreds of thousands. What hangs on all of them comes last.

mod others;

use std::borrow::Cow;

use serde_json::to_vec;
use sha2::{Digest, Sha256};

use super::app::App;
use super::cards::{self, Card, Undrawn};
use super::documents::{Arranger, Context, Made, Page, Served, Shared};
use super::head::Origin;
use super::html::{Press, Sheet, moved_page};
use super::sitemap::Place;
use super::writer::{Done, Writer};
use super::{CONTENT, KEY, Options, PublishError, hex, press};

/// What has been written.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// How many pages.
    pub pages: usize,
    /// How many documents.
    pub documents: usize,
    /// How many pictures for shared links.
    pub cards: usize,
    /// The articles that have no picture of their own.
    pub undrawn: Vec<Undrawn>,
    /// Every file.
    pub files: Vec<Done>,
    /// The revision of the documents.
    pub revision: String,
}

/// Writes the whole site; without an app, only its documents.
pub(super) fn write(
    options: &Options,
    arranger: &Arranger,
    app: Option<&App>,
    writer: &Writer,
) -> Result<Written, PublishError> {
    let printers = app.map_or_else(
        || Ok(Vec::new()),
        |app| {
            let shared = arranger.shared().iter();
            let printer = |shared| Printer::new(shared, app, options);
            shared.map(printer).collect::<Result<_, _>>()
        },
    )?;
    let (pages, whole) = arranger.every(Sheet::default, |sheet, made| {
        let printer = printers.iter().find(|printer| printer.prints(&made.page));
        let lang = made.page.address.lang;
        one(made, printer, sheet, &arranger.context(lang), writer)
    })?;
    let count = pages.iter().map(Vec::len).sum::<usize>();
    let mut written = Written {
        // The page for what is not there is one, too.
        pages: printers.len(),
        documents: count + whole.served.len(),
        revision: whole.revision.clone(),
        files: Vec::with_capacity(2 * count + whole.search.len()),
        ..Written::default()
    };
    let mut places = Vec::with_capacity(count);
    for page in pages.into_iter().flatten() {
        written.pages += usize::from(page.html.is_some());
        written.cards += usize::from(page.card.is_some());
        written.undrawn.extend(page.undrawn);
        let files = [Some(page.document), page.html, page.moved, page.card];
        written.files.extend(files.into_iter().flatten());
        places.extend(page.place);
    }
    let site = app.map(|app| (app, &*printers));
    let others = others::write(options, arranger, site, &places, whole, writer)?;
    written.cards += others.cards;
    written.files.extend(others.files);
    Ok(written)
}

/// Where a page has been written.
struct One {
    document: Done,
    html: Option<Done>,
    /// What leads here from where the page was in an earlier version.
    moved: Option<Done>,
    card: Option<Done>,
    undrawn: Option<Undrawn>,
    place: Option<Place>,
}

/// Writes what belongs to one page.
fn one(
    Made { page, served }: Made,
    printer: Option<&Printer>,
    sheet: &mut Sheet,
    cx: &Context,
    writer: &Writer,
) -> Result<One, PublishError> {
    let mut one = One {
        document: document(served, writer)?,
        html: None,
        moved: None,
        card: None,
        undrawn: None,
        place: Place::of(&page, cx),
    };
    if let Some(printer) = printer {
        if printer.press.has_cards() {
            let (own, undrawn) = cards::own(&printer.press, &page);
            one.card = own.map(|own| card(own, writer)).transpose()?;
            one.undrawn = undrawn;
        }
        if let Some((path, html)) = moved_page(&page.address, printer.press.origin) {
            one.moved = Some(writer.bytes(path, html.into_bytes())?);
        }
        one.html = Some(printer.page(page, sheet, writer)?);
    }
    Ok(one)
}

fn document(Served { path, json, key }: Served, writer: &Writer) -> Result<Done, PublishError> {
    let path = format!("{CONTENT}/{path}");
    writer.made(path, key, || Ok(Cow::Borrowed(json.as_slice())))
}

fn card(card: Card, writer: &Writer) -> Result<Done, PublishError> {
    let key = card.key()?;
    writer.made(card.path.clone(), key, || Ok(Cow::Owned(card.png()?)))
}

/// Prints the pages of a language.
struct Printer<'a> {
    press: Press<'a>,
    /// What decides, beside a page's own revision, what is in its HTML.
    common: Vec<u8>,
    /// The revision of the page for what is not there.
    not_found: &'a str,
}

impl<'a> Printer<'a> {
    fn new(
        shared: &'a Shared,
        app: &'a App,
        options: &'a Options,
    ) -> Result<Self, serde_json::Error> {
        let origin = options.origin.as_ref();
        let press = Press {
            cards: options.cards,
            ..press(shared.lang, &shared.site, app, origin)
        };
        let origin = origin.map(Origin::to_string);
        Ok(Self {
            common: to_vec(&(press.lang, press.app, origin, press.cards))?,
            not_found: &shared.not_found,
            press,
        })
    }

    fn prints(&self, page: &Page) -> bool {
        self.press.lang == page.address.lang
    }

    /// A page's revision stands for what is embedded in it.
    fn key(&self, revision: &str) -> String {
        let digest = Sha256::new_with_prefix(&self.common).chain_update(revision);
        hex(&digest.finalize(), KEY)
    }

    fn page(&self, page: Page, sheet: &mut Sheet, writer: &Writer) -> Result<Done, PublishError> {
        let path = format!("{}index.html", below_root(&page.address.path()));
        writer.made(path, self.key(&page.revision), || {
            Ok(Cow::Borrowed(self.press.page(page, sheet)?.as_bytes()))
        })
    }
}

fn below_root(path: &str) -> &str {
    path.trim_start_matches('/')
}
